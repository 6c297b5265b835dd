package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

/// Finds the newest entries that match. It reads the blocks with the highest ids first and stops
/// when no other can hold a newer one, or when whoever asked waits no longer.
final class JsonlBrowsing {

  /// An entry that matches.
  ///
  /// @param flying the entry, null when its line must be read
  /// @param line where it begins
  private record Match(EntryId id, @Nullable Entry flying, long line) {}

  private final JsonlView view;
  private final Query query;
  private final Page.Request request;
  private final JsonlSieve sieve;
  private final Patience patience;
  private final PriorityQueue<Match> newest = new PriorityQueue<>(Comparator.comparing(Match::id));

  /// Below it nothing is known yet; null when everything has been looked at that may matter.
  private @Nullable EntryId reached;

  private JsonlBrowsing(JsonlView view, Query query, Page.Request request) {
    this.view = view;
    this.query = query;
    this.request = request;
    this.sieve = new JsonlSieve(query, view.vocabulary());
    this.patience = new Patience(request.patience());
  }

  /// A page of the entries that match.
  static Page page(JsonlView view, Query query, Page.Request request) throws IOException {
    JsonlBrowsing browsing = new JsonlBrowsing(view, query, request);
    browsing.browse();
    return browsing.page();
  }

  /// The entry with this id, as it is now.
  static Optional<Entry> find(JsonlView view, EntryId id) throws IOException {
    for (Entry flying : view.inFlight()) {
      if (flying.id().equals(id)) {
        return Optional.of(flying);
      }
    }
    return view.find(id).map(found -> view.now(found.ofLine()));
  }

  /// The entries whose ids end so, newest first.
  static List<Entry> endingWith(JsonlView view, String suffix, int limit) throws IOException {
    Query query = new Query(suffix, List.of(new Condition.Is(Condition.Field.ID, suffix, false)));
    return page(view, query, Page.Request.newest(Math.min(limit, Page.Request.MOST))).entries();
  }

  private void browse() throws IOException {
    view.inFlight().forEach(entry -> offer(entry, new Match(entry.id(), entry, 0)));
    try (JsonlFilters filters = view.filters()) {
      visit(view.open(), filters);
      view.blocks().order().newestFirst(request.before(), block -> goOn(block, filters));
    }
  }

  private boolean goOn(JsonlBlock block, JsonlFilters filters) throws IOException {
    EntryId highest = block.ranges().highest();
    if (isFull() && highest.compareTo(oldest()) < 0) {
      return false;
    }
    EntryId above = highest.above(highest);
    if (isAdvance(above) && patience.hasEnded()) {
      reached = above;
      return false;
    }
    visit(block, filters);
    return true;
  }

  private boolean isAdvance(EntryId above) {
    return request.before() == null || above.compareTo(request.before()) < 0;
  }

  private void visit(JsonlBlock block, JsonlFilters filters) throws IOException {
    if (sieve.passes(block, filters)) {
      view.gists(block, (gist, line) -> offer(gist, new Match(gist.id(), null, line)));
    }
  }

  private void offer(Entry entry, Match match) {
    if (isAsked(match.id()) && query.matches(entry)) {
      newest.add(match);
      if (newest.size() > request.limit() + 1) {
        newest.remove();
      }
    }
  }

  private boolean isAsked(EntryId id) {
    @Nullable EntryId before = request.before();
    return (before == null || id.compareTo(before) < 0)
        && (!isFull() || id.compareTo(oldest()) > 0);
  }

  // One more than asked for shows that there is a next page.
  private boolean isFull() {
    return newest.size() > request.limit();
  }

  private EntryId oldest() {
    return Objects.requireNonNull(newest.peek()).id();
  }

  private Page page() throws IOException {
    List<Match> found = found();
    boolean more = found.size() > request.limit();
    List<Match> shown = more ? found.subList(0, request.limit()) : found;
    return new Page(entries(shown), more ? shown.getLast().id() : reached);
  }

  // What lies below waits for the page on which nothing can come between.
  private List<Match> found() {
    return newest.stream()
        .filter(match -> reached == null || match.id().compareTo(reached) >= 0)
        .sorted(Comparator.comparing(Match::id).reversed())
        .toList();
  }

  private List<Entry> entries(List<Match> shown) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (RandomAccessFile log = view.openLog()) {
      for (Match match : shown) {
        entry(log, match).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private Optional<Entry> entry(RandomAccessFile log, Match match) throws IOException {
    return match.flying() == null
        ? view.at(log, match.line()).map(found -> view.now(found.ofLine()))
        : Optional.of(match.flying());
  }
}
