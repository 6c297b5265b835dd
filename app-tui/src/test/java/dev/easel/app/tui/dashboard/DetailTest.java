package dev.easel.app.tui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Options;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.view.Screen;
import dev.easel.app.tui.screen.Depth;
import dev.easel.app.tui.screen.Frame;
import dev.easel.app.tui.screen.Golden;
import dev.easel.app.tui.screen.Size;
import dev.easel.app.tui.screen.Theme;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.EntryState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One request, and one picture.
final class DetailTest {

  private static Sitting detail(int columns, int rows) {
    return Exhibition.usual()
        .sitting(columns, rows)
        .press("3", "l", "enter")
        .later(Exhibition.STILL);
  }

  private static Layer.Detail shown(Sitting sitting) {
    return sitting.state().layers().highest(Layer.Detail.class).orElseThrow();
  }

  private static String prompt(Sitting sitting) {
    return shown(sitting).entry().prompt();
  }

  @ParameterizedTest
  @CsvSource({"60,16", "80,24", "120,30", "160,48"})
  void showsEverythingOfARequest(int columns, int rows) {
    Golden.check("detail/request-%dx%d".formatted(columns, rows), detail(columns, rows).frame());
  }

  @ParameterizedTest
  @CsvSource({"80,24", "120,30", "160,48"})
  void saysWhatWentWrongAndWhatItMeans(int columns, int rows) {
    Sitting sitting = Exhibition.troubled().sitting(columns, rows).press("2", "enter");

    Golden.check("detail/unknown-%dx%d".formatted(columns, rows), sitting.frame());
  }

  @ParameterizedTest
  @CsvSource({"80,24", "160,48"})
  void showsTheRecordAsJson(int columns, int rows) {
    Golden.check(
        "detail/json-%dx%d".formatted(columns, rows), detail(columns, rows).press("m").frame());
  }

  @ParameterizedTest
  @CsvSource({"80,24", "120,30", "160,48"})
  void showsOnePictureAlone(int columns, int rows) {
    Golden.check(
        "picture/fit-%dx%d".formatted(columns, rows), detail(columns, rows).press("v").frame());
  }

  @Test
  void scrollsNoFurtherThanTheEnd() {
    Sitting sitting = Exhibition.troubled().sitting(80, 24).press("2", "enter");
    String beginning = sitting.text();

    sitting.press("G");
    String end = sitting.text();
    assertTrue(end.contains(shown(sitting).entry().id().toString()), end);
    assertEquals(end, sitting.press("j", "j", "page-down").text());
    assertNotEquals(end, sitting.press("k").text());
    assertEquals(beginning, sitting.press("g").text());
  }

  @Test
  void explainsTheCost() {
    String text = detail(160, 48).text();

    assertTrue(text.contains("price book"), text);
    assertTrue(text.contains("$0.0527"), text);
  }

  @Test
  void goesToTheRequestsAroundIt() {
    Sitting sitting = detail(80, 24);
    assertEquals("make it snow", prompt(sitting));

    assertEquals("three views of a paper boat", prompt(sitting.press("]")));
    assertEquals("make it snow", prompt(sitting.press("[")));
    sitting.press("v", "]");
    assertTrue(sitting.text().contains("three views"), sitting.text());
    assertEquals("three views of a paper boat", prompt(sitting.press("escape")));
    sitting.press("escape");
    assertEquals(
        "three views of a paper boat",
        sitting.state().requests().listing().current().orElseThrow().prompt());
  }

  @Test
  void showsEveryPictureOfARequest() {
    Sitting sitting = detail(80, 24).press("]").later(Exhibition.STILL);
    assertTrue(sitting.text().contains("Picture 1 of 3"), sitting.text());
    Frame first = sitting.frame();

    sitting.press("l").later(Exhibition.STILL);
    assertTrue(sitting.text().contains("Picture 2 of 3"), sitting.text());
    assertNotEquals(first, sitting.frame());
    sitting.press("v", "l", "escape");
    assertTrue(sitting.text().contains("Picture 3 of 3"), sitting.text());
    sitting.press("l").later(Exhibition.STILL);
    assertEquals(first, sitting.frame());
  }

  @Test
  void showsWhatAnEditWasMadeOf() {
    Sitting sitting = detail(80, 24).press("l").later(Exhibition.STILL);

    assertTrue(sitting.text().contains("image 2 of 2"), sitting.text());
    assertTrue(sitting.frame().roles().toString().contains("#"));
  }

  @Test
  void zoomsAndMovesAboutWithinThePicture() {
    Exhibition large = new Exhibition();
    large.add(
        EntryDraft.at(Scenery.NOW.minusSeconds(60), 1)
            .images(large.kept(Exhibition.hills(600, 400, 5))));
    Sitting sitting = large.sitting(80, 24).press("2", "v").later(Exhibition.STILL);
    assertTrue(sitting.text().contains("10 %"), sitting.text());

    sitting.press("z");
    assertTrue(sitting.text().contains("100 %"), sitting.text());
    Frame middle = sitting.frame();
    assertNotEquals(middle, sitting.press("l", "l", "l").frame());
    assertEquals(middle, sitting.press("h", "h", "h").frame());
    Frame edge = sitting.press("G", "j").frame();
    assertEquals(edge, sitting.press("j", "j", "j").frame());
    assertNotEquals(edge, sitting.press("k").frame());
    assertTrue(sitting.press("z").text().contains("10 %"), sitting.text());
  }

  @Test
  void keepsThePictureWhileTheNextPartIsRead() {
    Sitting sitting = detail(80, 24).press("v").later(Exhibition.STILL);

    sitting.happensAlone(new Event.Came(pressed("z")));

    assertTrue(sitting.frame().roles().toString().contains("#"));
  }

  private static dev.easel.app.tui.screen.Input pressed(String key) {
    return new dev.easel.app.tui.screen.Input.Pressed(new dev.easel.app.tui.screen.KeyPress(key));
  }

  @Test
  void aTerminalThatDrawsPicturesItselfIsAskedTo() {
    Sitting sitting = detail(80, 24).press("v").later(Exhibition.STILL);
    Size size = sitting.state().world().size();
    State kitty =
        sitting.state().with(sitting.state().options().pictures(Options.PictureMode.KITTY));
    Theme theme = new Theme(Theme.Name.TERMINAL, Depth.TRUE, false);

    Frame frame = Screen.render(kitty, size, theme, Scenery.NOW);
    assertEquals(1, frame.placements().size());
    assertFalse(String.join("", frame.roles()).contains("#"), "its cells stay blank");

    Frame below = Screen.render(kitty.under(new Layer.MessageList(0)), size, theme, Scenery.NOW);
    assertEquals(List.of(), below.placements(), "nothing lies over a window");
  }

  @Test
  void showsARequestAsItIsNow() {
    Sitting sitting = Exhibition.troubled().sitting(160, 48).press("2", "enter", "$", "c");

    assertEquals(EntryState.SETTLED, shown(sitting).entry().state());
    assertTrue(sitting.text().contains("✓ settled"), sitting.text());
    assertTrue(sitting.text().contains("settled by hand"), sitting.text());
  }

  @Test
  void actsOnWhatIsLookedAtAndNotOnWhatIsMarked() {
    Sitting sitting = Exhibition.usual().sitting(80, 24).press("3", "space", "l", "enter", "*");

    List<String> starred =
        sitting.state().requests().listing().entries().stream()
            .filter(entry -> entry.star())
            .map(entry -> entry.prompt())
            .toList();
    assertEquals(List.of("three views of a paper boat", "a picture that was deleted"), starred);
  }

  @Test
  void escapeGoesBackStepByStep() {
    Sitting sitting = detail(80, 24).press("v", "z", "escape");
    assertFalse(sitting.state().layers().highest(Layer.Picture.class).isPresent());
    assertTrue(sitting.state().layers().highest(Layer.Detail.class).isPresent());
    assertTrue(sitting.press("escape").state().layers().top().isEmpty());
  }

  @Test
  void showsHostileWordsHarmlessly() {
    Exhibition hostile = new Exhibition();
    hostile.add(
        EntryDraft.at(Scenery.NOW.minusSeconds(60), 1)
            .prompt(
                "\u001b[2J\u0000 bell\u0007 \u202eright\u202c 👩‍👩‍👧 e\u0301 "
                    + "x".repeat(4_000)));
    Sitting sitting = hostile.sitting(80, 24).press("2", "enter");

    for (String key : List.of("m", "G", "m", "G", "v", "escape")) {
      String text = sitting.press(key).text();
      assertFalse(text.matches("(?s).*[\\x00-\\x09\\x0b-\\x1f\\x7f\\u202e].*"), key);
    }
  }
}
