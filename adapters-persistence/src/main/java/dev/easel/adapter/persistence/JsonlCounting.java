package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Rollups;
import dev.easel.domain.ledger.Statistics;
import java.io.IOException;
import java.time.LocalDate;

/// Adds up the entries that match a query, by reading them, those with the highest ids first.
final class JsonlCounting {

  /// When so many entries have been read, older ones are left out.
  private static final long MOST = 1_000_000;

  private final JsonlView view;
  private final Query query;
  private final JsonlSieve sieve;
  private final Rollups rollups = new Rollups();
  private long scanned;
  private boolean complete = true;

  private JsonlCounting(JsonlView view, Query query) {
    this.view = view;
    this.query = query;
    this.sieve = new JsonlSieve(query, view.vocabulary());
  }

  /// The statistics of the entries that match.
  static Statistics statistics(JsonlView view, Query query) throws IOException {
    JsonlCounting counting = new JsonlCounting(view, query);
    counting.count();
    return counting.rollups.statistics(
        new Statistics.Coverage(counting.scanned, counting.complete));
  }

  private void count() throws IOException {
    view.inFlight().forEach(this::count);
    try (JsonlFilters filters = view.filters()) {
      visit(view.open(), filters);
      view.blocks().order().newestFirst(null, block -> visit(block, filters));
    }
  }

  private boolean visit(JsonlBlock block, JsonlFilters filters) throws IOException {
    if (!sieve.passes(block, filters)) {
      return true;
    }
    complete = scanned < MOST;
    if (complete) {
      view.entries(block, this::count);
    }
    return complete;
  }

  private void count(Entry entry) {
    scanned++;
    if (query.matches(entry)) {
      rollups.add(entry, LocalDate.ofInstant(entry.timestamp(), view.reader().zone()));
    }
  }
}
