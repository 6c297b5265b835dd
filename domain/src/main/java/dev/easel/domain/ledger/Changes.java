package dev.easel.domain.ledger;

import java.util.List;

/// What happened to a log since a cursor.
///
/// @param entries the entries that are new or different, as they are now, each once, oldest change
///   first
/// @param cursor where the next call goes on; opaque, valid in every process and after a restart
/// @param resumed whether the cursor that was given is one that this log has passed, so that
///   nothing since then is missing here and in the calls that go on from it
public record Changes(List<Entry> entries, String cursor, boolean resumed) {

  /// Copies the entries.
  public Changes {
    entries = List.copyOf(entries);
  }
}
