package dev.easel.app.tui.command;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.usecase.FindEntry;
import java.util.List;

/// Finds the entry that a user names.
final class Lookup {

  private Lookup() {}

  /// The entry with this id, or whose id ends so.
  static Entry entry(Session session, String id) {
    return switch (new FindEntry(session.log()).find(id)) {
      case FindEntry.Found.One(Entry entry) -> entry;
      case FindEntry.Found.None(String message) ->
          throw CommandFailure.of(ExitCode.WRONG, "no_such_entry", message);
      case FindEntry.Found.Several(List<Entry> entries) ->
          throw CommandFailure.of(
              ExitCode.WRONG,
              "ambiguous_id",
              "several ids end so; give the whole one: " + ids(entries));
    };
  }

  private static String ids(List<Entry> entries) {
    return String.join(", ", entries.stream().map(Entry::id).map(EntryId::toString).toList());
  }
}
