package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;

/// From the lowest to the highest of some numbers.
///
/// @param low above `high` when there are none
record JsonlSpan(long low, long high) {

  /// No numbers.
  static final JsonlSpan NONE = new JsonlSpan(Long.MAX_VALUE, Long.MIN_VALUE);

  /// The span that holds this number too.
  JsonlSpan with(long number) {
    return number >= low && number <= high
        ? this
        : new JsonlSpan(Math.min(low, number), Math.max(high, number));
  }

  /// Whether there may be a number between two bounds, both inclusive, null for none.
  boolean meets(@Nullable Long least, @Nullable Long most) {
    return low <= high && (least == null || high >= least) && (most == null || low <= most);
  }
}
