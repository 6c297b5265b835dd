package dev.easel.app.tui.dashboard;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Job;
import dev.easel.app.tui.dashboard.state.Message;
import dev.easel.app.tui.dashboard.state.Options;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.update.Step;
import dev.easel.app.tui.dashboard.update.Update;
import dev.easel.app.tui.dashboard.view.Screen;
import dev.easel.app.tui.screen.Display;
import dev.easel.app.tui.screen.Frame;
import dev.easel.app.tui.screen.Graphics;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.Theme;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.usecase.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The loop: one thread takes events, changes the state and draws it. Everything else happens on
/// other threads and comes back as events.
public final class Dashboard {

  private final Display display;
  private final Graphics graphics;
  private final Clipboard clipboard;
  private final Time time;
  private final BlockingQueue<Event> events;
  private final List<Effect.Work> waiting = new ArrayList<>();
  private @Nullable Performer performer;
  private State state;
  private Theme theme;
  private @Nullable Frame shown;
  private boolean leaving;
  private boolean left;

  /// A loop that has not begun.
  ///
  /// @param graphics what the terminal surely draws itself
  /// @param events where everything that happens comes in; [Event.Opened] once work can be done
  /// @param state at the beginning
  public Dashboard(
      Display display,
      Theme theme,
      Graphics graphics,
      Clipboard clipboard,
      Time time,
      BlockingQueue<Event> events,
      State state) {
    this.display = display;
    this.theme = theme;
    this.graphics = graphics;
    this.clipboard = clipboard;
    this.time = time;
    this.events = events;
    this.state = state;
  }

  /// Does the work that the dashboard wants.
  @FunctionalInterface
  public interface Performer {
    /// Begins a piece of work; returns at once.
    void perform(Effect.Work work);
  }

  /// Gives text to the system's clipboard.
  @FunctionalInterface
  public interface Clipboard {
    /// Whether some program took it.
    boolean copy(String text);
  }

  /// Takes over until the user leaves.
  ///
  /// @param opened what does the work, asked for when the log has been opened
  /// @return whether something that was sent had not ended
  public boolean run(Supplier<Performer> opened) throws InterruptedException {
    use(state.options().pictures());
    draw();
    while (!left) {
      Event event =
          events.poll(Rhythm.untilNext(state, time.now()).toMillis(), TimeUnit.MILLISECONDS);
      boolean pressed = handle(event, opened);
      for (Event more = events.poll(); more != null && !left; more = events.poll()) {
        pressed |= handle(more, opened);
      }
      left = left || (leaving && state.jobs().active().isEmpty());
      if (pressed || !state.options().frozen()) {
        draw();
      }
    }
    return state.jobs().active().stream().anyMatch(Job::sent);
  }

  private boolean handle(@Nullable Event event, Supplier<Performer> opened) {
    if (event instanceof Event.Opened) {
      performer = opened.get();
    }
    take(Update.of(state, new Event.Ticked(time.now())));
    if (event != null) {
      take(Update.of(state, meant(event)));
    }
    return event instanceof Event.Came;
  }

  // What lies under a click can only be told by what is shown.
  private Event meant(Event event) {
    Frame seen = shown;
    return event instanceof Event.Came(Input.Clicked(int column, int row)) && seen != null
        ? seen.target(column, row)
            .filter(Click.class::isInstance)
            .<Event>map(target -> new Event.Clicked((Click) target))
            .orElse(event)
        : event;
  }

  private void take(Step step) {
    state = step.state();
    step.effects().forEach(this::carryOut);
  }

  private void carryOut(Effect effect) {
    switch (effect) {
      case Effect.Work work -> perform(work);
      case Effect.Show show -> show(show);
    }
  }

  private void perform(Effect.Work work) {
    if (performer == null) {
      waiting.add(work);
      return;
    }
    waiting.forEach(performer::perform);
    waiting.clear();
    performer.perform(work);
  }

  private void show(Effect.Show effect) {
    switch (effect) {
      case Effect.Copy(String what, String text) -> copy(what, text);
      case Effect.UseTheme(Theme.Name name) -> {
        theme = theme.named(name);
        display.use(theme);
      }
      case Effect.UsePictures(var mode) -> use(mode);
      case Effect.UseMouse(boolean wanted) -> display.mouse(wanted);
      case Effect.ShowAgain _ -> shown = null;
      case Effect.Redraw _ -> {
        display.forget();
        shown = null;
      }
      case Effect.Suspend _ -> display.suspend();
      case Effect.QuitWhenDone _ -> leaving = true;
      case Effect.Quit _ -> left = true;
    }
  }

  // What the terminal surely does is decided here, once; what it may do is the user's word.
  private void use(Options.PictureMode mode) {
    Options.PictureMode resolved =
        switch (mode) {
          case AUTO ->
              switch (graphics) {
                case KITTY -> Options.PictureMode.KITTY;
                case NONE, ITERM2 -> Options.PictureMode.HALF;
              };
          case HALF, KITTY, ITERM2, NONE -> mode;
        };
    state = state.with(state.options().pictures(resolved));
    display.use(
        switch (resolved) {
          case KITTY -> Graphics.KITTY;
          case ITERM2 -> Graphics.ITERM2;
          case AUTO, HALF, NONE -> Graphics.NONE;
        });
  }

  private void copy(String what, String text) {
    boolean asked = display.copy(text);
    boolean taken = clipboard.copy(text) || asked;
    state =
        taken
            ? state.saying(Message.Severity.SUCCESS, "copied the " + what)
            : state.saying(Message.Severity.WARNING, "no clipboard is there to take the " + what);
  }

  private void draw() {
    Instant now = time.now();
    Frame frame = Screen.render(state, display.size(), theme, now);
    if (shown == null || !frame.equals(shown)) {
      display.show(frame);
      shown = frame;
    }
  }

  /// How long nothing may happen before the screen would look different.
  static final class Rhythm {

    private static final Duration QUICK = Duration.ofMillis(250);
    private static final Duration SOON = Duration.ofMillis(160);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Rhythm() {}

    private static boolean elsewhere(Books books) {
      Books.Sheet sheet = books.sheet();
      return sheet != null && !sheet.running().isEmpty();
    }

    static Duration untilNext(State state, Instant now) {
      boolean reading =
          state.books().asking() != null || state.requests().listing().asking() != null;
      Optional<Duration> picture = state.pictures().pause(now);
      if (reading || picture.isPresent()) {
        return picture.filter(pause -> pause.compareTo(SOON) < 0).orElse(SOON);
      }
      boolean running = !state.jobs().active().isEmpty() || elsewhere(state.books());
      if (running) {
        return QUICK;
      }
      Duration minute = MINUTE.minusMillis(now.toEpochMilli() % MINUTE.toMillis());
      return state
          .messages()
          .shown(now)
          .map(message -> Duration.between(now, message.ends()).plusMillis(1))
          .filter(wait -> wait.compareTo(minute) < 0)
          .orElse(minute);
    }
  }
}
