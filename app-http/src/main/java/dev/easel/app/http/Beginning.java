package dev.easel.app.http;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Waits for a request to be in the log and on its way, by when all that it is warned of has been
/// said. Safe for use by several threads.
final class Beginning implements Watch {

  private final Warnings warnings;
  private final CompletableFuture<Optional<String>> begun = new CompletableFuture<>();
  private volatile @Nullable String entry;

  /// @param watch for everything else
  Beginning(Watch watch) {
    this.warnings = new Warnings(watch);
  }

  @Override
  public void saw(Progress progress) {
    warnings.saw(progress);
    switch (progress) {
      case Progress.Recorded(String id) -> entry = id;
      case Progress.Warned _ -> {}
      case Progress.Queued _,
          Progress.Sending _,
          Progress.Receiving _,
          Progress.Partial _,
          Progress.Pausing _,
          Progress.Joined _ ->
          begun.complete(Optional.ofNullable(entry));
    }
  }

  @Override
  public boolean cancelled() {
    return warnings.cancelled();
  }

  /// Nothing more comes of it.
  void over() {
    begun.complete(Optional.empty());
  }

  /// Waits for its entry's id; empty when it has ended before it was on its way.
  Optional<String> entry() {
    return begun.join();
  }

  /// What was warned of so far, a sentence each.
  List<String> warnings() {
    return warnings.sentences();
  }
}
