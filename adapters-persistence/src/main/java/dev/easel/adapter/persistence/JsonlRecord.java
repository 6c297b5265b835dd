package dev.easel.adapter.persistence;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Fact;
import dev.easel.domain.ledger.Intent.IdempotencyKey;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;

/// What the journal holds: facts about what is in flight, and about what changed after its line was
/// written. The last record about a thing counts.
sealed interface JsonlRecord {

  /// Where a change of an entry says that the entry has no line yet.
  long IN_FLIGHT = -1;

  /// The number of the record: higher than that of every record before it.
  long sequence();

  /// Whether it says something of a line that is in the log.
  default boolean namesLine() {
    return false;
  }

  /// How a journal begins.
  ///
  /// @param issued the last id that the log issued, null when it issued none
  /// @param registered how many lines at least stand in the register
  /// @param carried how many records of an older journal follow, null where nobody told
  record Opened(
      long sequence, ZoneId zone, @Nullable EntryId issued, long registered, @Nullable Long carried)
      implements JsonlRecord {
    /// The first of a log.
    Opened(long sequence, ZoneId zone) {
      this(sequence, zone, null, 0, 0L);
    }
  }

  /// An entry was reserved.
  ///
  /// @param owner the handle that will end it
  /// @param low the estimate's low end; its high end is at risk
  record Reserved(
      long sequence, Entry entry, String owner, @Nullable IdempotencyKey key, @Nullable Money low)
      implements JsonlRecord {}

  /// An entry has become this one.
  ///
  /// @param line where its line begins, or [#IN_FLIGHT]
  record Changed(long sequence, Entry entry, long line) implements JsonlRecord {
    @Override
    public boolean namesLine() {
      return line != IN_FLIGHT;
    }
  }

  /// Star and tags of an entry were set.
  ///
  /// @param line where its line begins, or [#IN_FLIGHT]
  record Marked(long sequence, EntryId id, boolean star, SortedSet<String> tags, long line)
      implements JsonlRecord {
    @Override
    public boolean namesLine() {
      return line != IN_FLIGHT;
    }
  }

  /// An entry that this log issued has its line. Only a hint that spares a search, and a witness
  /// that the line was there: the line itself is the fact.
  ///
  /// @param sum of the line, null where nobody told
  record Written(long sequence, EntryId id, long line, @Nullable Long sum) implements JsonlRecord {}

  /// Lines that come from elsewhere are written.
  record Added(long sequence, List<JsonlWitness> lines) implements JsonlRecord {
    /// Copies the lines.
    public Added {
      lines = List.copyOf(lines);
    }
  }

  /// What an idempotency key was last used for.
  ///
  /// @param caller empty for the user
  record Keyed(long sequence, String caller, IdempotencyKey key, EntryId id)
      implements JsonlRecord {}

  /// The user has declared something.
  record Declared(long sequence, Fact fact) implements JsonlRecord {}
}
