package dev.easel.domain.ledger;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Limits;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Spending;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.image.Nullable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// A log that lives as long as its object. It keeps the contract of those on disk.
public final class InMemoryGenerationLog implements GenerationLog {

  private record CallersKey(String caller, String value) {}

  private final ZoneId zone;
  private final @Nullable Runnable looking;
  private final NavigableMap<EntryId, Entry> entries = new TreeMap<>();
  private final List<Object> order = new ArrayList<>();
  private final Map<CallersKey, UsedKey> keys = new HashMap<>();
  private final Rollups rollups = new Rollups();
  private final NavigableMap<Long, EntryId> changes = new TreeMap<>();
  private final Map<EntryId, Long> lastChanges = new HashMap<>();
  private Facts facts = Facts.NONE;
  private @Nullable EntryId issued;
  private long change;

  /// An empty log.
  ///
  /// @param zone whose days it counts
  public InMemoryGenerationLog(ZoneId zone) {
    this(zone, null);
  }

  private InMemoryGenerationLog(ZoneId zone, @Nullable Runnable looking) {
    this.zone = zone;
    this.looking = looking;
  }

  /// An empty log for which every patience is over at once.
  ///
  /// @param zone whose days it counts
  public static InMemoryGenerationLog hurried(ZoneId zone) {
    return hurried(zone, () -> {});
  }

  /// The same, told of each look.
  ///
  /// @param looking is run before an entry is looked at for somebody with a patience
  public static InMemoryGenerationLog hurried(ZoneId zone, Runnable looking) {
    return new InMemoryGenerationLog(zone, looking);
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public synchronized Reservation reserve(Intent intent) {
    Optional<Reservation> known = known(intent);
    if (known.isPresent()) {
      return known.get();
    }
    Limits limits = intent.limits(facts, zone);
    return switch (limits.judge(rollups.spending(intent.day(zone)), intent.estimate())) {
      case Limits.Verdict.Passed(List<Standing> standings) -> passed(intent, standings);
      case Limits.Verdict.Refused(Budget.Refusal refusal) ->
          new Reservation.OverBudget(refuse(intent, "over_budget", refusal.message()), refusal);
    };
  }

  private Reservation passed(Intent intent, List<Standing> standings) {
    return intent.hindrance() == null
        ? reserved(intent, standings)
        : new Reservation.Hindered(intent.hindrance());
  }

  private Reservation reserved(Intent intent, List<Standing> standings) {
    Entry entry = put(intent.reserved(issue(intent.proposed())));
    Intent.IdempotencyKey key = intent.key();
    if (key != null) {
      CallersKey name = callersKey(intent, key);
      keys.put(name, new UsedKey(name.caller(), key, entry.id()));
    }
    return new Reservation.Reserved(entry, standings);
  }

  private Optional<Reservation> known(Intent intent) {
    Intent.IdempotencyKey key = intent.key();
    UsedKey use = key == null ? null : keys.get(callersKey(intent, key));
    Entry entry = use == null ? null : entries.get(use.id());
    if (key == null || use == null || entry == null || forgotten(entry, intent)) {
      return Optional.empty();
    }
    if (!use.key().requestHash().equals(key.requestHash())) {
      return Optional.of(new Reservation.KeyReused(entry));
    }
    return Optional.of(
        entry.finished() ? new Reservation.Done(entry) : new Reservation.Running(entry));
  }

  private boolean forgotten(Entry entry, Intent intent) {
    KeyTerm term = KeyTerm.of(entry, intent);
    return entry.state() == EntryState.RELEASED || (term.isOver() && sawPass(term));
  }

  private boolean sawPass(KeyTerm term) {
    return entries.values().stream()
        .map(this::day)
        .anyMatch(day -> !day.isBefore(term.first(zone)) && !day.isAfter(term.last(zone)));
  }

  private LocalDate day(Entry entry) {
    return LocalDate.ofInstant(entry.timestamp(), zone);
  }

  private static CallersKey callersKey(Intent intent, Intent.IdempotencyKey key) {
    return new CallersKey(intent.caller() == null ? "" : intent.caller(), key.value());
  }

  private EntryId issue(EntryId proposed) {
    EntryId id = issued == null ? proposed : proposed.above(issued);
    while (entries.containsKey(id)) {
      id = id.above(id);
    }
    issued = id;
    return id;
  }

  @Override
  public synchronized Entry refuse(Intent intent, String code, String error) {
    Entry reserved = intent.reserved(issue(intent.proposed()));
    return finished(reserved.ended(Ending.released(code, error)).sealed());
  }

  @Override
  public synchronized Entry attempt(EntryId id, Attempt attempt) {
    return put(inFlight(id).attempted(attempt));
  }

  @Override
  public synchronized Entry send(EntryId id) {
    return put(inFlight(id).sending());
  }

  private Entry inFlight(EntryId id) {
    return find(id)
        .filter(entry -> !entry.finished())
        .orElseThrow(() -> new IllegalStateException("no entry " + id + " is in flight"));
  }

  @Override
  public Entry finishKept(EntryId id, Ending ending) {
    return finish(id, ending);
  }

  @Override
  public void force() {
    // it has no other place
  }

  @Override
  public synchronized Entry finish(EntryId id, Ending ending) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalStateException("there is no entry " + id);
    }
    Entry ended = entry.ended(ending).sealed();
    return entry.finished() ? put(ended) : finished(ended);
  }

  private Entry finished(Entry entry) {
    order.add(entry.id());
    return put(entry);
  }

  @Override
  public synchronized Optional<Entry> settle(EntryId id, Money charged) {
    return find(id).map(entry -> put(entry.settledByHand(charged).sealed()));
  }

  @Override
  public synchronized Optional<Entry> mark(EntryId id, boolean star, SortedSet<String> tags) {
    return find(id).map(entry -> put(entry.marked(star, new TreeSet<>(tags))));
  }

  private Entry put(Entry entry) {
    LocalDate day = day(entry);
    Entry before = entries.put(entry.id(), entry);
    if (before != null) {
      rollups.remove(before, day);
    }
    rollups.add(entry, day);
    Long last = lastChanges.put(entry.id(), ++change);
    if (last != null) {
      changes.remove(last);
    }
    changes.put(change, entry.id());
    return entry;
  }

  @Override
  public synchronized Optional<Entry> find(EntryId id) {
    return Optional.ofNullable(entries.get(id));
  }

  @Override
  public synchronized List<Entry> endingWith(String suffix, int limit) {
    return entries.descendingMap().values().stream()
        .filter(entry -> entry.id().toString().endsWith(suffix))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Page page(Query query, Page.Request request) {
    EntryId before = request.before();
    NavigableMap<EntryId, Entry> older = before == null ? entries : entries.headMap(before, false);
    return isOver(request.patience()) ? step(query, older) : page(query, older, request);
  }

  private boolean isOver(@Nullable Duration patience) {
    return patience != null && (looking != null || patience.isZero());
  }

  // Without patience it looks at one entry.
  private Page step(Query query, NavigableMap<EntryId, Entry> older) {
    if (looking != null) {
      looking.run();
    }
    Map.Entry<EntryId, Entry> last = older.lastEntry();
    if (last == null) {
      return new Page(List.of(), null);
    }
    boolean matches = query.matches(last.getValue());
    return new Page(
        matches ? List.of(last.getValue()) : List.of(), older.size() == 1 ? null : last.getKey());
  }

  private static Page page(Query query, NavigableMap<EntryId, Entry> older, Page.Request request) {
    List<Entry> found =
        older.descendingMap().values().stream()
            .filter(query::matches)
            .limit(request.limit() + 1L)
            .toList();
    if (found.size() <= request.limit()) {
      return new Page(found, null);
    }
    List<Entry> page = found.subList(0, request.limit());
    return new Page(page, page.getLast().id());
  }

  @Override
  public synchronized Statistics statistics(Query query) {
    if (query.everything()) {
      return rollups.statistics(Statistics.Coverage.KEPT);
    }
    Rollups matching = new Rollups();
    entries.values().stream()
        .filter(query::matches)
        .forEach(entry -> matching.add(entry, day(entry)));
    return matching.statistics(new Statistics.Coverage(entries.size(), true));
  }

  @Override
  public synchronized Changes changes(@Nullable String cursor, int limit) {
    boolean resumed = cursor != null && passed(cursor);
    long since = resumed ? Long.parseLong(cursor) : change;
    List<Entry> changed = new ArrayList<>();
    long seen = since;
    for (Map.Entry<Long, EntryId> next : changes.tailMap(since, false).entrySet()) {
      if (changed.size() == limit) {
        break;
      }
      changed.add(find(next.getValue()).orElseThrow());
      seen = next.getKey();
    }
    return new Changes(changed, Long.toString(seen), resumed);
  }

  private boolean passed(String cursor) {
    return cursor.matches("\\d{1,18}") && Long.parseLong(cursor) <= change;
  }

  @Override
  public synchronized void export(Consumer<LogRecord> sink) {
    for (Object held : List.copyOf(order)) {
      switch (held) {
        case EntryId id -> sink.accept(new LogRecord.Whole(find(id).orElseThrow()));
        case LogRecord.Raw raw -> sink.accept(raw);
        default -> throw new IllegalStateException("neither an id nor raw text");
      }
    }
  }

  @Override
  public synchronized long add(Records records) {
    long[] added = {0};
    records.each(next -> added[0] += add(next));
    return added[0];
  }

  private int add(LogRecord added) {
    return switch (added) {
      case LogRecord.Whole(Entry entry) when entries.containsKey(entry.id()) -> 0;
      case LogRecord.Whole(Entry entry) -> {
        finished(entry);
        yield 1;
      }
      case LogRecord.Raw raw -> {
        order.add(raw);
        yield 1;
      }
    };
  }

  @Override
  public synchronized void keys(Consumer<UsedKey> sink) {
    List.copyOf(keys.values()).forEach(sink);
  }

  @Override
  public synchronized long remember(Keys others) {
    int before = keys.size();
    others.each(used -> {
      if (entries.containsKey(used.id())) {
        keys.putIfAbsent(new CallersKey(used.caller(), used.key().value()), used);
      }
    });
    return keys.size() - (long) before;
  }

  @Override
  public synchronized void declare(Fact fact) {
    facts = facts.with(fact);
  }

  @Override
  public synchronized Spending spending(LocalDate day) {
    return rollups.spending(day);
  }

  @Override
  public synchronized Facts facts() {
    return facts;
  }

  @Override
  public synchronized void inspect(Inspector inspector) {
    SortedMap<LocalDate, Rollups> days = new TreeMap<>();
    for (Entry entry : entries.values()) {
      LocalDate day = day(entry);
      days.computeIfAbsent(day, _ -> new Rollups()).add(entry, day);
    }
    SortedMap<LocalDate, Statistics> kept = new TreeMap<>();
    days.forEach((day, sums) -> kept.put(day, sums.statistics(Statistics.Coverage.KEPT)));
    inspector.kept(new Inspector.Sums(zone, rollups.statistics(Statistics.Coverage.KEPT), kept));
    for (Entry entry : entries.values()) {
      inspector.written(entry, EntryFields.of(entry), "memory");
      inspector.entry(entry);
    }
    order.stream()
        .filter(LogRecord.Raw.class::isInstance)
        .map(LogRecord.Raw.class::cast)
        .forEach(raw -> inspector.found(new BookFinding.Foreign("memory", raw.reason())));
  }

  @Override
  public synchronized LogCondition condition() {
    long running = entries.values().stream().filter(entry -> !entry.finished()).count();
    List<LogRecord.Raw> raw =
        order.stream()
            .filter(LogRecord.Raw.class::isInstance)
            .map(LogRecord.Raw.class::cast)
            .toList();
    String damage = raw.isEmpty() ? null : raw.getFirst().reason();
    return new LogCondition(
        "memory", "memory", zone, entries.size() - running, running, raw.size(), 0, damage);
  }

  @Override
  public synchronized void close() {
    List.copyOf(entries.values()).stream()
        .filter(entry -> !entry.finished())
        .forEach(entry -> finish(entry.id(), Ending.stopped(entry)));
  }
}
