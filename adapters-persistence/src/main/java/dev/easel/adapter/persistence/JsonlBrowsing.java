package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Condition;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

/// Finds the newest entries that match. It reads the blocks with the highest ids first and stops
/// when no other can hold a newer one.
final class JsonlBrowsing {

  private final JsonlView view;
  private final Query query;
  private final Page.Request request;
  private final JsonlSieve sieve;
  private final PriorityQueue<Entry> newest = new PriorityQueue<>(Comparator.comparing(Entry::id));

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
    view.inFlight().forEach(this::offer);
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
      view.entries(block, this::offer);
    }
    return true;
  }

  private void offer(Entry entry) {
    if (isAsked(entry.id()) && query.matches(entry)) {
      newest.add(entry);
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

  private Page page() {
    List<Entry> found = newest.stream().sorted(Comparator.comparing(Entry::id).reversed()).toList();
    if (found.size() <= request.limit()) {
      return new Page(found, null);
    }
    List<Entry> page = found.subList(0, request.limit());
    return new Page(page, page.getLast().id());
  }
}
