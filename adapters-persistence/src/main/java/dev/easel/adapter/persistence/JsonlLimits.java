package dev.easel.adapter.persistence;

import java.time.Duration;

/// From where on work that only spares later work is worth it.
///
/// @param journal how long a journal is, in bytes, that may be written anew
/// @param index how much of the log was read, in bytes, since the index was saved, for it to be
///   saved again
/// @param indexAtEnd the same when the log is closed
/// @param silence how long nothing is told beside the log of how much it holds
record JsonlLimits(long journal, long index, long indexAtEnd, Duration silence) {

  /// Those of every day.
  static final JsonlLimits USUAL =
      new JsonlLimits(4 << 20, 16 << 20, 1 << 20, Duration.ofSeconds(1));
}
