package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Connection;
import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.Size;
import java.time.Instant;

/// What happens to the state.
public final class Update {

  private Update() {}

  /// What comes of an event.
  public static Step of(State state, Event event) {
    return Looking.after(Gallery.filled(happened(state, event)));
  }

  private static Step happened(State state, Event event) {
    return switch (event) {
      case Event.Ticked(var now) -> ticked(state.with(state.world().at(now)));
      case Event.Opened(var house) ->
          Reading.all(state.with(state.world().opened(house)))
              .and(new Effect.ReadDraft())
              .then(Asking::again);
      case Event.Came(Input input) -> came(state, input);
      case Event.Clicked(var click) -> Pointing.clicked(state.with(state.messages().read()), click);
      case Event.BooksRead read -> Reading.read(state, read);
      case Event.BooksTroubled(long asked, String sentence) ->
          Step.to(
              asked == state.books().asked()
                  ? state.with(state.books().troubled(sentence))
                  : state);
      case Event.EntriesRead read -> Reading.read(state, read);
      case Event.EntriesFound found -> Reading.found(state, found);
      case Event.TotalsRead read -> Reading.read(state, read);
      case Event.EntriesTroubled troubled -> Reading.troubled(state, troubled);
      case Event.Changed(var entries) -> Live.changed(state, entries);
      case Event.Expected(var expectations) ->
          Step.to(state.with(state.books().expecting(expectations)));
      case Event.Assessed assessed -> Asking.assessed(state, assessed);
      case Event.AssessTroubled troubled -> Asking.troubled(state, troubled);
      case Event.Recalled recalled -> Repeating.recalled(state, recalled);
      case Event.Reopened reopened -> Repeating.reopened(state, reopened);
      case Event.RecallTroubled troubled -> Repeating.troubled(state, troubled);
      case Event.DraftRead(var draft) -> Step.to(Composing.begin(state, draft));
      case Event.JobSaw(long number, var progress) -> Step.to(Working.saw(state, number, progress));
      case Event.JobCancelled(long number) -> Step.to(Working.cancelled(state, number));
      case Event.JobEnded(long number, var result) -> Working.ended(state, number, result);
      case Event.JobFailed(long number, String sentence) ->
          Step.to(Messages.fail(Working.without(state, number), sentence));
      case Event.Raised raised -> Budgets.raised(state, raised);
      case Event.PictureDrawn(var wanted, var preview) ->
          Step.to(state.with(state.pictures().drawn(wanted, preview)));
      case Event.Explained(var explanation) -> Step.to(Details.explained(state, explanation));
      case Event.Told(var severity, String text) -> Step.to(state.saying(severity, text));
      case Event.PictureReady _ -> Step.to(state, Showing.AGAIN);
      case Event.Connected(var connection) ->
          Step.to(state.with(state.world().connected(connection)));
    };
  }

  // What cannot be reached is tried again now and then.
  private static Step ticked(State state) {
    Instant now = state.world().now();
    return switch (state.world().connection()) {
      case Connection.Offline(String reason, Instant next) when !now.isBefore(next) ->
          Step.to(
              state.with(state.world().connected(Connection.Offline.at(now, reason))),
              new Effect.Probe());
      case Connection.Offline _, Connection.Online _, Connection.Untried _ -> Step.to(state);
    };
  }

  private static Step came(State state, Input input) {
    return switch (input) {
      case Input.Pressed(var key) when state.world().cramped() -> Cramped.pressed(state, key);
      case Input.Pasted _, Input.Clicked _, Input.Scrolled _ when state.world().cramped() ->
          Step.to(state);
      case Input.Pressed(var key) -> Pressing.of(state.with(state.messages().read()), key);
      case Input.Pasted(String text) -> Typing.paste(state, text);
      case Input.Clicked _ -> Step.to(state); // what it means comes as an event of its own
      case Input.Scrolled(_, _, int rows) -> Pointing.scrolled(state, rows);
      case Input.Resized(Size size) -> Step.to(state.with(state.world().sized(size)));
      case Input.Resumed(Size size) ->
          Step.to(state.with(state.world().sized(size)), Showing.REDRAW).then(Reading::all);
      case Input.Gone() -> Step.to(state, Showing.QUIT);
    };
  }
}
