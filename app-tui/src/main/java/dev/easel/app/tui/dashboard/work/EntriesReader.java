package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.usecase.BrowseLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Reads entries in any order. The log gives them newest first; for every other order all that
/// match are gone through, and the first thousand kept.
final class EntriesReader {

  private static final int AT_ONCE = 200;
  private static final int RANKED = 1_000;

  private final BrowseLog browsing;
  private final AtomicLong newest = new AtomicLong();

  EntriesReader(BrowseLog browsing) {
    this.browsing = browsing;
  }

  /// Reads some. A question that has been overtaken by another ends early, with what it has.
  Event.EntriesRead read(Effect.ReadEntries question) {
    newest.accumulateAndGet(question.asked(), Math::max);
    return switch (question.order()) {
      case NEWEST -> page(question);
      case OLDEST -> ranked(question, Comparator.comparing(Entry::id));
      case DEAREST -> ranked(question, EntriesReader.<Money>nullsLast(EntriesReader::cost, true));
      case CHEAPEST -> ranked(question, EntriesReader.<Money>nullsLast(EntriesReader::cost, false));
      case SLOWEST -> ranked(question, EntriesReader.<Long>nullsLast(Entry::latencyMicros, true));
      case QUICKEST -> ranked(question, EntriesReader.<Long>nullsLast(Entry::latencyMicros, false));
    };
  }

  private Event.EntriesRead page(Effect.ReadEntries question) {
    Page page = browsing.page(question.query(), AT_ONCE, question.before());
    return answer(question, page.entries(), page.next());
  }

  private static Event.EntriesRead answer(
      Effect.ReadEntries question, List<Entry> entries, @Nullable EntryId next) {
    return new Event.EntriesRead(question.asked(), entries, next, question.before() != null);
  }

  private Event.EntriesRead ranked(Effect.ReadEntries question, Comparator<Entry> order) {
    PriorityQueue<Entry> kept = new PriorityQueue<>(order.reversed());
    EntryId before = null;
    do {
      Page page = browsing.page(question.query(), Page.Request.MOST, before);
      for (Entry entry : page.entries()) {
        kept.add(entry);
        if (kept.size() > RANKED) {
          kept.remove();
        }
      }
      before = page.next();
    } while (before != null && question.asked() == newest.get());
    List<Entry> ranked = new ArrayList<>(kept);
    ranked.sort(order);
    return answer(question, ranked, null);
  }

  private static @Nullable Money cost(Entry entry) {
    return entry.cost().amount();
  }

  /// What an entry is ranked by, if it has it.
  private interface Measure<T> {
    @Nullable
    T of(Entry entry);
  }

  private static <T extends Comparable<T>> Comparator<Entry> nullsLast(
      Measure<T> measure, boolean down) {
    Comparator<T> values = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
    Comparator<@Nullable T> all = Comparator.nullsLast(values);
    Comparator<Entry> byMeasure = (one, other) -> all.compare(measure.of(one), measure.of(other));
    return byMeasure.thenComparing(Comparator.comparing(Entry::id).reversed());
  }
}
