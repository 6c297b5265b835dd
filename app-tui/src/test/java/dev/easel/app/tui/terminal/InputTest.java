package dev.easel.app.tui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.KeyPress;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the bytes that a terminal sends mean. `^` stands for ESC.
class InputTest {

  @ParameterizedTest
  @CsvSource({
    "a, a",
    "G, G",
    "?, ?",
    "é, é",
    "漢, 漢",
    "👍, 👍",
    "' ', space",
    "^, escape",
    "^[A, up",
    "^[B, down",
    "^[C, right",
    "^[D, left",
    "^[1;5A, ctrl-up",
    "^[1;2C, shift-right",
    "^[H, home",
    "^[F, end",
    "^[5~, page-up",
    "^[6~, page-down",
    "^[3~, delete",
    "^[2~, insert",
    "^OP, f1",
    "^OR, f3",
    "^[15~, f5",
    "^[24~, f12",
    "^[[A, f1",
    "^[Z, shift-tab",
    "^x, alt-x",
    "^[, alt-[",
  })
  void keysHaveNames(String sent, String name) throws Exception {
    assertEquals(List.of(pressed(name)), came(sent.replace('^', '\u001b')));
  }

  @ParameterizedTest
  @CsvSource({
    "3, ctrl-c",
    "26, ctrl-z",
    "19, ctrl-s",
    "17, ctrl-q",
    "4, ctrl-d",
    "0, ctrl-space",
    "9, tab",
    "10, enter",
    "127, backspace",
    "28, ctrl-\\",
  })
  void controlCharactersAreKeysAndNoSignals(int sent, String name) throws Exception {
    assertEquals(List.of(pressed(name)), came(Character.toString(sent)));
  }

  @Test
  void pastedTextIsNoKey() throws Exception {
    assertEquals(
        List.of(pressed("a"), new Input.Pasted("q\nx\u001b[A\u0003é漢👍"), pressed("b")),
        came("a\u001b[200~q\nx\u001b[A\u0003é漢👍\u001b[201~b"));
  }

  @Test
  void pastedTextMayComeInAnyPieces() throws Exception {
    byte[] bytes =
        "\u001b[200~é\u001b[20\u001b[201~\u001b[200~\u001b[201~z".getBytes(StandardCharsets.UTF_8);

    for (int cut = 1; cut < bytes.length; cut++) {
      assertEquals(
          List.of(new Input.Pasted("é\u001b[20"), new Input.Pasted(""), pressed("z")),
          came(pieces(bytes, cut)));
    }
  }

  @Test
  void aKeyMayComeInAnyPieces() throws Exception {
    byte[] bytes = "\u001b[1;5A".getBytes(StandardCharsets.UTF_8);

    for (int cut = 1; cut < bytes.length; cut++) {
      assertEquals(List.of(pressed("ctrl-up")), came(pieces(bytes, cut)));
    }
  }

  /// The bytes, as a terminal gives them that sends some and then the others.
  private static InputStream pieces(byte[] bytes, int cut) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, pos < cut ? Math.min(length, cut - pos) : length);
      }
    };
  }

  @Test
  void aPasteWithoutEndIsCut() throws Exception {
    String sent = "\u001b[200~" + "x".repeat(3_000_000) + "\u001b[201~q";

    List<Input> came = came(sent);

    assertEquals(1 << 20, ((Input.Pasted) came.getFirst()).text().length());
    assertEquals(pressed("q"), came.getLast());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "^[<0;10;5M^[<0;10;5m | Clicked[column=9, row=4]",
        "^[<0;151;60M | Clicked[column=150, row=59]",
        "^[<64;1;1M | Scrolled[column=0, row=0, rows=-3]",
        "^[<65;3;2M | Scrolled[column=2, row=1, rows=3]",
        "^[<68;3;2M | Scrolled[column=2, row=1, rows=-3]",
      })
  void theMouseIsRead(String sent, String input) throws Exception {
    List<Input> came = came(sent.replace('^', '\u001b'));

    assertEquals(List.of(input), came.stream().map(Input::toString).toList());
  }

  @Test
  void answersAndSequencesThatNobodyKnowsAreLeftOut() throws Exception {
    assertEquals(
        List.of(pressed("a"), pressed("b")),
        came(
            "a\u001b[?62;22c\u001b[>1;10;0c\u001b[I\u001b[O\u001b[<35;1;1M\u001b[97;5u\u001b[?2026;2$yb"));
  }

  @Test
  void halfACharacterIsNone() throws Exception {
    byte[] sent = "x👍y".getBytes(StandardCharsets.UTF_8);

    List<Input> came = came(pieces(sent, 3));

    assertEquals(List.of(pressed("x"), pressed("👍"), pressed("y")), came);
  }

  private static Input pressed(String name) {
    return new Input.Pressed(new KeyPress(name));
  }

  private static List<Input> came(String sent) throws Exception {
    return came(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Input> came(InputStream sent) throws Exception {
    try (FakeTty tty = FakeTty.typed(sent)) {
      return tty.untilGone();
    }
  }
}
