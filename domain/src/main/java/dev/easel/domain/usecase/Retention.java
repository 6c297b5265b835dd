package dev.easel.domain.usecase;

import dev.easel.domain.image.Nullable;
import java.time.Duration;

/// How long pictures are kept.
///
/// @param age a picture may go when the newest entry that names it is older; null for any age
/// @param mostBytes how much the pictures may take, above which the oldest may go; null for any
///   amount
public record Retention(@Nullable Duration age, @Nullable Long mostBytes) {

  /// Whether no rule lets any picture go.
  public boolean forEver() {
    return age == null && mostBytes == null;
  }
}
