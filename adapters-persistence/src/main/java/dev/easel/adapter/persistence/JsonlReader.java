package dev.easel.adapter.persistence;

import dev.easel.domain.cost.Spending;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Changes;
import dev.easel.domain.ledger.Cuts;
import dev.easel.domain.ledger.Facts;
import dev.easel.domain.ledger.Inspector;
import dev.easel.domain.ledger.Inspector.Sums;
import dev.easel.domain.ledger.LogCondition;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.ledger.UsedKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Reads the log for whoever asks, up to date with what all processes have written. Safe for use by
/// several threads.
final class JsonlReader {

  /// Something to read.
  ///
  /// @param <T> what it answers
  @FunctionalInterface
  interface Reading<T> {
    /// Reads it.
    T read(JsonlView view) throws IOException;
  }

  private interface Question<T> {
    T ask() throws IOException;
  }

  private final Path place;
  private final JsonlPlaces places;
  private final JsonlBooks books;
  private final JsonlVigil vigil;
  private volatile boolean closed;

  /// A reader of these books.
  ///
  /// @param place how the user calls the log
  JsonlReader(Path place, JsonlPlaces places, JsonlBooks books, JsonlVigil vigil) {
    this.place = place;
    this.places = places;
    this.books = books;
    this.vigil = vigil;
  }

  /// Reads without keeping others from reading or writing.
  <T> T read(Reading<T> reading) {
    return answer(() -> reading.read(view()));
  }

  /// The statistics of the entries that match: as far as possible from the sums that are kept.
  Statistics statistics(Query query) {
    return answer(() -> {
      Cuts cuts = new Cuts();
      JsonlView view;
      List<Query> toBeRead;
      synchronized (books) {
        books.refresh();
        if (query.everything()) {
          return books.index().sums().statistics();
        }
        view = books.view();
        toBeRead = addKept(query, cuts);
      }
      JsonlCounting counting = new JsonlCounting(view, cuts);
      for (Query part : toBeRead) {
        counting.count(part);
      }
      return cuts.statistics(counting.coverage());
    });
  }

  private List<Query> addKept(Query query, Cuts cuts) {
    if (!SqliteKept.canAnswer(query)) {
      return List.of(query);
    }
    SqliteDays days = SqliteDays.of(query, books.index().reader().zone());
    books.index().sums().addTo(cuts, days, SqliteKept.of(query));
    return days.ends().stream().map(end -> query.and(end)).toList();
  }

  /// What changed since a cursor.
  Changes changes(@Nullable String cursor, int limit) {
    return answer(() -> news(cursor, limit).tell());
  }

  private JsonlNews news(@Nullable String text, int limit) throws IOException {
    synchronized (books) {
      books.refresh();
      JsonlCursor now = books.now();
      Optional<JsonlCursor> known =
          JsonlCursor.parse(text).filter(cursor -> cursor.isNotAfter(now));
      JsonlCursor cursor = known.orElse(now);
      JsonlNews.Later later = JsonlNews.Later.than(cursor.sequence(), books.journal());
      return new JsonlNews(books.view(), later, cursor, known.isPresent(), limit);
    }
  }

  /// What is committed on a day and in its month, and on the day by each caller.
  Spending spending(LocalDate day) {
    return answer(() -> {
      synchronized (books) {
        books.refresh();
        return books.index().sums().spending(day);
      }
    });
  }

  /// What has been declared.
  Facts facts() {
    return answer(() -> {
      synchronized (books) {
        books.refresh();
        return books.journal().facts();
      }
    });
  }

  /// What the idempotency keys were last used for.
  List<UsedKey> keys() {
    return answer(() -> {
      synchronized (books) {
        books.refresh();
        return books.journal().usedKeys();
      }
    });
  }

  /// Gives all that the log holds to an inspector.
  void inspect(Inspector inspector) {
    answerAsItIs(() -> {
      JsonlView view;
      List<JsonlInFlight> flying;
      synchronized (books) {
        books.refresh();
        JsonlSums sums = books.index().sums();
        ZoneId zone = books.index().reader().zone();
        inspector.kept(new Sums(zone, sums.statistics(), sums.statisticsByDay()));
        view = books.view().withoutLaterChanges();
        flying = List.copyOf(books.journal().inFlight().values());
      }
      new JsonlInspection(view, flying, this::view, inspector).run();
      return true;
    });
  }

  /// How the log is.
  LogCondition condition() {
    return answer(() -> {
      JsonlView view = view();
      return new LogCondition(
          "jsonl",
          place.toString(),
          view.reader().zone(),
          view.counts().entries(),
          view.inFlight().size(),
          view.counts().damaged(),
          places.bytes(),
          view.counts().damage());
    });
  }

  private JsonlView view() throws IOException {
    synchronized (books) {
      books.refresh();
      return books.view();
    }
  }

  private <T> T answer(Question<T> question) {
    return answerAsItIs(() -> {
      vigil.look();
      return question.ask();
    });
  }

  private <T> T answerAsItIs(Question<T> question) {
    if (closed) {
      throw new IllegalStateException("the log is closed");
    }
    try {
      return question.ask();
    } catch (UncheckedIOException failed) {
      throw LogFailures.of(place, Objects.requireNonNull(failed.getCause()));
    } catch (IOException failed) {
      throw LogFailures.of(place, failed);
    }
  }

  /// Nothing can be read any more.
  void close() {
    closed = true;
  }
}
