package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.usecase.BrowseLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Reads entries in any order. The log gives them newest first, and what is found of them is told
/// while a search goes on; for every other order all that match are gone through, and the first
/// thousand kept.
final class EntriesReader {

  private static final int AT_ONCE = 200;
  private static final int RANKED = 1_000;

  // So long a question goes on at most that has been overtaken.
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final BrowseLog browsing;
  private final Consumer<Event> events;
  private final AtomicLong newest = new AtomicLong();

  /// A reader.
  ///
  /// @param events takes what is found before the answer is whole
  EntriesReader(BrowseLog browsing, Consumer<Event> events) {
    this.browsing = browsing;
    this.events = events;
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
    List<Entry> found = new ArrayList<>();
    EntryId before = question.before();
    do {
      Page page = page(question, AT_ONCE - found.size(), before);
      found.addAll(page.entries());
      before = page.next();
      if (!page.entries().isEmpty() && goesOn(question, found, before)) {
        events.accept(new Event.EntriesFound(question.asked(), found));
      }
    } while (goesOn(question, found, before));
    return answer(question, found, before);
  }

  private boolean goesOn(Effect.ReadEntries question, List<Entry> found, @Nullable EntryId before) {
    return found.size() < AT_ONCE && goesOn(question, before);
  }

  private boolean goesOn(Effect.ReadEntries question, @Nullable EntryId before) {
    return before != null && question.asked() == newest.get();
  }

  private Page page(Effect.ReadEntries question, int limit, @Nullable EntryId before) {
    return browsing.page(question.query(), new Page.Request(limit, before).within(PATIENCE));
  }

  private static Event.EntriesRead answer(
      Effect.ReadEntries question, List<Entry> entries, @Nullable EntryId next) {
    return new Event.EntriesRead(question.asked(), entries, next, question.before() != null);
  }

  private Event.EntriesRead ranked(Effect.ReadEntries question, Comparator<Entry> order) {
    PriorityQueue<Entry> kept = new PriorityQueue<>(order.reversed());
    EntryId before = null;
    do {
      Page page = page(question, Page.Request.MOST, before);
      for (Entry entry : page.entries()) {
        kept.add(entry);
        if (kept.size() > RANKED) {
          kept.remove();
        }
      }
      before = page.next();
    } while (goesOn(question, before));
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
