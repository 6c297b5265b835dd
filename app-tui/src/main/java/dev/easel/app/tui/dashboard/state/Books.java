package dev.easel.app.tui.dashboard.state;

import dev.easel.domain.cost.BudgetReport;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.usecase.BrowseQueue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The sums, and what is under way.
///
/// @param sheet what was last read, null while nothing has been
/// @param expectations what is to be expected of the shapes that are running
/// @param inquiry how it stands with reading them
public record Books(@Nullable Sheet sheet, Map<Shape, Expectation> expectations, Inquiry inquiry)
    implements Part {

  /// Before anything is read.
  public static final Books CLOSED = new Books(null, Map.of(), Inquiry.NONE);

  /// Copies the map.
  public Books {
    expectations = Map.copyOf(expectations);
  }

  /// What was read at a moment.
  ///
  /// @param range how far back `ranged` and `latest` look
  /// @param all the sums of everything
  /// @param ranged the sums of the range
  /// @param running the entries under way, of all processes, oldest first
  /// @param queue those of this process that wait for their turn
  /// @param latest the newest of the range
  public record Sheet(
      Range range,
      Statistics all,
      Statistics ranged,
      BudgetReport budget,
      List<Entry> running,
      List<BrowseQueue.Waiting> queue,
      List<Entry> latest) {

    /// Copies the lists.
    public Sheet {
      running = List.copyOf(running);
      queue = List.copyOf(queue);
      latest = List.copyOf(latest);
    }
  }

  /// The number of the last question.
  public long asked() {
    return inquiry.asked();
  }

  /// Since when an answer is awaited, null when none is.
  public @Nullable Instant asking() {
    return inquiry.asking();
  }

  /// Whether something has changed since the last question.
  public boolean stale() {
    return inquiry.stale();
  }

  /// Why there is no newer answer, one sentence; null when there is.
  public @Nullable String trouble() {
    return inquiry.trouble();
  }

  /// After a question.
  public Books asking(Instant now) {
    return with(inquiry.ask(now));
  }

  /// After its answer.
  public Books read(Sheet other) {
    return new Books(other, expectations, inquiry.answered());
  }

  /// After it could not be answered.
  public Books troubled(String sentence) {
    return with(inquiry.troubled(sentence));
  }

  /// With what is to be expected.
  public Books expecting(Map<Shape, Expectation> other) {
    return new Books(sheet, other, inquiry);
  }

  /// After something has changed.
  public Books outdated() {
    return with(inquiry.outdated());
  }

  private Books with(Inquiry other) {
    return new Books(sheet, expectations, other);
  }
}
