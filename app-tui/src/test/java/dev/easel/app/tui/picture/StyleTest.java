package dev.easel.app.tui.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Depth;
import dev.easel.app.tui.screen.Frame;
import dev.easel.app.tui.screen.Ink;
import dev.easel.app.tui.screen.Size;
import dev.easel.app.tui.screen.Theme;
import dev.easel.app.tui.screen.Theme.Name;
import dev.easel.domain.image.Raster;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StyleTest {

  @Test
  void suitsTheColoursOfTheTerminal() {
    assertEquals(Style.HALF_BLOCKS, style(Name.TERMINAL, Depth.TRUE, false));
    assertEquals(Style.HALF_BLOCKS, style(Name.LIGHT, Depth.INDEXED, false));
    assertEquals(Style.CHARACTERS, style(Name.DARK, Depth.SIXTEEN, false));
    assertEquals(Style.CHARACTERS, style(Name.TERMINAL, Depth.NONE, false));
    assertEquals(Style.CHARACTERS, style(Name.TERMINAL, Depth.TRUE, true));
    assertEquals(Style.CHARACTERS_ON_LIGHT, style(Name.LIGHT, Depth.NONE, false));
  }

  private static Style style(Name name, Depth depth, boolean ascii) {
    return Style.of(new Theme(name, depth, ascii));
  }

  @Test
  void halfBlocksShowTwoPixelsInACell() {
    Raster raster = Gradients.raster(2, 4, (x, y) -> y * 16 + x);

    Frame frame = frame(raster, Style.HALF_BLOCKS, new Size(2, 2));

    assertEquals(List.of("▀▀", "▀▀"), frame.text());
    assertEquals(List.of("##", "##"), frame.roles());
    assertEquals(new Ink.Exact(0x00, 0x10), frame.cell(0, 0).ink());
    assertEquals(new Ink.Exact(0x01, 0x11), frame.cell(1, 0).ink());
    assertEquals(new Ink.Exact(0x20, 0x30), frame.cell(0, 1).ink());
  }

  @Test
  void anOddRowIsShownTwiceAsHigh() {
    Raster raster = Gradients.raster(1, 3, (x, y) -> y + 1);

    Frame frame = frame(raster, Style.HALF_BLOCKS, new Size(1, 2));

    assertEquals(new Ink.Exact(3, 3), frame.cell(0, 1).ink());
  }

  @Test
  void picturesStandInTheMiddle() {
    Raster raster = Gradients.raster(3, 4, (x, y) -> 0xffffff);

    assertEquals(
        List.of("", "  ▀▀▀", "  ▀▀▀", ""), frame(raster, Style.HALF_BLOCKS, new Size(7, 4)).text());
    assertEquals(List.of("▀"), frame(raster, Style.HALF_BLOCKS, new Size(1, 1)).text());
  }

  @Test
  void charactersRiseWithTheLight() {
    Raster rising = Gradients.raster(20, 2, (x, y) -> Gradients.grey(x * 255 / 19));

    assertEquals(
        List.of("  ..::--==++**##%%@@"), frame(rising, Style.CHARACTERS, new Size(20, 1)).text());
    assertEquals(
        List.of("@@%%##**++==--::.."),
        frame(rising, Style.CHARACTERS_ON_LIGHT, new Size(20, 1)).text());
  }

  @Test
  void charactersDrawWhatIsThere() {
    Frame frame = frame(Gradients.disc(20), Style.CHARACTERS, new Size(20, 10));

    assertEquals(
        List.of(
            "       ......",
            "    .:-======-:.",
            "  .:-+**####**+-:.",
            " .:=+#%@@@@@@%#+=:.",
            " :-+*%@@@@@@@@%*+-:",
            " :-+*%@@@@@@@@%*+-:",
            " .:=+#%@@@@@@%#+=:.",
            "  .:-+**####**+-:.",
            "    .:-======-:.",
            "       ......"),
        frame.text());
    assertTrue(frame.roles().getFirst().matches("[ .]+"), frame.roles().toString());
  }

  @Test
  void charactersUseTheWholeRampForADullPicture() {
    Raster dull = Gradients.raster(2, 2, (x, y) -> Gradients.grey(100 + x * 60));

    assertEquals(List.of(" @"), frame(dull, Style.CHARACTERS, new Size(2, 1)).text());
  }

  @Test
  void charactersMakeNothingOfNoise() {
    for (int light : new int[] {0, 120, 254}) {
      Raster noise = Gradients.raster(2, 2, (x, y) -> Gradients.grey(light + x));

      Frame frame = frame(noise, Style.CHARACTERS, new Size(2, 1));

      assertEquals(frame.cell(0, 0), frame.cell(1, 0), "at " + light);
    }
  }

  @Test
  void colouredAreAsBrightAsTheyLook() {
    Raster primaries = Gradients.raster(3, 2, (x, y) -> 0xff << (x * 8));

    Frame frame = frame(primaries, Style.CHARACTERS, new Size(3, 1));

    assertEquals(List.of(" @-"), frame.text());
  }

  @Test
  void aScreenIsDrawnInNoTime() {
    Raster raster = Gradients.disc(80);
    Canvas canvas = Canvas.of(new Size(80, 40));
    for (int warming = 0; warming < 50; warming++) {
      Style.HALF_BLOCKS.cells(raster).draw(canvas);
    }

    long start = System.nanoTime();
    for (int time = 0; time < 20; time++) {
      Style.HALF_BLOCKS.cells(raster).draw(canvas);
    }

    Duration each = Duration.ofNanos(System.nanoTime() - start).dividedBy(20);
    assertTrue(each.compareTo(Duration.ofMillis(10)) < 0, each.toString());
    assertEquals(new Cell("▀", new Ink.Exact(0xffffff, 0xffffff)), canvas.cell(40, 20));
  }

  private static Frame frame(Raster raster, Style style, Size size) {
    Canvas canvas = Canvas.of(size);
    style.cells(raster).draw(canvas);
    return canvas.frame();
  }
}
