package dev.easel.app.tui.dashboard;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.easel.adapter.openai.Catalogues;
import dev.easel.adapter.openai.Pacings;
import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Connection;
import dev.easel.app.tui.dashboard.state.Drafts;
import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Jobs;
import dev.easel.app.tui.dashboard.state.Layers;
import dev.easel.app.tui.dashboard.state.Messages;
import dev.easel.app.tui.dashboard.state.Options;
import dev.easel.app.tui.dashboard.state.Pictures;
import dev.easel.app.tui.dashboard.state.Place;
import dev.easel.app.tui.dashboard.state.Requests;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.app.tui.dashboard.update.Step;
import dev.easel.app.tui.dashboard.update.Update;
import dev.easel.app.tui.dashboard.view.Screen;
import dev.easel.app.tui.dashboard.work.Workshop;
import dev.easel.app.tui.screen.Depth;
import dev.easel.app.tui.screen.Frame;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.screen.Size;
import dev.easel.app.tui.screen.Theme;
import dev.easel.app.tui.text.Cells;
import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.ImageGenerator;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Pacing;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryPictureStore;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.usecase.BookOutcome;
import dev.easel.domain.usecase.BrowseLog;
import dev.easel.domain.usecase.BrowseQueue;
import dev.easel.domain.usecase.CallProvider;
import dev.easel.domain.usecase.CheckPicture;
import dev.easel.domain.usecase.CountingIds;
import dev.easel.domain.usecase.Defaults;
import dev.easel.domain.usecase.EstimateCost;
import dev.easel.domain.usecase.ExplainCost;
import dev.easel.domain.usecase.FindEntry;
import dev.easel.domain.usecase.GenerateImages;
import dev.easel.domain.usecase.ManualTime;
import dev.easel.domain.usecase.MarkEntry;
import dev.easel.domain.usecase.RaiseBudget;
import dev.easel.domain.usecase.RecogniseCaller;
import dev.easel.domain.usecase.ReportBudget;
import dev.easel.domain.usecase.SettleEntry;
import dev.easel.domain.usecase.Studio;
import dev.easel.domain.usecase.SummariseSpending;
import dev.easel.domain.usecase.Time;
import dev.easel.platform.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Somebody who sits at a dashboard without a terminal: presses keys, and looks at the screen. The
/// state, the update and the work are the real ones; the clock stands still unless it is moved.
final class Sitting {

  static final Event ENTER = new Event.Came(new Input.Pressed(KeyPress.of(KeyPress.Named.ENTER)));

  private static final int PATIENCE_SECONDS = 20;
  private static final Path NOWHERE = Path.of("target", "nowhere");
  private static final Defaults DEFAULTS = new Defaults("gpt-image-2", "1024x1024", "medium");
  private static final Theme THEME = new Theme(Theme.Name.TERMINAL, Depth.TRUE, false);

  final Time time;
  final Studio studio;
  final List<Effect.Show> shown = new ArrayList<>();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Workshop workshop;
  private State state;
  private int awaited;

  private Sitting(Studio studio, World.House house, Time time, Path data, Size size) {
    this.time = time;
    this.studio = studio;
    workshop =
        new Workshop(
            studio,
            _ -> Optional.empty(),
            house.provider(),
            time,
            data::resolve,
            data,
            events::add);
    state =
        new State(
            new World(size, time.now(), house, new Connection.Untried()),
            Place.START,
            Layers.NONE,
            Books.CLOSED,
            Requests.UNREAD,
            Jobs.NONE,
            Messages.NONE,
            new Options(false, false, Options.PictureMode.HALF),
            Drafts.NONE,
            Pictures.NONE);
    happens(new Event.Opened(house));
  }

  /// At parts that somebody else put together.
  ///
  /// @param data where the dashboard keeps what it keeps, and from where paths go
  static Sitting at(Studio studio, World.House house, Time time, Path data, Size size) {
    return new Sitting(studio, house, time, data, size);
  }

  /// What does not change, where the log is in a zone and a key may be missing.
  static World.House house(ZoneId zone, @Nullable String keyMissing) {
    return new World.House(
        zone,
        "openai",
        "https://api.openai.com/v1",
        false,
        keyMissing,
        Catalogues.load(null).models().cards(),
        DEFAULTS,
        true);
  }

  private static Studio studio(
      GenerationLog log, PictureStore pictures, Budget budget, ManualTime time) {
    Catalogues catalogues = Catalogues.load(null);
    Pricing pricing = new Pricing(catalogues.prices(), catalogues.tokens());
    Pacing pacing = Pacings.of(List.of());
    ImageGenerator nobody =
        (request, watch) -> {
          throw new IllegalStateException("nothing is made here");
        };
    EstimateCost estimating = new EstimateCost(catalogues.models(), pricing, DEFAULTS, time);
    return new Studio(
        new GenerateImages(
            estimating,
            log,
            new CallProvider(nobody, log, pacing, time),
            new BookOutcome(log, pictures, pricing, Platform.background()),
            budget,
            time,
            new CountingIds()),
        estimating,
        new BrowseLog(log, time),
        new FindEntry(log),
        new ExplainCost(pricing),
        new SummariseSpending(log, time),
        new ReportBudget(log, budget, time),
        new RaiseBudget(log, budget, time),
        new RecogniseCaller(log),
        new CheckPicture(log),
        new SettleEntry(log),
        new MarkEntry(log),
        new BrowseQueue(pacing, log),
        DEFAULTS,
        catalogues.models(),
        log,
        pacing,
        pictures,
        Platform.background());
  }

  /// At a log, on a screen of a size, at the moment of the scenery.
  static Sitting at(GenerationLog log, Size size) {
    return at(log, new InMemoryPictureStore(), Budget.UNLIMITED, size);
  }

  /// At a log with pictures and a budget.
  static Sitting at(GenerationLog log, PictureStore pictures, Budget budget, Size size) {
    return at(log, pictures, budget, house(log.zone(), null), size);
  }

  /// At a log with pictures and a budget, in a house.
  static Sitting at(
      GenerationLog log, PictureStore pictures, Budget budget, World.House house, Size size) {
    ManualTime time = new ManualTime(Scenery.NOW);
    return new Sitting(studio(log, pictures, budget, time), house, time, NOWHERE, size);
  }

  /// The state as it is.
  State state() {
    return state;
  }

  /// Presses keys one after the other, by their names, and waits for what comes of each.
  Sitting press(String... keys) {
    for (String key : keys) {
      happens(new Event.Came(new Input.Pressed(new KeyPress(key))));
    }
    return this;
  }

  /// Types text, key by key.
  Sitting type(String text) {
    text.codePoints()
        .forEach(point -> happens(new Event.Came(new Input.Pressed(KeyPress.of(point)))));
    return this;
  }

  /// Pastes text.
  Sitting paste(String text) {
    return happens(new Event.Came(new Input.Pasted(text)));
  }

  /// Lets something happen, and waits for what comes of it.
  Sitting happens(Event event) {
    begin(event);
    while (awaited > 0) {
      take();
    }
    return this;
  }

  /// Lets something happen, and what comes of it begin.
  void begin(Event event) {
    awaited += taken(new Event.Ticked(time.now())) + taken(event);
  }

  /// Waits until what has begun has come so far.
  void until(Predicate<State> reached) {
    while (!reached.test(state)) {
      take();
    }
  }

  private void take() {
    Event next = answer();
    begin(next);
    awaited -= next instanceof Event.JobSaw || next instanceof Event.EntriesFound ? 0 : 1;
  }

  /// Lets something happen without waiting for what comes of it.
  ///
  /// @return what was wanted
  List<Effect> happensAlone(Event event) {
    Step step = Update.of(state, event);
    state = step.state();
    return step.effects();
  }

  private int taken(Event event) {
    int answers = 0;
    for (Effect effect : happensAlone(event)) {
      switch (effect) {
        case Effect.Work work -> {
          workshop.perform(work);
          answers += answers(work);
        }
        case Effect.Show show -> shown.add(show);
      }
    }
    return answers;
  }

  private static int answers(Effect.Work work) {
    if (work instanceof Effect.KeepDraft || work instanceof Effect.Cancel) {
      return 0;
    }
    // What changes entries also tells what it did.
    return work instanceof Effect.Settle || work instanceof Effect.DeletePictures ? 2 : 1;
  }

  private Event answer() {
    try {
      @Nullable Event answer = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertNotNull(answer, "no answer came");
      return answer;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /// Lets time go by, and waits for what comes of it.
  Sitting later(Duration time) {
    advance(time);
    return happens(new Event.Ticked(this.time.now()));
  }

  /// Moves the clock, and nothing else.
  void advance(Duration by) {
    if (time instanceof ManualTime manual) {
      manual.advance(by);
    } else {
      throw new IllegalStateException("this clock moves by itself");
    }
  }

  /// Gives the screen another size.
  Sitting resize(Size size) {
    return happens(new Event.Came(new Input.Resized(size)));
  }

  /// Clicks on the first character of a text that is to be seen.
  Sitting click(String text) {
    List<String> rows = frame().text();
    for (int row = 0; row < rows.size(); row++) {
      int at = rows.get(row).indexOf(text);
      if (at >= 0) {
        return click(Cells.width(rows.get(row).substring(0, at)), row);
      }
    }
    throw new AssertionError(text + " is not to be seen:\n" + text());
  }

  /// Clicks on a cell.
  Sitting click(int column, int row) {
    frame().target(column, row).ifPresent(target -> happens(new Event.Clicked((Click) target)));
    return this;
  }

  /// Turns the wheel so many rows down, or up below zero.
  Sitting scroll(int rows) {
    return happens(new Event.Came(new Input.Scrolled(0, 0, rows)));
  }

  /// What is to be seen.
  Frame frame() {
    return Screen.render(state, state.world().size(), THEME, time.now());
  }

  /// What is to be seen, as one text.
  String text() {
    return String.join("\n", frame().text());
  }
}
