package dev.easel.app.tui.terminal;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.input.CharacterPattern;
import com.googlecode.lanterna.input.DefaultKeyDecodingProfile;
import com.googlecode.lanterna.input.KeyDecodingProfile;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.input.MouseActionType;
import com.googlecode.lanterna.input.MouseCharacterPattern;
import dev.easel.domain.image.Nullable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a terminal sends for keys, the mouse and pasted text. Sequences that nobody knows are read
/// to their end and left out, so that a terminal's answer never types letters.
final class Decoding implements KeyDecodingProfile {

  static final KeyDecodingProfile PROFILE = new Decoding();

  private static final int LONGEST = 40;
  private static final Pattern SEQUENCE =
      Pattern.compile("\u001b\\[([0-?]*)([ -/]*)([@-~]?)", Pattern.DOTALL);
  private static final Pattern MOUSE = Pattern.compile("<(\\d{1,4});(\\d{1,5});(\\d{1,5})");
  private static final int WHEEL_UP = 64;
  private static final int WHEEL_DOWN = 65;
  private static final int MOVING = 32;
  private static final int MODIFIERS = 4 | 8 | 16;

  private Decoding() {}

  /// Pasted text has ended; it lies with [PastingInput].
  static final class Pasted extends KeyStroke {
    Pasted() {
      super(KeyType.Unknown);
    }
  }

  // A later pattern wins over an earlier one.
  @Override
  public Collection<CharacterPattern> getPatterns() {
    List<CharacterPattern> patterns = new ArrayList<>();
    patterns.add(Decoding::sequence);
    for (CharacterPattern usual : new DefaultKeyDecodingProfile().getPatterns()) {
      if (!(usual instanceof MouseCharacterPattern)) {
        patterns.add(usual);
      }
    }
    return patterns;
  }

  private static CharacterPattern.@Nullable Matching sequence(List<Character> read) {
    if (read.getFirst() != ESC_CODE || read.size() > LONGEST) {
      return null;
    }
    String text = read.stream().map(String::valueOf).collect(Collectors.joining());
    Matcher matcher = SEQUENCE.matcher(text);
    if (text.length() == 1) {
      return CharacterPattern.Matching.NOT_YET;
    }
    if (!matcher.matches()) {
      return null;
    }
    return matcher.group(3).isEmpty()
        ? CharacterPattern.Matching.NOT_YET
        : new CharacterPattern.Matching(meaning(matcher.group(1), matcher.group(3)));
  }

  private static KeyStroke meaning(String parameters, String end) {
    Matcher mouse = MOUSE.matcher(parameters);
    if (mouse.matches() && end.equals("M")) {
      return mouse(
          Integer.parseInt(mouse.group(1)) & ~MODIFIERS,
          new TerminalPosition(
              Math.max(0, Integer.parseInt(mouse.group(2)) - 1),
              Math.max(0, Integer.parseInt(mouse.group(3)) - 1)));
    }
    return parameters.equals("201") && end.equals("~")
        ? new Pasted()
        : new KeyStroke(KeyType.Unknown);
  }

  private static KeyStroke mouse(int button, TerminalPosition position) {
    if (button == WHEEL_UP) {
      return new MouseAction(MouseActionType.SCROLL_UP, 4, position);
    }
    if (button == WHEEL_DOWN) {
      return new MouseAction(MouseActionType.SCROLL_DOWN, 5, position);
    }
    return button < MOVING
        ? new MouseAction(MouseActionType.CLICK_DOWN, button + 1, position)
        : new KeyStroke(KeyType.Unknown);
  }
}
