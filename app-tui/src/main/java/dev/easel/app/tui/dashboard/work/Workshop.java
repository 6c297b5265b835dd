package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Connection;
import dev.easel.app.tui.dashboard.state.Draft;
import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Message;
import dev.easel.app.tui.picture.Preview;
import dev.easel.app.tui.picture.Previews;
import dev.easel.app.tui.request.UploadFiles;
import dev.easel.domain.image.ProviderProbe;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.usecase.RaiseBudget;
import dev.easel.domain.usecase.Studio;
import dev.easel.domain.usecase.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Does the work that the dashboard wants. Safe for use by several threads.
public final class Workshop implements AutoCloseable {

  // Some hundred pages of a gallery, or as many pictures that fill a screen.
  private static final int MOST_PIXELS = 4_000_000;

  private static final String DRAFT = "new-request.properties";

  private final Studio studio;
  private final ProviderProbe probe;
  private final String provider;
  private final Time time;
  private final Consumer<Event> events;
  private final BooksReader books;
  private final EntriesReader entries;
  private final Orders orders;
  private final Marker marker;
  private final Exporter exporter;
  private final Viewer viewer;
  private final Assessor assessor;
  private final Recaller recaller;
  private final DraftFile draft;
  private final Previews previews;
  private final Pace booksPace;
  private final Pace totalsPace;

  /// Opens it.
  ///
  /// @param provider that new requests go to
  /// @param path makes a path that was typed absolute
  /// @param data the directory of what Easel keeps
  /// @param events takes what comes of the work, from any thread
  public Workshop(
      Studio studio,
      ProviderProbe probe,
      String provider,
      Time time,
      UnaryOperator<Path> path,
      Path data,
      Consumer<Event> events) {
    this.studio = studio;
    this.probe = probe;
    this.provider = provider;
    this.time = time;
    this.events = events;
    books = new BooksReader(studio);
    entries = new EntriesReader(studio.browseLog(), events);
    orders = new Orders(studio.generateImages(), events);
    marker = new Marker(studio, events);
    exporter = new Exporter(studio.log(), time, path, events);
    viewer = new Viewer(studio.pictures(), events);
    Pictures pictures = new Pictures(new UploadFiles(name -> path.apply(Path.of(name))));
    assessor = new Assessor(studio, books, pictures, time, events);
    recaller = new Recaller(studio.pictures(), assessor, events);
    draft = new DraftFile(data.resolve(DRAFT));
    previews = new Previews(studio.pictures(), MOST_PIXELS);
    booksPace = new Pace();
    totalsPace = new Pace();
  }

  /// Begins a piece of work; returns at once.
  public void perform(Effect.Work work) {
    Thread.ofVirtual().name("easel-" + work.getClass().getSimpleName()).start(() -> done(work));
  }

  private void done(Effect.Work work) {
    try {
      begin(work);
    } catch (LogUnavailable | Query.QueryProblem trouble) {
      failed(work, String.valueOf(trouble.getMessage()));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError unexpected) {
      failed(work, "something unexpected happened (" + unexpected + ")");
    }
  }

  private void begin(Effect.Work work) {
    switch (work) {
      case Effect.ReadBooks(long asked, var range) ->
          booksPace.run(() -> events.accept(new Event.BooksRead(asked, books.read(range))));
      case Effect.ReadEntries read -> events.accept(entries.read(read));
      case Effect.ReadTotals(String query) ->
          totalsPace.run(() ->
              events.accept(
                  new Event.TotalsRead(query, studio.summariseSpending().statistics(query))));
      case Effect.Expect(var shapes) -> events.accept(new Event.Expected(books.expected(shapes)));
      case Effect.Assess question -> assessor.answer(question);
      case Effect.Recall question -> recaller.answer(question);
      case Effect.ReadDraft _ -> events.accept(new Event.DraftRead(draft.read()));
      case Effect.KeepDraft(var kept) -> keep(kept);
      case Effect.Generate(long number, var order) -> orders.carryOut(number, order);
      case Effect.Cancel(long number) -> orders.cancel(number);
      case Effect.Mark mark -> marker.mark(mark);
      case Effect.Settle settle -> marker.settle(settle);
      case Effect.DeletePictures(var chosen) -> marker.delete(chosen);
      case Effect.Export export -> exporter.write(export);
      case Effect.Open(var entry) -> viewer.open(entry);
      case Effect.DrawPicture(var wanted) ->
          events.accept(new Event.PictureDrawn(wanted, previews.draw(wanted)));
      case Effect.Explain(var entry) ->
          events.accept(new Event.Explained(studio.explainCost().explain(entry)));
      case Effect.Raise raise -> raise(raise);
      case Effect.Probe _ -> probe();
    }
  }

  private void failed(Effect.Work work, String sentence) {
    switch (work) {
      case Effect.ReadBooks(long asked, _) ->
          events.accept(new Event.BooksTroubled(asked, sentence));
      case Effect.ReadEntries read ->
          events.accept(new Event.EntriesTroubled(read.asked(), sentence));
      case Effect.Generate(long number, _) -> events.accept(new Event.JobFailed(number, sentence));
      case Effect.Assess question ->
          events.accept(new Event.AssessTroubled(question.asked(), sentence));
      case Effect.Recall question ->
          events.accept(new Event.RecallTroubled(question.asked(), sentence));
      case Effect.ReadTotals _, Effect.Expect _ -> {} // the entries tell it
      case Effect.DrawPicture(var wanted) ->
          events.accept(new Event.PictureDrawn(wanted, new Preview.Undrawable()));
      case Effect.Cancel _,
          Effect.Mark _,
          Effect.Settle _,
          Effect.DeletePictures _,
          Effect.Export _,
          Effect.Open _,
          Effect.Explain _,
          Effect.Raise _,
          Effect.ReadDraft _,
          Effect.KeepDraft _,
          Effect.Probe _ ->
          events.accept(new Event.Told(Message.Severity.ERROR, sentence));
    }
  }

  private void keep(Draft kept) {
    try {
      draft.keep(kept);
    } catch (IOException failed) {
      events.accept(
          new Event.Told(
              Message.Severity.WARNING,
              "what was sent is not kept for the next sitting: " + failed.getMessage()));
    }
  }

  private void raise(Effect.Raise raise) {
    switch (studio.raiseBudget().raise(raise.period(), raise.caller(), raise.amount())) {
      case RaiseBudget.Raising.Raised _ ->
          events.accept(new Event.Raised(raise.period(), raise.caller(), raise.amount()));
      case RaiseBudget.Raising.Refused(String reason) ->
          events.accept(new Event.Told(Message.Severity.ERROR, reason));
    }
  }

  private void probe() {
    Connection found =
        probe
            .obstacle(provider)
            .<Connection>map(reason -> Connection.Offline.at(time.now(), reason))
            .orElseGet(Connection.Online::new);
    events.accept(new Event.Connected(found));
  }

  @Override
  public void close() {
    orders.close();
  }
}
