package dev.easel.app.tui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Frame;
import dev.easel.app.tui.screen.Graphics;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.screen.Size;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pictures that a terminal draws itself, byte by byte.
class PicturesTest {

  private static final byte[] WIDE = png(200, 50, 9000);
  private static final Pattern SENT =
      Pattern.compile("\u001b_G([^;\u001b]*);([^\u001b]*)\u001b\\\\");
  private static final Pattern NUMBER = Pattern.compile("a=t,f=100,i=(\\d+),");

  private final List<String> asked = new ArrayList<>();
  private FakeTty tty;

  /// The beginning of a PNG file and any bytes.
  private static byte[] png(int width, int height, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    bytes.putLong(0x89504e470d0a1a0aL).putInt(13).putInt(0x49484452).putInt(width).putInt(height);
    return bytes.array();
  }

  @BeforeEach
  void open() throws IOException {
    tty =
        FakeTty.open((sha256, width, height) -> {
          asked.add(sha256 + " " + width + "x" + height);
          return sha256.equals("missing") ? null : WIDE;
        });
  }

  @AfterEach
  void close() {
    tty.close();
  }

  private static Frame frame(String... pictures) {
    Canvas canvas = Canvas.of(new Size(20, 4));
    canvas.text(0, 0, "text", Role.TEXT);
    for (int index = 0; index < pictures.length; index++) {
      canvas.part(new Area(index * 10, 1, 10, 3)).place(pictures[index]);
    }
    return canvas.frame();
  }

  private String shown(String... pictures) {
    return String.join("", tty.show(frame(pictures)));
  }

  @Test
  void kittyGetsAPictureOnceAndPlacesItInTheMiddleOfItsCells() {
    tty.display().use(Graphics.KITTY);

    List<String> writes = tty.show(frame("a"));
    String written = writes.getFirst();

    assertEquals(1, writes.size());
    assertEquals(List.of("a 100x60"), asked);
    Matcher number = NUMBER.matcher(written);
    assertTrue(number.find());
    assertEquals(List.of(WIDE.length), List.of(sent(written).length));
    assertTrue(Arrays.equals(WIDE, sent(written)));
    assertTrue(
        written.contains(
            "\u001b[3;1H\u001b_Ga=p,i=" + number.group(1) + ",c=10,r=1,C=1,q=2\u001b\\"));
    assertTrue(written.indexOf("text") < written.indexOf("\u001b_G"));
    assertTrue(written.endsWith("\u001b[?2026l"));
  }

  private static byte[] sent(String written) {
    String base64 =
        SENT.matcher(written)
            .results()
            .peek(chunk -> assertTrue(chunk.group(2).length() <= 4096))
            .map(chunk -> chunk.group(2))
            .collect(Collectors.joining());
    return Base64.getDecoder().decode(base64);
  }

  @Test
  void kittyMarksTheLastPieceAndAsksForNoAnswer() {
    tty.display().use(Graphics.KITTY);

    List<String> keys = SENT.matcher(shown("a")).results().map(chunk -> chunk.group(1)).toList();

    assertEquals(3, keys.size());
    assertTrue(keys.stream().allMatch(each -> each.contains("q=2")));
    assertTrue(keys.get(0).endsWith("m=1") && keys.get(1).endsWith("m=1"));
    assertTrue(keys.get(2).endsWith("m=0"));
  }

  @Test
  void kittyIsToldNothingWhileNothingChanges() {
    tty.display().use(Graphics.KITTY);
    shown("a");

    assertEquals("", shown("a"));
  }

  @Test
  void kittyTakesAPictureAwayAndPlacesItAgainWithoutSendingItAgain() {
    tty.display().use(Graphics.KITTY);
    shown("a");

    String gone = shown();
    String back = shown("a");

    assertTrue(gone.contains("\u001b_Ga=d,d=i,i="));
    assertTrue(back.contains("\u001b_Ga=p,"));
    assertFalse(back.contains("a=t"));
  }

  @Test
  void kittyPlacesEveryPictureAnewWhenTheScreenIsDrawnWhole() {
    tty.display().use(Graphics.KITTY);
    shown("a", "b");
    tty.display().forget();

    String whole = shown("a", "b");

    assertEquals(2, whole.split("a=d,d=i", -1).length - 1);
    assertEquals(2, whole.split("a=p,", -1).length - 1);
    assertFalse(whole.contains("a=t"));
  }

  @Test
  void kittyIsRidOfTheOldestWhenThereAreMany() {
    tty.display().use(Graphics.KITTY);

    String all =
        IntStream.range(0, 40)
            .mapToObj(number -> shown("picture " + number))
            .collect(Collectors.joining());

    assertEquals(8, all.split("a=d,d=I", -1).length - 1);
    assertTrue(shown("picture 39", "picture 38").contains("a=p"));
    assertEquals(40, asked.size());
    shown("picture 0");
    assertEquals(41, asked.size());
  }

  @Test
  void kittyKeepsNothingBehindTheDashboard() {
    tty.display().use(Graphics.KITTY);
    shown("a", "b");

    List<String> closing = tty.during(() -> tty.display().close());

    assertEquals(2, closing.getFirst().split("a=d,d=I", -1).length - 1, closing.toString());
    assertTrue(closing.get(1).contains("\u001b[?1049l"));
  }

  @Test
  void aPictureThatIsNotThereIsAskedForAgain() {
    tty.display().use(Graphics.KITTY);

    assertFalse(shown("missing").contains("\u001b_G"));
    shown("missing");

    assertEquals(List.of("missing 100x60", "missing 100x60"), asked);
  }

  @Test
  void itermGetsAPictureWhereItsCellsAre() {
    tty.display().use(Graphics.ITERM2);

    String written = shown("a");

    assertTrue(
        written.contains(
            "\u001b[3;1H\u001b]1337;File=inline=1;doNotMoveCursor=1;preserveAspectRatio=1"
                + ";size=9000;width=10;height=1:"
                + Base64.getEncoder().encodeToString(WIDE)
                + "\u0007"));
    assertEquals("", shown("a"));
  }

  @Test
  void itermDrawsAllCellsAnewToTakeAPictureAway() {
    tty.display().use(Graphics.ITERM2);
    shown("a", "b");

    String one = shown("a");

    assertTrue(one.contains("\u001b[2J"));
    assertEquals(1, one.split("]1337;", -1).length - 1);
    assertFalse(shown("a", "c").contains("\u001b[2J"));
  }

  @Test
  void otherTerminalsGetNone() {
    assertFalse(shown("a").contains("\u001b_G"));
    assertEquals(List.of(), asked);
  }

  @Test
  void anotherWayTakesThePicturesOfTheOldOneAway() {
    tty.display().use(Graphics.KITTY);
    shown("a");

    String change = String.join("", tty.during(() -> tty.display().use(Graphics.NONE)));

    assertTrue(change.contains("a=d,d=I"));
    assertFalse(shown("a").contains("\u001b_G"));
  }

  @ParameterizedTest
  @CsvSource({
    "TERM=xterm-kitty, KITTY",
    "TERM=xterm-ghostty, KITTY",
    "TERM=xterm-256color TERM_PROGRAM=ghostty, KITTY",
    "TERM=xterm-256color KITTY_WINDOW_ID=1, KITTY",
    "TERM=xterm-256color TERM_PROGRAM=iTerm.app, NONE",
    "TERM=xterm-256color COLORTERM=truecolor, NONE",
    "TERM=tmux-256color KITTY_WINDOW_ID=1, NONE",
    "TERM=screen KITTY_WINDOW_ID=1, NONE",
    "TERM=xterm-kitty TMUX=/tmp/tmux, NONE",
  })
  void graphicsAreUsedOnlyWhereTheyAreSure(String environment, Graphics graphics) {
    Map<String, String> variables =
        Arrays.stream(environment.split(" "))
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

    assertEquals(graphics, Graphics.of(variables));
  }
}
