package dev.easel.app.tui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Depth;
import dev.easel.app.tui.screen.Frame;
import dev.easel.app.tui.screen.Ground;
import dev.easel.app.tui.screen.Ink;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.screen.Size;
import dev.easel.app.tui.screen.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is written to the terminal, byte by byte.
class DisplayTest {

  private static final Pattern COLOUR =
      Pattern.compile("\u001b\\[(3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]");

  private FakeTty tty;

  @BeforeEach
  void open() throws IOException {
    tty = FakeTty.open();
  }

  @AfterEach
  void close() {
    tty.close();
  }

  @Test
  void eachFrameIsOneWriteThatTheTerminalShowsAtOnce() {
    assertOneFrame(tty.show("one", "two"));
    assertOneFrame(tty.show("other", "two", "漢字"));
  }

  private static void assertOneFrame(List<String> writes) {
    assertEquals(1, writes.size());
    String written = writes.getFirst();
    assertTrue(written.startsWith("\u001b[?2026h"), () -> head(written));
    assertTrue(written.endsWith("\u001b[?2026l"), () -> head(written));
  }

  private static String head(String written) {
    return written.substring(0, Math.min(80, written.length())).replace('\u001b', '^');
  }

  @Test
  void aLargePictureIsOneWriteToo() throws IOException {
    tty.resize("60 200");
    tty.display().suspend();

    List<String> writes = tty.show(picture(new Size(200, 60)));

    assertOneFrame(writes);
    assertTrue(writes.getFirst().length() > 200_000);
  }

  private static Frame picture(Size size) {
    Canvas canvas = Canvas.of(size);
    for (int row = 0; row < size.rows(); row++) {
      for (int column = 0; column < size.columns(); column++) {
        int colour = row * size.columns() + column;
        canvas.put(column, row, new Cell("▀", new Ink.Exact(colour, colour << 8)));
      }
    }
    return canvas.frame();
  }

  @Test
  void theSameFrameAgainWritesNothing() {
    tty.show("one");

    assertEquals(List.of(), tty.show("one"));
  }

  @Test
  void onlyWhatDiffersIsWritten() {
    tty.show("unchanged", "one");

    String written = tty.show("unchanged", "on!").getFirst();

    assertEquals("\u001b[?2026h\u001b[2;3H\u001b[0m\u001b[39m\u001b[49m!\u001b[?2026l", written);
  }

  @Test
  void afterForgettingTheWholeFrameIsWritten() {
    tty.show("one", "two");
    tty.display().forget();

    String written = tty.show("one", "two").getFirst();

    assertTrue(written.contains("\u001b[2J"));
    assertTrue(written.contains("one") && written.contains("two"));
  }

  @Test
  void anotherThemeIsSeenAtOnce() {
    Canvas canvas = Canvas.of(new Size(20, 4));
    canvas.text(0, 0, "bad", Role.BAD);
    assertTrue(tty.show(canvas.frame()).getFirst().contains("\u001b[31m"));

    tty.display().use(new Theme(Theme.Name.DARK, Depth.TRUE, false));

    assertTrue(tty.show(canvas.frame()).getFirst().contains("\u001b[38;2;255;122;107m"));
  }

  @Test
  void anotherSizeIsDrawnWholeAndAFrameForTheOldOneDoesNoHarm() {
    tty.show("one");
    tty.resize("2 10");
    tty.display().suspend();

    String written = tty.show("0123456789-cut", "two", "three").getFirst();

    assertEquals(new Size(10, 2), tty.display().size());
    assertTrue(tty.inputs.contains(new Input.Resized(new Size(10, 2))));
    assertTrue(written.contains("0123456789") && written.contains("two"));
    assertFalse(written.contains("-cut") || written.contains("three"));
  }

  @Test
  void withoutColoursNoneIsWritten() throws IOException {
    for (Theme.Name name : Theme.Name.values()) {
      try (FakeTty plain = FakeTty.open(new Theme(name, Depth.NONE, false))) {
        String written = plain.show(everyInk()).getFirst();
        assertFalse(COLOUR.matcher(written).find(), () -> written.replace('\u001b', '^'));
      }
    }
    assertTrue(COLOUR.matcher(tty.show(everyInk()).getFirst()).find());
  }

  @Test
  void inAsciiNothingElseIsWritten() throws IOException {
    try (FakeTty ascii = FakeTty.open(new Theme(Theme.Name.DARK, Depth.TRUE, true))) {
      String written = ascii.show("┌─漢é✓").getFirst();
      assertTrue(written.chars().allMatch(character -> character < 0x7f), written);
      assertTrue(written.contains("+-?\u001b[1;5H?+"), written.replace('\u001b', '^'));
    }
  }

  private static Frame everyInk() {
    Canvas canvas = Canvas.of(new Size(20, 4));
    int column = 0;
    for (Role role : Role.values()) {
      int row = 0;
      for (Ground ground : Ground.values()) {
        canvas.put(column, row, new Cell("x", new Ink.Painted(role, ground)));
        row++;
      }
      column++;
    }
    canvas.put(19, 3, new Cell("▀", new Ink.Exact(0xff0000, 0x00ff00)));
    return canvas.frame();
  }

  @Test
  void behindAGlyphOfDoubtfulWidthThePlaceIsNamedAgain() {
    String written = tty.show("漢a⚡b✓c").getFirst();

    assertTrue(written.contains("  \u001b[1;1H漢\u001b[1;3Ha"), written.replace('\u001b', '^'));
    assertTrue(written.contains("\u001b[1;4H⚡\u001b[1;6Hb"), written.replace('\u001b', '^'));
    assertTrue(written.contains("✓\u001b[1;8Hc"), written.replace('\u001b', '^'));
  }

  @Test
  void aWideGlyphOfWhichHalfIsCoveredIsNotDrawn() {
    Canvas canvas = Canvas.of(new Size(20, 4));
    canvas.text(0, 0, "a漢字", Role.TEXT);
    canvas.put(2, 0, new Cell("│", Ink.of(Role.BORDER)));

    String written = tty.show(canvas.frame()).getFirst();

    assertFalse(written.contains("漢"));
    assertTrue(written.contains("字"));
    assertTrue(written.contains("a\u001b[1;3H│"), written.replace('\u001b', '^'));
  }

  @Test
  void whatWasWideLeavesNothingBehind() {
    tty.show("漢字b");

    String written = tty.show("a").getFirst();

    assertEquals(
        "\u001b[?2026h\u001b[1;1H\u001b[0m\u001b[39m\u001b[49ma   " + " \u001b[?2026l", written);
  }

  @Test
  void hostileTextIsDrawnAsTextThatMovesNothing() {
    String hostile = "\u001b[31mX\u0000\n\t\u0085\u202e👩‍👩‍👧‍👦e\u0301\u0301\u0301👍🏽𠀀";

    for (String prompt : List.of(hostile, hostile.repeat(400), "x".repeat(4000))) {
      for (int from = 0; from < 20; from++) {
        String written =
            tty.show(" ".repeat(from) + prompt, prompt).stream().reduce("", String::concat);
        assertFalse(written.contains("\u001b[31m"));
        assertFalse(written.contains("\u0000") || written.contains("\n"));
      }
    }
  }

  @Test
  void textIsGivenToTheClipboard() {
    assertEquals(
        List.of("\u001b[?2026h\u001b]52;c;ZWFzZWw=\u0007\u001b[?2026l"),
        tty.during(() -> assertTrue(tty.display().copy("easel"))));
    assertEquals(List.of(), tty.during(() -> assertFalse(tty.display().copy("x".repeat(60_000)))));
  }

  @Test
  void theMouseIsListenedToOnlyWhenWanted() {
    assertTrue(tty.happened.stream().noneMatch(written -> written.contains("?1000h")));

    String on = tty.during(() -> tty.display().mouse(true)).getFirst();
    String suspended = String.join("", tty.during(() -> tty.display().suspend()));
    String off = tty.during(() -> tty.display().mouse(false)).getFirst();

    assertTrue(on.contains("\u001b[?1000h\u001b[?1006h"));
    assertTrue(suspended.indexOf("?1000l") < suspended.indexOf("stopped"));
    assertTrue(suspended.indexOf("stopped") < suspended.indexOf("?1000h"));
    assertTrue(off.contains("\u001b[?1006l\u001b[?1000l"));
  }

  @Test
  void theTerminalIsAskedForKeysAndNotForSignals() {
    assertEquals(List.of("stty -icanon -echo -isig -ixon -iexten min 1 time 0"), sttyCalls());
    assertTrue(tty.happened.stream().anyMatch(written -> written.contains("\u001b[?1049h")));
  }

  @Test
  void suspendedItIsGivenBackAndThenTakenAgain() {
    tty.show("one");

    List<String> happened = tty.during(() -> tty.display().suspend());
    String whole = tty.show("one").getFirst();

    int stopped = happened.indexOf("stopped");
    assertTrue(happened.getFirst().contains("\u001b[?25h"));
    assertTrue(happened.getFirst().contains("\u001b[?1049l"));
    assertEquals("stty saved:modes", happened.get(stopped - 1));
    assertTrue(happened.get(stopped + 1).startsWith("stty -icanon"));
    assertTrue(happened.get(stopped + 2).contains("\u001b[?1049h"));
    assertTrue(happened.getLast().contains("\u001b[?25l"));
    assertTrue(whole.contains("\u001b[2J") && whole.contains("one"));
    assertTrue(tty.inputs.contains(new Input.Resumed(new Size(20, 4))));
  }

  @Test
  void closedItIsGivenBackOnceAndShowsNothingMore() {
    List<String> happened = tty.during(() -> tty.display().close());

    assertTrue(happened.getFirst().contains("\u001b[?2004l"));
    assertTrue(happened.getFirst().contains("\u001b[?25h"));
    assertTrue(happened.getFirst().contains("\u001b[?1049l"));
    assertEquals("stty saved:modes", happened.getLast());
    assertEquals(List.of(), tty.during(() -> tty.display().close()));
    assertEquals(List.of(), tty.show("one"));
    assertEquals(List.of(), tty.during(() -> tty.display().mouse(true)));
  }

  @Test
  void whatIsPrintedToStandardErrorMeanwhileComesBehindTheScreen() {
    System.err.println("a warning");
    assertEquals("", tty.errors.toString(StandardCharsets.UTF_8));

    tty.display().close();

    assertEquals("a warning\n", tty.errors.toString(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsPrintedWithoutEndIsCut() {
    Stream.generate(() -> "a warning").limit(100_000).forEach(System.err::println);

    tty.display().close();

    assertTrue(tty.errors.size() > 200_000 && tty.errors.size() < 300_000);
  }

  private List<String> sttyCalls() {
    return tty.happened.stream().filter(what -> what.startsWith("stty")).toList();
  }
}
