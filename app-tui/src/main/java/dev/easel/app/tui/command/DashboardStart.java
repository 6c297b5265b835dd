package dev.easel.app.tui.command;

import dev.easel.app.tui.dashboard.Dashboard;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Message;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.work.ChangeWatch;
import dev.easel.app.tui.dashboard.work.SystemClipboard;
import dev.easel.app.tui.dashboard.work.Workshop;
import dev.easel.app.tui.screen.Display;
import dev.easel.app.tui.screen.Graphics;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.Theme;
import dev.easel.app.tui.terminal.Opening;
import dev.easel.app.tui.terminal.PictureSource;
import dev.easel.config.Settings;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.usecase.Studio;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/// The dashboard, which `easel` opens without a command.
final class DashboardStart {

  private static final String SANDBOX_LATENCY = "1s..4s";

  private final Session session;
  private final GlobalOptions globals;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CompletableFuture<Parts> parts = new CompletableFuture<>();

  DashboardStart(Session session, GlobalOptions globals) {
    this.session = session;
    this.globals = globals;
  }

  /// What the dashboard works with once the log is open.
  private record Parts(Workshop workshop, ChangeWatch watch, PictureStore pictures) {}

  /// Shows it until the user leaves.
  ///
  /// @return the exit code
  int run() {
    if (session.json()) {
      throw CommandFailure.wrong("--json needs a command, such as easel stats --json");
    }
    Theme theme = theme();
    Opening opening =
        session.wiring().terminal(session.surroundings()).open(theme, pictures(), this::came);
    return switch (opening) {
      case Opening.Refused(String sentence) ->
          throw CommandFailure.wrong(
              sentence
                  + "; easel --plain prints it, and easel log and easel stats --json tell more");
      case Opening.Opened(Display display) -> shown(display, theme);
    };
  }

  private PictureSource pictures() {
    return new TerminalPictures(
        parts.thenApply(Parts::pictures), () -> events.add(new Event.PictureReady()));
  }

  private Theme theme() {
    Theme.Name name = Theme.Name.valueOf(session.settings().dashboard().colours().name());
    return Theme.of(name, globals.depth(), globals.ascii(), session.surroundings().environment());
  }

  private void came(Input input) {
    events.add(new Event.Came(input));
  }

  private int shown(Display display, Theme theme) {
    boolean left;
    try (display) {
      session.surroundings().stopping().onTerminate(() -> came(new Input.Gone()));
      session.surroundings().stopping().onInterrupt(() -> came(new Input.Gone()));
      State state = new HouseReading(session).beginning(display.size());
      display.mouse(state.options().mouse());
      Thread.ofVirtual().name("easel-opening").start(() -> open(state));
      left =
          new Dashboard(
                  display,
                  theme,
                  Graphics.of(session.surroundings().environment()),
                  new SystemClipboard(session.surroundings().environment()),
                  session.time(),
                  events,
                  state)
              .run(this::performer);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    } finally {
      close();
    }
    return left ? leftBehind() : ExitCode.DONE;
  }

  // What went wrong while the log was opened goes to whoever called.
  private Dashboard.Performer performer() {
    try {
      return parts.join().workshop()::perform;
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private int leftBehind() {
    session.remark(
        "what was sent is left as unknown until you settle it (easel log state:unknown)");
    return ExitCode.UNKNOWN;
  }

  private void open(State state) {
    try {
      Settings configured = session.settings();
      Studio studio =
          session.studio(
              new Wiring.SandboxWish(0, session.sandboxed() ? SANDBOX_LATENCY : null, List.of()));
      Workshop workshop =
          new Workshop(
              studio,
              session.wiring().probe(session.settings()),
              configured.provider(),
              session.time(),
              path -> session.surroundings().path(path.toString()),
              configured.dataDirectory(),
              events::add);
      parts.complete(
          new Parts(workshop, new ChangeWatch(studio.log(), events::add), studio.pictures()));
      configured
          .notices()
          .forEach(notice -> events.add(new Event.Told(Message.Severity.WARNING, notice)));
      events.add(new Event.Opened(new HouseReading(session).house(studio.log().zone())));
    } catch (RuntimeException | Error failed) {
      parts.completeExceptionally(failed);
      events.add(new Event.Opened(state.world().house()));
    }
  }

  private void close() {
    if (parts.state() == Future.State.SUCCESS) {
      parts.resultNow().watch().close();
      parts.resultNow().workshop().close();
    }
  }
}
