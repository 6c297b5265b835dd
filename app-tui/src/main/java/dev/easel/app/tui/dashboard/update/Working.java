package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Connection;
import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Job;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Progress;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.usecase.Order;
import dev.easel.domain.usecase.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What this process is making.
final class Working {

  private Working() {}

  /// Carries out an order.
  ///
  /// @param request with its defaults filled in
  static Step start(State state, Order order, ImageRequest request) {
    long number = state.jobs().started() + 1;
    Job job = new Job(number, request, state.world().now(), "", new Job.Phase.Starting(), false);
    return Step.to(state.with(state.jobs().with(job)), new Effect.Generate(number, order));
  }

  static State without(State state, long number) {
    return state.with(state.jobs().without(number));
  }

  static State saw(State state, long number, Progress progress) {
    return switch (progress) {
      case Progress.Warned(String sentence) -> Messages.warn(state, sentence);
      case Progress.Recorded(String entry) -> change(state, number, job -> job.known(entry));
      case Progress.Sending _ -> phase(state, number, new Job.Phase.Sent());
      case Progress.Receiving(long bytes) -> phase(state, number, new Job.Phase.Receiving(bytes));
      case Progress.Partial _ -> state;
      case Progress.Pausing(String code, Duration length) ->
          phase(state, number, new Job.Phase.Pausing(code, state.world().now().plus(length)));
      case Progress.Queued(int ahead, _) -> phase(state, number, new Job.Phase.Queued(ahead));
      case Progress.Joined _ -> phase(state, number, new Job.Phase.Joined());
    };
  }

  private static State phase(State state, long number, Job.Phase phase) {
    return change(state, number, job -> job.in(phase));
  }

  private static State change(State state, long number, UnaryOperator<Job> change) {
    return state.with(state.jobs().changed(number, change));
  }

  static State cancelled(State state, long number) {
    return change(state, number, Job::cancel);
  }

  static Step ended(State state, long number, Result result) {
    State fewer = without(state, number);
    State told = told(connected(fewer, result), result);
    return Reading.books(told);
  }

  private static State connected(State state, Result result) {
    return switch (result) {
      case Result.Released(_, Failure failure, _, _) -> connected(state, failure);
      case Result.Done(_, _, _, boolean replayed, _) when replayed -> state;
      case Result.Uncertain(_, var failure, _, _) ->
          failure == null ? state : connected(state, failure);
      case Result.Done _ -> state.with(state.world().connected(new Connection.Online()));
      case Result.Pictureless _,
          Result.Invalid _,
          Result.OverBudget _,
          Result.KeyReused _,
          Result.NotRecorded _ ->
          state;
    };
  }

  private static State connected(State state, Failure failure) {
    return switch (failure) {
      case Failure.NotSent _, Failure.Stopped _ -> state;
      case Failure.Unreachable(_, String message) ->
          state.with(state.world().connected(Connection.Offline.at(state.world().now(), message)));
      case Failure.Rejected _,
          Failure.TimedOut _,
          Failure.Broken _,
          Failure.Unreadable _,
          Failure.Oversize _ ->
          state.with(state.world().connected(new Connection.Online()));
    };
  }

  private static State told(State state, Result result) {
    return switch (result) {
      case Result.Done done -> done(state, done);
      case Result.Pictureless pictureless ->
          Messages.fail(state, named(pictureless.entry()) + pictureless.message());
      case Result.Invalid invalid -> Messages.fail(state, "nothing was sent: " + invalid.message());
      case Result.OverBudget over ->
          Messages.fail(state, "nothing was sent: " + over.refusal().details());
      case Result.KeyReused _ ->
          Messages.fail(state, "nothing was sent: the key was used for another request");
      case Result.Released(Entry entry, Failure failure, var troubles, _) ->
          troubled(
              Messages.fail(state, named(entry) + failure.message() + "; nothing was charged"),
              entry,
              troubles);
      case Result.Uncertain(Entry entry, var failure, var troubles, _) ->
          troubled(Messages.fail(state, uncertain(entry, failure)), entry, troubles);
      case Result.NotRecorded refused ->
          Messages.fail(
              state, "nothing was sent, because it cannot be recorded: " + refused.message());
    };
  }

  private static State done(State state, Result.Done done) {
    Entry entry = done.entry();
    String cost = entry.cost().known().map(Figures::money).orElse("at an unknown cost");
    String took = Optional.ofNullable(entry.latencyMicros()).map(Figures::micros).orElse("no time");
    return troubled(
        Messages.succeed(state, "%sdone, %s, in %s".formatted(named(entry), cost, took)),
        entry,
        done.troubles());
  }

  private static State troubled(State state, Entry entry, List<String> troubles) {
    State told = state;
    for (String trouble : troubles) {
      told = Messages.fail(told, named(entry) + trouble);
    }
    return told;
  }

  private static String uncertain(Entry entry, @Nullable Failure failure) {
    return "%s%s; %s may have been charged, and it is not tried again. $ settles it."
        .formatted(
            named(entry), failure == null ? "it has no known end" : failure.message(), risk(entry));
  }

  private static String named(Entry entry) {
    return "#" + entry.id().shortForm() + " ";
  }

  private static String risk(Entry entry) {
    return Optional.ofNullable(entry.atRisk())
        .map(amount -> "up to " + Figures.money(amount))
        .orElse("it");
  }

  /// The job that a key acts on: that of the chosen entry, or else the only one.
  static Optional<Job> subject(State state) {
    return Subject.of(state)
        .map(Entry::id)
        .map(EntryId::toString)
        .flatMap(state.jobs()::of)
        .or(() ->
            state.jobs().active().size() == 1
                ? Optional.of(state.jobs().active().getFirst())
                : Optional.empty());
  }

  /// Why there is nothing to cancel.
  static Optional<String> nothingToCancel(State state) {
    if (state.jobs().active().isEmpty()) {
      return Optional.of("nothing of this dashboard is under way");
    }
    return subject(state).isPresent()
        ? Optional.empty()
        : Optional.of("choose the request that is to be cancelled");
  }

  /// Asks whether a job is to be cancelled.
  static Step askToCancel(State state) {
    return subject(state).map(job -> Step.to(state.under(question(job)))).orElse(Step.to(state));
  }

  private static Layer.Menu question(Job job) {
    List<String> lines =
        job.sent()
            ? List.of(
                "It was sent and may be charged, so it is finished and booked all the same;",
                "cancelling only stops the waiting for it here.")
            : List.of("It was not sent yet; nothing will be charged.");
    return Layer.Menu.of(
        "Cancel " + job.request().model() + "?",
        lines,
        List.of(
            new Layer.Choice(
                new KeyPress("c"), "cancel it", List.of(new Effect.Cancel(job.number()))),
            new Layer.Choice(new KeyPress("k"), "keep it", List.of())));
  }
}
