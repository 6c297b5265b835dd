package dev.easel.app.tui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.dashboard.state.Assessment;
import dev.easel.app.tui.dashboard.state.Draft;
import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Slot;
import dev.easel.app.tui.screen.Golden;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.screen.Size;
import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.ledger.InMemoryPictureStore;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The form of a new request.
final class FormTest {

  private static final Size USUAL = new Size(80, 24);
  private static final Size HIGH = new Size(100, 40);

  private static Sitting form(Size size) {
    return Sitting.at(Scenery.month(), size).press("2", "n");
  }

  private static Layer.Form shown(Sitting sitting) {
    return sitting.state().layers().highest(Layer.Form.class).orElseThrow();
  }

  private static Draft draft(Sitting sitting) {
    return shown(sitting).draft();
  }

  private static String prompt(Sitting sitting) {
    return draft(sitting).text(Slot.PROMPT);
  }

  private static Assessment answer(Sitting sitting) {
    Assessment answer = shown(sitting).answer();
    assertNotNull(answer);
    return answer;
  }

  private static ImageRequest request(Sitting sitting) {
    return answer(sitting).request();
  }

  private static Sitting focused(Sitting sitting, Slot slot) {
    for (int step = 0; step < Slot.values().length && shown(sitting).focus() != slot; step++) {
      sitting.press("tab");
    }
    assertEquals(slot, shown(sitting).focus());
    return sitting;
  }

  private static Sitting model(Sitting sitting, String model) {
    return focused(sitting, Slot.MODEL).press("ctrl-u", "ctrl-k").paste(model);
  }

  @ParameterizedTest
  @CsvSource({"60,16", "80,24", "120,30", "160,48"})
  void showsWhatAModelTakes(int columns, int rows) {
    Sitting sitting = form(new Size(columns, rows)).paste("a lighthouse on a basalt cliff");
    Golden.check("form/new-%dx%d".formatted(columns, rows), sitting.frame());
  }

  @ParameterizedTest
  @CsvSource({"60,16", "80,24", "120,30", "160,48"})
  void showsWhatStandsAgainstARequest(int columns, int rows) {
    Sitting sitting = budgeted(new Size(columns, rows));
    model(sitting.paste("a paper boat ".repeat(40)), "gpt-image-1.5");
    focused(sitting, Slot.SIZE).press("right");
    focused(sitting, Slot.COUNT).press("ctrl-u").paste("40");
    focused(sitting, Slot.MORE).paste("style=vivid");
    focused(sitting, Slot.COUNT);
    Golden.check("form/broken-%dx%d".formatted(columns, rows), sitting.frame());
  }

  private static Sitting budgeted(Size size) {
    Budget budget = new Budget(Money.ofUsd("1.50"), Money.ofUsd("100"), false);
    return Sitting.at(Scenery.month(), new InMemoryPictureStore(), budget, size).press("n");
  }

  @ParameterizedTest
  @CsvSource({"60,16", "80,24", "120,30", "160,48"})
  void showsEditsOfPictures(int columns, int rows) {
    Sitting sitting = form(new Size(columns, rows)).paste("make it snow");
    focused(sitting, Slot.PICTURES).paste("no/such/photo.png");
    Golden.check("form/edit-%dx%d".formatted(columns, rows), sitting.frame());
  }

  @ParameterizedTest
  @CsvSource({"1,1", "20,5", "59,15", "60,16", "79,24", "300,100"})
  void drawsAtAnySize(int columns, int rows) {
    Sitting sitting = form(USUAL).paste(hostile()).resize(new Size(columns, rows));
    for (int place = 0; place < Slot.values().length; place++) {
      assertEquals(rows, sitting.press("tab").frame().size().rows());
    }
  }

  @Test
  void whatIsCancelledSaysSo() {
    Sitting sitting = form(new Size(120, 30)).type("a boat");
    sitting.happensAlone(new Event.Came(new Input.Pressed(new KeyPress("ctrl-g"))));
    assertFalse(sitting.text().contains("cancelled"), sitting.text());
    sitting.happensAlone(new Event.JobCancelled(1));
    sitting.press("1").resize(new Size(160, 48));
    assertTrue(sitting.text().contains("cancelled"), sitting.text());
  }

  @Test
  void asksAgainWhenTheModelsAreKnown() {
    Sitting sitting = form(new Size(120, 30));
    List<Effect> wanted = sitting.happensAlone(new Event.Opened(sitting.state().world().house()));
    assertTrue(wanted.stream().anyMatch(Effect.Assess.class::isInstance));
  }

  @Test
  void typesAndEditsTheLineAsAShellDoes() {
    Sitting sitting = form(USUAL).type("a red boat");
    assertEquals("a red boat", prompt(sitting));
    assertEquals("a red ", prompt(sitting.press("ctrl-w")));
    assertEquals("not a red ", prompt(sitting.press("ctrl-a").type("not ")));
    assertEquals("nota red ", prompt(sitting.press("backspace")));
    assertEquals("nota", prompt(sitting.press("right", "ctrl-k")));
    assertEquals("", prompt(sitting.press("end", "ctrl-u")));
  }

  @Test
  void goesUpAndDownInWrappedText() {
    Sitting sitting = form(USUAL).paste("word ".repeat(100).strip());
    sitting.press("up").type("X");
    int there = prompt(sitting).indexOf('X');
    assertTrue(there > 400 && there < 490, () -> "at " + there);
    assertEquals(Slot.PROMPT, shown(sitting).focus());
    sitting.press("down", "down");
    assertEquals(Slot.MODEL, shown(sitting).focus());
  }

  @Test
  void takesThousandsOfPastedCharactersAndShowsWhereTheCursorIs() {
    String text =
        String.join(" ", IntStream.range(0, 1_000).mapToObj(number -> "w" + number).toList());
    Sitting sitting = form(USUAL).paste(text);
    assertEquals(text, prompt(sitting));
    assertTrue(sitting.text().contains("w999"), sitting.text());
    for (int row = 0; row < 40; row++) {
      sitting.press("up");
    }
    assertFalse(sitting.text().contains("w999"), sitting.text());
  }

  private static String hostile() {
    return "\u001b[31mred\u0000\u202e 👩‍👩‍👧 e\u0301 夜の東京 \ud83d " + "long ".repeat(800);
  }

  @Test
  void leavesOutOfPastedTextWhatSteersATerminal() {
    Sitting sitting = form(USUAL).paste("a\u001b[31m b\u0000\r\nc\td");
    assertEquals("a[31m b\nc\td", prompt(sitting));
    assertTrue(sitting.text().contains("2 control characters were left out"), sitting.text());
  }

  @Test
  void showsHostileTextWithoutBreaking() {
    Sitting sitting = form(HIGH).paste(hostile());
    for (String key : List.of("left", "up", "ctrl-a", "delete", "down", "home", "right", "end")) {
      String text = sitting.press(key).text();
      assertTrue(text.chars().noneMatch(one -> one != '\n' && Character.isISOControl(one)), text);
    }
    assertTrue(request(sitting).prompt().length() > 4_000);
  }

  @Test
  void pastesNoKeysAndTypesNoCommands() {
    Sitting sitting = form(USUAL).paste("q").type("q?:/1");
    assertEquals("qq?:/1", prompt(sitting));
    assertTrue(sitting.shown.isEmpty());
  }

  @Test
  void offersOnlyWhatTheModelTakes() {
    Sitting sitting = model(form(HIGH), "dall-e-3");
    assertTrue(sitting.text().contains("Style"), sitting.text());
    assertFalse(sitting.text().contains("Background"), sitting.text());
    assertFalse(sitting.text().contains("Pictures"), sitting.text());
    assertTrue(sitting.text().contains("shut down since 2026-05-12; use gpt-image-2.6"));
  }

  @Test
  void offersAnythingForAModelWithoutACard() {
    Sitting sitting = model(form(HIGH), "flux");
    assertTrue(sitting.text().contains("Easel knows nothing of this model"), sitting.text());
    focused(sitting, Slot.QUALITY).type("best");
    focused(sitting, Slot.SEED).type("7x");
    focused(sitting, Slot.MORE).paste("cfg_scale=4.5 hint=\"two words\" tags=[1, 2]");
    assertEquals("best", request(sitting).quality().orElseThrow());
    assertEquals(7, request(sitting).seed().orElseThrow());
    assertEquals("4.5", request(sitting).parameters().get("cfg_scale") + "");
    assertEquals("two words", request(sitting).parameters().get("hint"));
    assertEquals(List.of(1L, 2L), request(sitting).parameters().get("tags"));
  }

  @Test
  void goesThroughTheModelsOfTheProvider() {
    Sitting sitting =
        focused(form(HIGH), Slot.MODEL).press("left", "left", "left", "left", "left", "left");
    assertEquals("gpt-image-2.6-sunburst", request(sitting).model());
    sitting.press("left");
    assertEquals("dall-e-2", request(sitting).model());
    sitting.press("right", "right");
    assertEquals("gpt-image-2.6-flare", request(sitting).model());
  }

  @Test
  void keepsWhatOneModelTakesWhileAnotherIsLookedAt() {
    Sitting sitting = focused(form(HIGH), Slot.QUALITY).press("right");
    assertEquals("high", request(sitting).quality().orElseThrow());
    model(sitting, "dall-e-3");
    assertEquals("standard", request(sitting).quality().orElseThrow());
    model(sitting, "gpt-image-2");
    assertEquals("high", request(sitting).quality().orElseThrow());
  }

  @Test
  void takesFreeSizesWhereTheModelDoesAndSaysWhatIsWrongWithThem() {
    Sitting sitting = focused(form(HIGH), Slot.SIZE).paste("1280x720");
    assertEquals("1280x720", request(sitting).size().orElseThrow());
    assertTrue(sitting.press("backspace").type("1").text().contains("not divisible by 16"));
    model(sitting, "dall-e-3");
    focused(sitting, Slot.SIZE).type("9");
    assertEquals("1024x1024", request(sitting).size().orElseThrow());
  }

  @Test
  void choosesWordsByTheirFirstLetter() {
    Sitting sitting = focused(form(HIGH), Slot.QUALITY).type("l");
    assertEquals("low", request(sitting).quality().orElseThrow());
    focused(sitting, Slot.FORMAT).type("w");
    focused(sitting, Slot.COMPRESSION).type("75");
    assertEquals(75, request(sitting).parameters().whole("output_compression").orElseThrow());
    focused(sitting, Slot.FORMAT).press("backspace");
    assertFalse(request(sitting).parameters().has("output_compression"));
  }

  @Test
  void asksForUnfinishedPicturesOnlyInAStream() {
    Sitting sitting = focused(form(HIGH), Slot.STREAM);
    assertFalse(sitting.text().contains("Partial"));
    focused(sitting.press("right"), Slot.PARTIAL).type("2");
    assertTrue(request(sitting).stream());
    assertEquals(2, request(sitting).partialImages());
  }

  @Test
  void saysWhatItCostsAndLeaves() {
    Sitting sitting = budgeted(HIGH).paste("a lighthouse");
    assertTrue(sitting.text().contains("$100.00 in the monthly budget"), sitting.text());
    assertTrue(sitting.text().contains("afterwards"), sitting.text());
    focused(sitting, Slot.COUNT).press("ctrl-u").paste("10");
    focused(sitting, Slot.QUALITY).press("right");
    assertTrue(sitting.text().contains("which refuses it"), sitting.text());
    focused(sitting, Slot.SIZE).press("left").press("left");
    model(sitting, "flux");
    assertTrue(sitting.text().contains("unknown: "), sitting.text());
  }

  @Test
  void saysWhereTheSameRanBefore() {
    Sitting sitting = form(HIGH).paste("isometric kitchen, cutaway, morning sun");
    model(sitting, "dall-e-3");
    focused(sitting, Slot.SIZE).press("right");
    focused(sitting, Slot.QUALITY).press("right");
    focused(sitting, Slot.COUNT).type("1");
    assertTrue(sitting.text().contains("the same ran"), sitting.text());
    String id = Objects.requireNonNull(answer(sitting).before()).id().toString();
    sitting.press("ctrl-o");
    assertEquals(1, sitting.state().requests().listing().entries().size());
    assertEquals(id, sitting.state().requests().listing().current().orElseThrow().id().toString());
  }

  @Test
  void dropsTheAnswerToAnOldQuestion() {
    Sitting sitting = form(USUAL).paste("a boat");
    Assessment old = answer(sitting);
    List<Effect> asked = sitting.happensAlone(new Event.Came(new Input.Pressed(new KeyPress("s"))));
    Effect.Assess question = (Effect.Assess) asked.getFirst();
    sitting.happensAlone(new Event.Assessed(question.asked() - 1, old));
    assertFalse(shown(sitting).current());
    sitting.happensAlone(new Event.Assessed(question.asked(), old));
    assertTrue(shown(sitting).current());
  }

  @Test
  void movesOfTheCursorAskNothing() {
    Sitting sitting = form(USUAL).paste("a boat");
    for (String key : List.of("left", "home", "end", "tab", "shift-tab")) {
      assertEquals(
          List.of(), sitting.happensAlone(new Event.Came(new Input.Pressed(new KeyPress(key)))));
    }
  }

  @Test
  void escapeClosesItAndKeepsWhatWasTyped() {
    Sitting sitting = form(USUAL).type("a boat");
    focused(sitting, Slot.QUALITY).press("right", "escape");
    assertTrue(sitting.state().layers().top().isEmpty());
    sitting.press("n");
    assertEquals("a boat", prompt(sitting));
    assertEquals("high", request(sitting).quality().orElseThrow());
    assertEquals("", prompt(sitting.press("ctrl-r")));
  }

  @Test
  void sendsNothingWithoutAKey() {
    var house = Sitting.house(Scenery.ZONE, "no API key: set OPENAI_API_KEY");
    Sitting sitting =
        Sitting.at(Scenery.month(), new InMemoryPictureStore(), Budget.UNLIMITED, house, HIGH);
    sitting.press("n").paste("a boat");
    assertTrue(sitting.text().contains("✗ no API key: set OPENAI_API_KEY"), sitting.text());
    sitting.press("ctrl-g");
    assertTrue(sitting.state().jobs().active().isEmpty());
    assertTrue(sitting.text().contains("nothing is sent: no API key"), sitting.text());
  }

  @Test
  void sendsNothingWithoutAPromptAndGoesThere() {
    Sitting sitting = focused(form(USUAL), Slot.SIZE).press("ctrl-g");
    assertEquals(Slot.PROMPT, shown(sitting).focus());
    assertTrue(sitting.text().contains("nothing is sent: the prompt is empty"), sitting.text());
    assertTrue(sitting.state().jobs().active().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"60,16", "80,24", "120,30", "160,48"})
  void asksBeforeItSendsWhatTheModelRefuses(int columns, int rows) {
    Sitting sitting = form(new Size(columns, rows)).paste("a boat");
    focused(sitting, Slot.SIZE).paste("100x100").press("ctrl-g");
    Golden.check("form/insist-%dx%d".formatted(columns, rows), sitting.frame());
  }

  @ParameterizedTest
  @CsvSource({"60,16", "80,24", "120,30", "160,48"})
  void asksBeforeItRunsAgainWhatCosts(int columns, int rows) {
    Sitting sitting = budgeted(new Size(columns, rows)).press("escape", "2", "j", "j", "r");
    Golden.check("form/again-%dx%d".formatted(columns, rows), sitting.frame());
  }

  @Test
  void asksBeforeItSendsWhatBreaksOnlyTheModelsRules() {
    Sitting sitting = form(HIGH).paste("a boat");
    focused(sitting, Slot.COUNT).paste("40").press("ctrl-g");
    assertTrue(sitting.text().contains("Send it all the same?"), sitting.text());
    sitting.press("escape");
    assertEquals(Slot.COUNT, shown(sitting).focus());
    assertTrue(sitting.state().jobs().active().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"more", "=5", "prompt=x", "cfg="})
  void saysWhatIsWrongWithOtherParameters(String typed) {
    Sitting sitting = form(HIGH).paste("a boat");
    focused(sitting, Slot.MORE).paste(typed);
    assertFalse(answer(sitting).sound());
    sitting.press("ctrl-g");
    assertTrue(sitting.text().contains("nothing is sent: "), sitting.text());
  }
}
