package dev.easel.domain.image;

import java.time.LocalDate;

/// The life of a model at its provider.
///
/// @param released null when not known
/// @param deprecated when its retirement was announced, null when it was not
/// @param shutdown its last day, null when none is announced
/// @param replacement the id to use instead, null when none is named
public record Lifecycle(
    @Nullable LocalDate released,
    @Nullable LocalDate deprecated,
    @Nullable LocalDate shutdown,
    @Nullable String replacement) {

  /// Active, deprecated or shut down.
  public enum Stage {
    /// Served, with no end announced.
    ACTIVE,
    /// Served, and its end is announced.
    DEPRECATED,
    /// No longer served by its maker; compatible servers may still do so.
    SHUT_DOWN
  }

  /// The stage on `day`.
  public Stage stage(LocalDate day) {
    if (shutdown != null && !day.isBefore(shutdown)) {
      return Stage.SHUT_DOWN;
    }
    boolean announced = deprecated != null && !day.isBefore(deprecated);
    return announced || shutdown != null ? Stage.DEPRECATED : Stage.ACTIVE;
  }
}
