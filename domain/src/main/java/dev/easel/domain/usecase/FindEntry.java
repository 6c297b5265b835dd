package dev.easel.domain.usecase;

import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the entry that a user means by a whole id or by its last characters.
public final class FindEntry {

  private static final int SHOWN = 5;

  private final GenerationLog log;

  /// Puts the use case together.
  public FindEntry(GenerationLog log) {
    this.log = log;
  }

  /// What was found.
  public sealed interface Found {
    /// The one that is meant.
    record One(Entry entry) implements Found {}

    /// None.
    ///
    /// @param message one sentence that says what to do
    record None(String message) implements Found {}

    /// More than one; the newest of them.
    record Several(List<Entry> entries) implements Found {
      /// Copies the entries.
      public Several {
        entries = List.copyOf(entries);
      }
    }
  }

  /// Finds an entry.
  public Found find(String text) {
    String id = text.strip().toLowerCase(Locale.ROOT);
    Optional<EntryId> whole = EntryId.parse(id);
    if (whole.isPresent()) {
      return log.find(whole.get()).<Found>map(Found.One::new).orElseGet(() -> none(id));
    }
    return id.matches("[0-9a-f-]{4,35}") ? ending(id) : none(id);
  }

  /// Finds an entry among those of one caller; of others it says nothing.
  public Found find(String text, String caller) {
    String id = text.strip().toLowerCase(Locale.ROOT);
    if (!id.matches("[0-9a-f-]{4,36}")) {
      return none(id);
    }
    Condition ending = new Condition.Is(Condition.Field.ID, id, false);
    Query own = new Query("id:" + id, List.of(ending)).ofCaller(caller);
    return found(id, log.page(own, Page.Request.newest(SHOWN)).entries());
  }

  private Found ending(String suffix) {
    return found(suffix, log.endingWith(suffix, SHOWN));
  }

  private static Found found(String suffix, List<Entry> entries) {
    return switch (entries.size()) {
      case 0 -> none(suffix);
      case 1 -> new Found.One(entries.getFirst());
      default -> new Found.Several(entries);
    };
  }

  private static Found none(String id) {
    String shown = id.length() > 40 ? id.substring(0, 40) + "…" : id;
    return new Found.None(
        "no entry has the id '" + shown + "'; give the whole id or its last six characters");
  }
}
