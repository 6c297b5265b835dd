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
/// @param asked the number of the last question
/// @param asking since when an answer is awaited, null when none is
/// @param trouble why the filter or the log does not do, one sentence; null when it does
public record Listing(
    String filter,
    Order order,
    List<Entry> entries,
    @Nullable EntryId next,
    int chosen,
    Set<EntryId> marked,
    boolean following,
    @Nullable Statistics totals,
    long asked,
    @Nullable Instant asking,
    @Nullable String trouble) {

  /// Before anything is read.
  public static final Listing UNREAD =
      new Listing("", Order.NEWEST, List.of(), null, 0, Set.of(), false, null, 0, null, null);

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
        filter,
        order,
        entries,
        next,
        index,
        marked,
        following && index <= 0,
        totals,
        asked,
        asking,
        trouble);
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
    return new Listing(
        filter, order, entries, next, chosen, ids, following, totals, asked, asking, trouble);
  }

  /// Following the newest, or not.
  public Listing following(boolean wanted) {
    return new Listing(
        filter,
        order,
        entries,
        next,
        wanted ? 0 : chosen,
        marked,
        wanted,
        totals,
        asked,
        asking,
        trouble);
  }

  /// By another filter, from its beginning; what was read stays until the answer comes.
  public Listing filtered(String other) {
    return new Listing(
        other, order, entries, next, chosen, Set.of(), following, totals, asked, asking, null);
  }

  /// In another order.
  public Listing ordered(Order other) {
    return new Listing(
        filter, other, entries, next, 0, marked, false, totals, asked, asking, trouble);
  }

  /// After a question.
  public Listing asking(Instant now) {
    return new Listing(
        filter,
        order,
        entries,
        next,
        chosen,
        marked,
        following,
        totals,
        asked + 1,
        asking == null ? now : asking,
        trouble);
  }

  /// After the answer to a question for the first of them: the chosen one stays chosen where it is
  /// still there.
  public Listing read(List<Entry> first, @Nullable EntryId following, boolean sameFilter) {
    Listing fresh =
        new Listing(
            filter, order, first, following, 0, marked, this.following, totals, asked, null, null);
    return sameFilter && !this.following
        ? current().map(Entry::id).map(fresh::choosing).orElse(fresh)
        : fresh;
  }

  /// After the answer to a question for more of them.
  public Listing more(List<Entry> further, @Nullable EntryId following) {
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(further);
    return new Listing(
        filter, order, all, following, chosen, marked, this.following, totals, asked, null, null);
  }

  /// With these entries instead of those that were read, the chosen one where it is.
  public Listing changed(List<Entry> other) {
    Listing fresh =
        new Listing(
            filter, order, other, next, chosen, marked, following, totals, asked, asking, trouble);
    return following ? fresh : current().map(Entry::id).map(fresh::choosing).orElse(fresh);
  }

  private Listing choosing(EntryId id) {
    for (int index = 0; index < entries.size(); index++) {
      if (entries.get(index).id().equals(id)) {
        return new Listing(
            filter, order, entries, next, index, marked, following, totals, asked, asking, trouble);
      }
    }
    return this;
  }

  /// With what all that match add up to.
  public Listing totalling(Statistics other) {
    return new Listing(
        filter, order, entries, next, chosen, marked, following, other, asked, asking, trouble);
  }

  /// After it could not be answered.
  public Listing troubled(String sentence) {
    return new Listing(
        filter, order, entries, next, chosen, marked, following, totals, asked, null, sentence);
  }
}
