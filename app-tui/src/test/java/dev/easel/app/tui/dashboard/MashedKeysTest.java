package dev.easel.app.tui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.screen.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody presses and clicks whatever there is, while the window changes its size.
final class MashedKeysTest {

  private static final int STEPS = 400;
  private static final List<Size> SIZES =
      List.of(
          new Size(1, 1),
          new Size(20, 5),
          new Size(60, 16),
          new Size(79, 24),
          new Size(80, 24),
          new Size(120, 30),
          new Size(160, 48),
          new Size(200, 60));
  private static final List<KeyPress> KEYS = keys();

  private static List<KeyPress> keys() {
    List<KeyPress> keys = new ArrayList<>();
    IntStream.range(' ', 0x7f).forEach(point -> keys.add(KeyPress.of(point)));
    keys.add(KeyPress.of('界'));
    Arrays.stream(KeyPress.Named.values()).forEach(named -> keys.add(KeyPress.of(named)));
    for (String name :
        "ctrl-c ctrl-d ctrl-g ctrl-k ctrl-l ctrl-o ctrl-r ctrl-u alt-q".split(" ", -1)) {
      keys.add(new KeyPress(name));
    }
    return keys;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void everyFrameHasTheSizeOfTheWindow(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Sitting sitting = Exhibition.usual().sitting(80, 24);
    for (int step = 0; step < STEPS; step++) {
      Event event = event(random, sitting);
      List<Effect> effects = sitting.happensAlone(event);
      assertEquals(
          sitting.state().world().size(), sitting.frame().size(), () -> event + " " + effects);
    }
  }

  private static Event event(SplittableRandom random, Sitting sitting) {
    int kind = random.nextInt(20);
    if (kind == 0) {
      return new Event.Came(new Input.Resized(SIZES.get(random.nextInt(SIZES.size()))));
    }
    if (kind == 1) {
      return new Event.Came(new Input.Pasted("paste\nd \u001b[31m 界"));
    }
    if (kind == 2) {
      return new Event.Came(new Input.Scrolled(1, 1, random.nextBoolean() ? 3 : -3));
    }
    if (kind < 6) {
      Size size = sitting.state().world().size();
      return sitting
          .frame()
          .target(random.nextInt(size.columns()), random.nextInt(size.rows()))
          .<Event>map(target -> new Event.Clicked((Click) target))
          .orElseGet(() -> new Event.Ticked(sitting.time.now()));
    }
    return new Event.Came(new Input.Pressed(KEYS.get(random.nextInt(KEYS.size()))));
  }
}
