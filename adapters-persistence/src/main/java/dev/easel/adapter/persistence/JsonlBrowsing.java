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
/// when no other can hold a newer one.
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
  private final PriorityQueue<Match> newest = new PriorityQueue<>(Comparator.comparing(Match::id));

  private JsonlBrowsing(JsonlView view, Query query, Page.Request request) {
    this.view = view;
    this.query = query;
    this.request = request;
    this.sieve = new JsonlSieve(query, view.vocabulary());
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
      view.blocks().order().newestFirst(request.before(), block -> visit(block, filters));
    }
  }

  private boolean visit(JsonlBlock block, JsonlFilters filters) throws IOException {
    if (isFull() && block.ranges().highest().compareTo(oldest()) < 0) {
      return false;
    }
    if (sieve.passes(block, filters)) {
      view.gists(block, (gist, line) -> offer(gist, new Match(gist.id(), null, line)));
    }
    return true;
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
    List<Match> found = newest.stream().sorted(Comparator.comparing(Match::id).reversed()).toList();
    boolean more = found.size() > request.limit();
    List<Match> shown = more ? found.subList(0, request.limit()) : found;
    List<Entry> entries = new ArrayList<>();
    try (RandomAccessFile log = view.openLog()) {
      for (Match match : shown) {
        entry(log, match).ifPresent(entries::add);
      }
    }
    return new Page(entries, more ? shown.getLast().id() : null);
  }

  private Optional<Entry> entry(RandomAccessFile log, Match match) throws IOException {
    return match.flying() == null
        ? view.at(log, match.line()).map(found -> view.now(found.ofLine()))
        : Optional.of(match.flying());
  }
}
