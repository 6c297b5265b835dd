package dev.easel.domain.ledger;

import dev.easel.domain.image.Nullable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Some entries, newest first.
///
/// @param next from where the following page goes on, null when there is none; a page is the last
///   one only then, however few entries it has
public record Page(List<Entry> entries, @Nullable EntryId next) {

  /// Copies the entries.
  public Page {
    entries = List.copyOf(entries);
  }

  /// What is asked of a log: at most `limit` entries (1 to 1,000) whose ids are lower than
  /// `before`.
  ///
  /// @param before null to start with the newest
  /// @param patience how long the log looks on before it answers what it has found; null when it is
  ///   to look until the page is full
  public record Request(int limit, @Nullable EntryId before, @Nullable Duration patience) {
    /// The most entries of a page.
    public static final int MOST = 1_000;

    /// Checks the limit.
    ///
    /// @throws IllegalArgumentException when the limit is out of range
    public Request {
      if (limit < 1 || limit > MOST) {
        throw new IllegalArgumentException("limit is " + limit + ", and must be from 1 to " + MOST);
      }
    }

    /// A request of somebody who waits until the page is full.
    public Request(int limit, @Nullable EntryId before) {
      this(limit, before, null);
    }

    /// The newest `limit` entries.
    public static Request newest(int limit) {
      return new Request(limit, null);
    }

    /// The same request of somebody who waits so long.
    public Request within(Duration time) {
      return new Request(limit, before, time);
    }
  }

  /// The request for the page after this one, if there is one.
  public Optional<Request> following(int limit) {
    return next == null ? Optional.empty() : Optional.of(new Request(limit, next));
  }
}
