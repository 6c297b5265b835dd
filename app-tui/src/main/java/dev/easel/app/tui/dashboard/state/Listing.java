package dev.easel.app.tui.dashboard.state;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Statistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A list of entries, as far as it has been read.
///
/// @param filter what the user filters by, in the query language
/// @param order in which they come
/// @param entries those that have been read
/// @param next from where more of them come, null when there are none
/// @param chosen the index of the chosen one
/// @param marked those that are marked
/// @param following whether the newest stays chosen
/// @param totals what all that match add up to, null while that is not known
/// @param inquiry how it stands with reading it
public record Listing(
    String filter,
    Order order,
    List<Entry> entries,
    @Nullable EntryId next,
    int chosen,
    Set<EntryId> marked,
    boolean following,
    @Nullable Statistics totals,
    Inquiry inquiry) {

  /// Before anything is read.
  public static final Listing UNREAD =
      new Listing("", Order.NEWEST, List.of(), null, 0, Set.of(), false, null, Inquiry.NONE);

  /// Copies the collections.
  public Listing {
    entries = List.copyOf(entries);
    marked = Set.copyOf(marked);
    chosen = Math.clamp(chosen, 0, Math.max(0, entries.size() - 1));
  }

  /// In which order entries come. All but the newest first show at most a thousand.
  public enum Order {
    /// By time, the newest first.
    NEWEST("time", true),
    /// By time, the oldest first.
    OLDEST("time", false),
    /// By cost, the dearest first.
    DEAREST("cost", true),
    /// By cost, the cheapest first.
    CHEAPEST("cost", false),
    /// By latency, the slowest first.
    SLOWEST("latency", true),
    /// By latency, the quickest first.
    QUICKEST("latency", false);

    private final String column;
    private final boolean down;

    Order(String column, boolean down) {
      this.column = column;
      this.down = down;
    }

    /// The column that it goes by.
    public String column() {
      return column;
    }

    /// Whether the highest comes first.
    public boolean down() {
      return down;
    }

    /// By the next column, the highest first.
    public Order nextColumn() {
      return switch (this) {
        case NEWEST, OLDEST -> DEAREST;
        case DEAREST, CHEAPEST -> SLOWEST;
        case SLOWEST, QUICKEST -> NEWEST;
      };
    }

    /// The other way round.
    public Order reversed() {
      return switch (this) {
        case NEWEST -> OLDEST;
        case OLDEST -> NEWEST;
        case DEAREST -> CHEAPEST;
        case CHEAPEST -> DEAREST;
        case SLOWEST -> QUICKEST;
        case QUICKEST -> SLOWEST;
      };
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

  /// Why the filter or the log does not do, one sentence; null when it does.
  public @Nullable String trouble() {
    return inquiry.trouble();
  }

  /// The chosen entry.
  public Optional<Entry> current() {
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(chosen));
  }

  /// The marked entries that have been read.
  public List<Entry> picked() {
    return marked.isEmpty()
        ? List.of()
        : entries.stream().filter(one -> marked.contains(one.id())).toList();
  }

  /// With another one chosen; following ends unless it is the first.
  public Listing choosing(int index) {
    return new Listing(
        filter, order, entries, next, index, marked, following && index <= 0, totals, inquiry);
  }

  /// With a mark put on or taken off.
  public Listing marking(EntryId id) {
    Set<EntryId> changed = new HashSet<>(marked);
    if (!changed.remove(id)) {
      changed.add(id);
    }
    return marked(changed);
  }

  /// With these marked.
  public Listing marked(Set<EntryId> ids) {
    return new Listing(filter, order, entries, next, chosen, ids, following, totals, inquiry);
  }

  /// Following the newest, or not.
  public Listing following(boolean wanted) {
    int first = wanted ? 0 : chosen;
    return new Listing(filter, order, entries, next, first, marked, wanted, totals, inquiry);
  }

  /// By another filter, from its beginning; what was read stays until the answer comes.
  public Listing filtered(String other) {
    return new Listing(
        other, order, entries, next, 0, Set.of(), following, totals, inquiry.untroubled());
  }

  /// In another order.
  public Listing ordered(Order other) {
    return new Listing(filter, other, entries, next, 0, marked, false, totals, inquiry);
  }

  /// After a question.
  public Listing asking(Instant now) {
    return with(inquiry.ask(now));
  }

  /// After something has changed that the next answer does not hold.
  public Listing outdated() {
    return with(inquiry.outdated());
  }

  /// After it could not be answered.
  public Listing troubled(String sentence) {
    return with(inquiry.troubled(sentence));
  }

  private Listing with(Inquiry other) {
    return new Listing(filter, order, entries, next, chosen, marked, following, totals, other);
  }

  /// After the answer to a question for the first of them: the chosen one stays chosen where it is
  /// still there, unless the newest is followed.
  public Listing read(List<Entry> first, @Nullable EntryId more) {
    return holding(first, more, 0, inquiry.answered());
  }

  /// While an answer is awaited: with these, the chosen one as [#read] has it.
  public Listing met(List<Entry> soFar) {
    return holding(soFar, next, 0, inquiry);
  }

  /// After the answer to a question for more of them.
  public Listing more(List<Entry> further, @Nullable EntryId more) {
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(further);
    return new Listing(
        filter, order, all, more, chosen, marked, following, totals, inquiry.answered());
  }

  /// With these entries instead of those that were read, the chosen one where it is.
  public Listing changed(List<Entry> other) {
    return holding(other, next, chosen, inquiry);
  }

  // Where the chosen one is not among them, the one at `otherwise` is chosen.
  private Listing holding(List<Entry> other, @Nullable EntryId more, int otherwise, Inquiry after) {
    int index =
        following
            ? otherwise
            : current().map(one -> place(one, other, otherwise)).orElse(otherwise);
    return new Listing(filter, order, other, more, index, marked, following, totals, after);
  }

  private static int place(Entry wanted, List<Entry> among, int otherwise) {
    for (int index = 0; index < among.size(); index++) {
      if (among.get(index).id().equals(wanted.id())) {
        return index;
      }
    }
    return otherwise;
  }

  /// With what all that match add up to.
  public Listing totalling(Statistics other) {
    return new Listing(filter, order, entries, next, chosen, marked, following, other, inquiry);
  }
}
