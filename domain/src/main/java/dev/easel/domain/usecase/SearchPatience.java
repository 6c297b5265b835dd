package dev.easel.domain.usecase;

import dev.easel.domain.ledger.Page;
import java.time.Duration;
import java.util.function.Function;

/// How long to wait for each page of a search that is told piece by piece. A log that is long on
/// its way to where the search goes on is then waited for as long as that again, so that it does
/// not spend most of its time on the way. For one search, on one thread.
public final class SearchPatience {

  private final Time time;
  private final Duration least;
  private Duration patience;

  /// A patience.
  ///
  /// @param first how long the first page is waited for
  /// @param least how long each of the others is waited for at least
  public SearchPatience(Time time, Duration first, Duration least) {
    this.time = time;
    this.least = least;
    this.patience = first;
  }

  /// The next page of the search.
  ///
  /// @param search finds it, for somebody who waits so long
  public Page page(Function<Duration, Page> search) {
    long began = time.nanos();
    Page page = search.apply(patience);
    Duration way = Duration.ofNanos(time.nanos() - began).minus(patience);
    patience = way.compareTo(least) > 0 ? way : least;
    return page;
  }
}
