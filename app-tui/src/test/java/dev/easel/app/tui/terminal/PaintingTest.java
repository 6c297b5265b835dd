package dev.easel.app.tui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Frame;
import dev.easel.app.tui.screen.Ground;
import dev.easel.app.tui.screen.Ink;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.screen.Size;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What Lanterna's screen shows for a frame.
class PaintingTest {

  private final DefaultVirtualTerminal terminal =
      new DefaultVirtualTerminal(new TerminalSize(20, 4));
  private Screen screen;
  private Painter painter;

  @BeforeEach
  void start() throws IOException {
    screen = new TerminalScreen(terminal);
    screen.startScreen();
    painter = new Painter(screen, FakeTty.THEME);
  }

  @Test
  void cellsLookAsTheThemeSays() throws IOException {
    Canvas canvas = Canvas.of(new Size(20, 4));
    canvas.text(0, 0, "bad", Role.BAD);
    canvas.put(0, 1, new Cell("x", new Ink.Painted(Role.GOOD, Ground.CHOSEN)));
    canvas.put(0, 2, new Cell("▀", new Ink.Exact(0x102030, 0x405060)));

    show(canvas.frame());

    assertEquals(TextColor.ANSI.RED, screen.getFrontCharacter(0, 0).getForegroundColor());
    assertTrue(screen.getFrontCharacter(0, 0).isBold());
    assertTrue(screen.getFrontCharacter(0, 1).isReversed());
    assertEquals(
        new TextColor.RGB(0x10, 0x20, 0x30), screen.getFrontCharacter(0, 2).getForegroundColor());
    assertEquals(
        new TextColor.RGB(0x40, 0x50, 0x60), screen.getFrontCharacter(0, 2).getBackgroundColor());
    assertEquals("bad", row(0));
  }

  @Test
  void anyFrameAfterAnyOtherShowsTheSameAsItDoesAlone() throws IOException {
    Random random = new Random(42);
    for (int round = 0; round < 300; round++) {
      Frame frame = random(random);
      show(frame);
      for (int row = 0; row < 4; row++) {
        assertEquals(frame.text().get(row).replace("漢", "漢漢"), row(row), "in round " + round);
      }
    }
  }

  // The virtual terminal knows only Chinese characters for wide, and tells both their cells.
  private static Frame random(Random random) {
    Canvas canvas = Canvas.of(new Size(20, 4));
    String[] glyphs = {"a", "漢", "─", " ", "b", "漢漢"};
    for (int row = 0; row < 4; row++) {
      int column = 0;
      while (column < 20) {
        column =
            Math.max(
                column + 1,
                canvas.text(
                    column,
                    row,
                    glyphs[random.nextInt(glyphs.length)],
                    Role.series(random.nextInt(3))));
      }
    }
    return canvas.frame();
  }

  private void show(Frame frame) throws IOException {
    painter.paint(frame);
    screen.refresh(Screen.RefreshType.DELTA);
  }

  private String row(int row) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < 20; column++) {
      text.append(terminal.getCharacter(column, row).getCharacterString());
    }
    return text.toString().stripTrailing();
  }
}
