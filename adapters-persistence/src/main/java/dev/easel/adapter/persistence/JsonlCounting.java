package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.Cuts;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Statistics;
import java.io.IOException;
import java.time.LocalDate;

/// Adds up the entries that match, by reading them, those with the highest ids first.
final class JsonlCounting {

  /// When so many entries have been read, older ones are left out.
  static final long MOST_READ = 200_000;

  private final JsonlView view;
  private final Cuts cuts;
  private long read;
  private boolean complete = true;

  /// Counts into `cuts`.
  JsonlCounting(JsonlView view, Cuts cuts) {
    this.view = view;
    this.cuts = cuts;
  }

  /// How the figures were found.
  Statistics.Coverage coverage() {
    return new Statistics.Coverage(read, complete);
  }

  /// Adds the entries that match a query.
  void count(Query query) throws IOException {
    JsonlSieve sieve = new JsonlSieve(query, view.vocabulary());
    view.inFlight().forEach(entry -> count(entry, query));
    try (JsonlFilters filters = view.filters()) {
      if (sieve.passes(view.open(), filters)) {
        count(view.open(), query);
      }
      view.blocks()
          .order()
          .newestFirst(null, block -> !sieve.passes(block, filters) || count(block, query));
    }
  }

  private boolean count(JsonlBlock block, Query query) throws IOException {
    complete = complete && read < MOST_READ;
    if (complete) {
      view.gists(block, (entry, _) -> count(entry, query));
    }
    return complete;
  }

  private void count(Entry entry, Query query) {
    read++;
    if (query.matches(entry)) {
      JsonlSums.addTo(cuts, entry, LocalDate.ofInstant(entry.timestamp(), view.reader().zone()));
    }
  }
}
