package dev.easel.domain.image;

import java.util.function.BooleanSupplier;

/// How a face follows a call and takes back its wish. Called from the thread of the call and from
/// the adapter's; implementations are safe for that.
public interface Watch {

  /// Something happened.
  void saw(Progress progress);

  /// Whether the user no longer wants it. Before sending, this releases; afterwards the call is
  /// finished and booked all the same.
  boolean cancelled();

  /// Sees nothing, cancels nothing.
  Watch NOBODY = until(() -> false);

  /// Sees nothing, and no longer wants it once `over` is true.
  static Watch until(BooleanSupplier over) {
    return new Watch() {
      @Override
      public void saw(Progress progress) {}

      @Override
      public boolean cancelled() {
        return over.getAsBoolean();
      }
    };
  }
}
