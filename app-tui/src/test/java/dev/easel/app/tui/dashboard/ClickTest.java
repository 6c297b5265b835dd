package dev.easel.app.tui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.dashboard.state.Chart;
import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Scope;
import dev.easel.app.tui.dashboard.state.Slot;
import dev.easel.app.tui.dashboard.update.Gallery;
import dev.easel.app.tui.screen.Size;
import org.junit.jupiter.api.Test;

/// What clicks and the wheel do.
final class ClickTest {

  private static Sitting sitting() {
    return Sitting.at(Scenery.month(), new Size(80, 24))
        .press(":")
        .type("range all")
        .press("enter");
  }

  private static Scope scope(Sitting sitting) {
    return Scope.of(sitting.state());
  }

  private static int chosen(Sitting sitting) {
    return sitting.state().requests().listing().chosen();
  }

  private static Layer.Form form(Sitting sitting) {
    return sitting.state().layers().highest(Layer.Form.class).orElseThrow();
  }

  @Test
  void onATabOpensIt() {
    Sitting sitting = sitting();
    assertEquals(Scope.REQUESTS, scope(sitting.click("2 Requests")));
    assertEquals(Scope.STATS, scope(sitting.press("enter").click("4 Stats")));
    assertEquals(Scope.FORM, scope(sitting.press("n").click("1 Overview")));
  }

  @Test
  void onARowChoosesItAndThenOpensIt() {
    Sitting sitting = sitting().press("2").click("pattern, art");
    assertEquals(3, chosen(sitting));
    assertEquals(Scope.REQUESTS, scope(sitting));
    assertEquals(Scope.DETAIL, scope(sitting.click("pattern, art")));
  }

  @Test
  void onARowOfTheOverviewToo() {
    Sitting sitting = sitting().click("product sho");
    assertEquals(2, sitting.state().place().row());
    assertEquals(Scope.DETAIL, scope(sitting.click("product sho")));
  }

  @Test
  void onAPictureChoosesItAndThenOpensIt() {
    Sitting sitting = Exhibition.usual().sitting(80, 24).press("3").click("three views");
    assertEquals(2, Gallery.of(sitting.state().requests()).chosen());
    assertEquals(Scope.DETAIL, scope(sitting.click("three views")));
    assertEquals(Scope.PICTURE, scope(sitting.click(5, 5)));
  }

  @Test
  void onAHintPressesItsKey() {
    assertEquals(Scope.HELP, scope(sitting().click("? help")));
    assertEquals(Scope.BUDGETS, scope(sitting().click("! budgets")));
  }

  @Test
  void onAChoiceTakesIt() {
    Sitting sitting = sitting().press("2", "G", "y").click("command that");
    assertTrue(
        sitting.shown.stream()
            .anyMatch(
                effect -> effect instanceof Effect.Copy copy && copy.what().startsWith("command")));
    assertEquals(Scope.REQUESTS, scope(sitting));
  }

  @Test
  void onAKeyOfTheHelpChoosesItAndThenDoesIt() {
    Sitting sitting = sitting().press("?").type("budgets").press("up").click("how the budgets");
    assertEquals(Scope.BUDGETS, scope(sitting));
  }

  @Test
  void onAPlaceOfTheFormGoesThereAndToAnotherChoice() {
    Sitting sitting = sitting().press("n").click("Quality");
    assertEquals(Slot.QUALITY, form(sitting).focus());
    int row = row(sitting, "Quality");
    int arrow = sitting.frame().text().get(row).lastIndexOf("›");
    String before = sitting.text();
    assertEquals("high", form(sitting.click(arrow, row)).draft().text(Slot.QUALITY));
    assertTrue(!sitting.text().equals(before), before);
  }

  private static int row(Sitting sitting, String text) {
    return (int) sitting.frame().text().stream().takeWhile(line -> !line.contains(text)).count();
  }

  @Test
  void onAChartsNameShowsIt() {
    Sitting sitting = sitting().press("4").click("failures");
    assertEquals(Chart.FAILURES, sitting.state().place().chart());
  }

  @Test
  void behindAWindowDoesNothing() {
    Sitting sitting = sitting().press("2", "y").click(10, 22).click(10, 4);
    assertEquals(0, chosen(sitting));
    assertEquals(Scope.MENU, scope(sitting));
  }

  @Test
  void theWheelGoesThroughRowsChoicesAndRowsOfPictures() {
    assertEquals(3, chosen(sitting().press("2").scroll(3)));
    Sitting menu = sitting().press("2", "y").scroll(3);
    assertEquals(1, menu.state().layers().highest(Layer.Menu.class).orElseThrow().chosen());
    Sitting gallery = Exhibition.usual().sitting(80, 24).press("3").scroll(3);
    assertEquals(2, Gallery.of(gallery.state().requests()).chosen());
  }
}
