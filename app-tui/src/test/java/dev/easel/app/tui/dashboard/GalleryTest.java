package dev.easel.app.tui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.update.Gallery;
import dev.easel.app.tui.dashboard.update.GalleryGrid;
import dev.easel.app.tui.screen.Golden;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.screen.Size;
import dev.easel.domain.ledger.Entry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tab of pictures.
final class GalleryTest {

  private static Sitting gallery(int columns, int rows) {
    return Exhibition.usual().sitting(columns, rows).press("3");
  }

  private static Gallery shown(Sitting sitting) {
    return Gallery.of(sitting.state().requests());
  }

  private static String chosen(Sitting sitting) {
    return shown(sitting).current().map(Entry::prompt).orElse("none");
  }

  @ParameterizedTest
  @CsvSource({"60,16", "80,24", "120,30", "160,48"})
  void showsPicturesAtEverySize(int columns, int rows) {
    Sitting sitting = gallery(columns, rows).press("l").later(Exhibition.STILL);

    Golden.check("gallery/pictures-%dx%d".formatted(columns, rows), sitting.frame());
  }

  @Test
  void laysOutAsManyAsHaveRoom() {
    assertEquals("2x2", grid(80, 24));
    assertEquals("4x2", grid(120, 30));
    assertEquals("6x4", grid(160, 48));
    assertEquals("2x1", grid(60, 16));
  }

  private static String grid(int columns, int rows) {
    GalleryGrid grid = GalleryGrid.of(new Size(columns, rows));
    return grid.across() + "x" + grid.down();
  }

  @Test
  void readsPicturesOnceTheUserStandsStill() {
    Sitting sitting = gallery(80, 24);
    assertFalse(sitting.frame().roles().toString().contains("#"));
    assertTrue(sitting.text().contains("…"), sitting.text());

    sitting.later(Exhibition.STILL.minusMillis(1));
    assertFalse(sitting.frame().roles().toString().contains("#"));

    sitting.later(Duration.ofMillis(1));
    assertTrue(sitting.frame().roles().toString().contains("#"));
  }

  @Test
  void readsOneAfterTheOtherTheChosenOneFirst() {
    Sitting sitting = gallery(80, 24).press("l", "l");
    sitting.advance(Exhibition.STILL);

    List<Effect> wanted = sitting.happensAlone(new Event.Ticked(sitting.time.now()));
    List<Effect> more = sitting.happensAlone(new Event.Ticked(sitting.time.now()));

    assertEquals(List.of(first(sitting)), wanted);
    assertEquals(List.of(), more);
  }

  private static Effect first(Sitting sitting) {
    String sha256 =
        String.valueOf(shown(sitting).current().orElseThrow().images().getFirst().sha256());
    return sitting.state().pictures().wanted().stream()
        .filter(wanted -> wanted.sha256().equals(sha256))
        .map(Effect.DrawPicture::new)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsNothingOfThePagesThatArePassedBy() {
    Sitting sitting = gallery(80, 24);
    for (int page = 0; page < 5; page++) {
      sitting.advance(Duration.ofMillis(79));
      List<Effect> wanted = sitting.happensAlone(pressed("page-down"));
      assertEquals(List.of(), wanted, "page " + page);
    }
    sitting.later(Exhibition.STILL);

    assertEquals(4, sitting.state().pictures().shown().size());
  }

  private static Event pressed(String key) {
    return new Event.Came(new Input.Pressed(new KeyPress(key)));
  }

  @Test
  void showsAPageAgainWithoutReadingIt() {
    Sitting sitting = gallery(80, 24).later(Exhibition.STILL);
    sitting.press("page-down").later(Exhibition.STILL).press("page-up");

    assertTrue(sitting.frame().roles().toString().contains("#"));
    assertEquals(
        List.of(), sitting.happensAlone(new Event.Ticked(sitting.time.now().plusSeconds(1))));
  }

  @Test
  void keepsABoundedNumberOfPictures() {
    Exhibition many = new Exhibition();
    for (int index = 0; index < 150; index++) {
      many.picture(index);
    }
    Sitting sitting = many.sitting(160, 48).press("3", ":").type("range all").press("enter");
    for (int page = 0; page < 7; page++) {
      sitting.later(Exhibition.STILL).press("page-down");
    }

    assertEquals(96, sitting.state().pictures().shown().size());
  }

  @Test
  void saysWhatBecameOfPicturesThatAreNotThere() {
    String text = gallery(160, 48).later(Exhibition.STILL).text();

    assertTrue(text.contains("deleted"), text);
    assertTrue(text.contains("there any more"), text);
    assertTrue(text.contains("cannot be drawn here"), text);
    assertTrue(text.contains("×3"), text);
  }

  @Test
  void forgetsAPictureThatIsDeletedFromHere() {
    Sitting sitting = gallery(80, 24).later(Exhibition.STILL).press("d", "d");
    sitting.later(Exhibition.STILL);

    assertTrue(sitting.text().contains("the entry is kept"), sitting.text());
  }

  @Test
  void movesInTwoDirectionsAndOverPages() {
    Sitting sitting = gallery(80, 24);
    assertEquals("picture number 24 of a row of hills before a pale sky", chosen(sitting));
    assertEquals("make it snow", chosen(sitting.press("l")));
    assertEquals("a vector drawing", chosen(sitting.press("j")));
    assertEquals("three views of a paper boat", chosen(sitting.press("left")));
    assertEquals(
        "picture number 24 of a row of hills before a pale sky", chosen(sitting.press("k")));
    assertEquals(
        "picture number 24 of a row of hills before a pale sky", chosen(sitting.press("k")));
    assertEquals("a picture that was deleted", chosen(sitting.press("page-down")));
    assertTrue(sitting.text().contains("page 2 of 8"), sitting.text());
    assertEquals(
        "picture number 0 of a row of hills before a pale sky", chosen(sitting.press("G")));
    assertEquals(
        "picture number 24 of a row of hills before a pale sky", chosen(sitting.press("g")));
  }

  @Test
  void passesOverWhatHasNoPicture() {
    Sitting sitting = gallery(80, 24).press("/").type("state:released").press("enter");

    assertTrue(sitting.text().contains("none has a picture"), sitting.text());
    assertEquals("none", chosen(sitting.press("j", "l", "enter", "v", "page-down", "G")));
  }

  @Test
  void filtersWhereItIs() {
    Sitting sitting = gallery(80, 24).press("/").type("boat").press("enter");

    assertEquals("three views of a paper boat", chosen(sitting));
    assertTrue(sitting.text().contains("[3 Gallery]"), sitting.text());
    assertTrue(sitting.text().contains("1/1 pictures"), sitting.text());
  }

  @Test
  void sharesWhatIsChosenWithTheRequests() {
    Sitting sitting = gallery(80, 24).press("l", "l", "2");

    assertEquals(
        "three views of a paper boat",
        sitting.state().requests().listing().current().orElseThrow().prompt());
  }

  @Test
  void readsOnUntilAPageIsFull() {
    Exhibition rare = new Exhibition();
    for (int index = 0; index < 6; index++) {
      rare.picture(index);
    }
    for (int index = 0; index < 210; index++) {
      rare.failure();
    }
    Sitting sitting = rare.sitting(80, 24).press("3", ":").type("range all").press("enter");

    assertEquals(6, shown(sitting).entries().size());
  }

  @Test
  void marksSeveral() {
    Sitting sitting = gallery(80, 24).press("space", "space", "*");

    assertEquals(2, shown(sitting).entries().stream().limit(2).filter(Entry::star).count());
    assertTrue(sitting.text().contains("2 marked"), sitting.text());
  }

  @Test
  void showsWordsWherePicturesAreNotWanted() {
    Sitting sitting = gallery(80, 24).press(":").type("image none").press("enter");
    sitting.later(Exhibition.STILL);

    assertFalse(sitting.frame().roles().toString().contains("#"));
    assertTrue(sitting.text().contains("PNG, 96×64"), sitting.text());
    assertEquals(List.of(), sitting.state().pictures().wanted());
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "20,5", "59,15", "60,16", "79,24", "300,100"})
  void drawsAtAnySize(int columns, int rows) {
    Sitting sitting = gallery(80, 24).later(Exhibition.STILL).resize(new Size(columns, rows));
    for (String key : List.of("enter", "m", "m", "v", "z", "l", "j", "[", "escape", "escape")) {
      assertEquals(rows, sitting.press(key).later(Exhibition.STILL).frame().size().rows());
    }
  }
}
