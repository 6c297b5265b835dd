package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Listing;
import dev.easel.app.tui.dashboard.state.Shape;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Query;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Asks for what is shown, and takes the answers. An answer to any question but the last is
/// dropped.
final class Reading {

  private Reading() {}

  /// Asks for everything that is shown.
  static Step all(State state) {
    return books(state).then(Reading::first);
  }

  /// Asks for the sums.
  static Step books(State state) {
    Books asking = state.books().asking(state.world().now());
    return Step.to(state.with(asking), new Effect.ReadBooks(asking.asked(), state.place().range()));
  }

  /// Asks for the first requests, and what they add up to.
  static Step first(State state) {
    Listing asking = state.requests().listing().asking(state.world().now());
    String query = query(state);
    return Step.to(Lists.with(state, asking))
        .and(new Effect.ReadEntries(asking.asked(), query, asking.order(), null))
        .and(totals(state));
  }

  /// What asks for what the listed ones add up to.
  static Effect totals(State state) {
    return new Effect.ReadTotals(query(state));
  }

  /// Asks for the requests behind those that were read, if there are any.
  static Step more(State state) {
    Listing listing = state.requests().listing();
    if (listing.next() == null || listing.asking() != null) {
      return Step.to(state);
    }
    Listing asking = listing.asking(state.world().now());
    return Step.to(
        Lists.with(state, asking),
        new Effect.ReadEntries(asking.asked(), query(state), asking.order(), listing.next()));
  }

  /// What is listed, in the query language.
  static String query(State state) {
    return state.place().range().with(state.requests().listing().filter());
  }

  static Step read(State state, Event.BooksRead read) {
    if (read.asked() != state.books().asked()) {
      return Step.to(state);
    }
    Books books = state.books().read(read.sheet());
    Step step =
        Step.to(state.with(books).with(state.place().at(row(state, read.sheet()))))
            .and(new Effect.Expect(running(state, read.sheet())));
    return books.stale() ? step.then(Reading::books) : step;
  }

  // The newest stays chosen, or else the request that is.
  private static int row(State state, Books.Sheet sheet) {
    Books.Sheet before = state.books().sheet();
    int row = state.place().row();
    if (row == 0 || before == null || row >= before.latest().size()) {
      return row;
    }
    EntryId chosen = before.latest().get(row).id();
    return IntStream.range(0, sheet.latest().size())
        .filter(index -> sheet.latest().get(index).id().equals(chosen))
        .findFirst()
        .orElse(row);
  }

  private static Set<Shape> running(State state, Books.Sheet sheet) {
    return Stream.concat(
            sheet.running().stream().map(Shape::of),
            state.jobs().active().stream().map(job -> Shape.of(job.request())))
        .collect(Collectors.toSet());
  }

  static Step read(State state, Event.EntriesRead read) {
    Listing listing = state.requests().listing();
    if (read.asked() != listing.asked()) {
      return Step.to(state);
    }
    State listed =
        Lists.with(
            state,
            read.more()
                ? listing.more(read.entries(), read.next())
                : listing.read(read.entries(), read.next()));
    return listing.stale() ? first(listed) : Step.to(listed);
  }

  /// While a question looks for more: what it has found is shown, beside what is shown and matches.
  static Step found(State state, Event.EntriesFound found) {
    Listing listing = state.requests().listing();
    if (found.asked() != listing.asked()) {
      return Step.to(state);
    }
    Query query = Query.parse(query(state), state.world().house().zone(), state.world().now());
    NavigableMap<EntryId, Entry> both = new TreeMap<>();
    listing.entries().stream().filter(query::matches).forEach(one -> both.put(one.id(), one));
    found.entries().forEach(one -> both.put(one.id(), one));
    return Step.to(Lists.with(state, listing.met(List.copyOf(both.descendingMap().values()))));
  }

  static Step read(State state, Event.TotalsRead read) {
    Listing listing = state.requests().listing();
    return Step.to(
        read.query().equals(query(state))
            ? Lists.with(state, listing.totalling(read.totals()))
            : state);
  }

  static Step troubled(State state, Event.EntriesTroubled troubled) {
    Listing listing = state.requests().listing();
    return Step.to(
        troubled.asked() == listing.asked()
            ? Lists.with(state, listing.troubled(troubled.sentence()))
            : state);
  }
}
