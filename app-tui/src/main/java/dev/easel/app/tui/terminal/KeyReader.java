package dev.easel.app.tui.terminal;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.input.MouseActionType;
import com.googlecode.lanterna.terminal.Terminal;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/// Reads from the terminal until it is gone.
final class KeyReader implements Runnable {

  private static final int ROWS_A_TURN = 3;
  private static final Map<KeyType, KeyPress.Named> NAMED =
      Map.ofEntries(
          Map.entry(KeyType.Enter, KeyPress.Named.ENTER),
          Map.entry(KeyType.Escape, KeyPress.Named.ESCAPE),
          Map.entry(KeyType.Tab, KeyPress.Named.TAB),
          Map.entry(KeyType.ReverseTab, KeyPress.Named.TAB),
          Map.entry(KeyType.Backspace, KeyPress.Named.BACKSPACE),
          Map.entry(KeyType.Delete, KeyPress.Named.DELETE),
          Map.entry(KeyType.Insert, KeyPress.Named.INSERT),
          Map.entry(KeyType.ArrowUp, KeyPress.Named.UP),
          Map.entry(KeyType.ArrowDown, KeyPress.Named.DOWN),
          Map.entry(KeyType.ArrowLeft, KeyPress.Named.LEFT),
          Map.entry(KeyType.ArrowRight, KeyPress.Named.RIGHT),
          Map.entry(KeyType.Home, KeyPress.Named.HOME),
          Map.entry(KeyType.End, KeyPress.Named.END),
          Map.entry(KeyType.PageUp, KeyPress.Named.PAGE_UP),
          Map.entry(KeyType.PageDown, KeyPress.Named.PAGE_DOWN),
          Map.entry(KeyType.F1, KeyPress.Named.F1),
          Map.entry(KeyType.F2, KeyPress.Named.F2),
          Map.entry(KeyType.F3, KeyPress.Named.F3),
          Map.entry(KeyType.F4, KeyPress.Named.F4),
          Map.entry(KeyType.F5, KeyPress.Named.F5),
          Map.entry(KeyType.F6, KeyPress.Named.F6),
          Map.entry(KeyType.F7, KeyPress.Named.F7),
          Map.entry(KeyType.F8, KeyPress.Named.F8),
          Map.entry(KeyType.F9, KeyPress.Named.F9),
          Map.entry(KeyType.F10, KeyPress.Named.F10),
          Map.entry(KeyType.F11, KeyPress.Named.F11),
          Map.entry(KeyType.F12, KeyPress.Named.F12));

  private final Terminal terminal;
  private final Queue<String> pastes;
  private final Consumer<Input> inputs;
  private char highSurrogate;

  KeyReader(Terminal terminal, Queue<String> pastes, Consumer<Input> inputs) {
    this.terminal = terminal;
    this.pastes = pastes;
    this.inputs = inputs;
  }

  @Override
  public void run() {
    try {
      for (KeyStroke stroke = terminal.readInput();
          stroke.getKeyType() != KeyType.EOF;
          stroke = terminal.readInput()) {
        Input input = input(stroke);
        if (input != null) {
          inputs.accept(input);
        }
      }
    } catch (IOException _) {
      // A terminal that is gone cannot be read.
    } finally {
      inputs.accept(new Input.Gone());
    }
  }

  private @Nullable Input input(KeyStroke stroke) {
    if (stroke instanceof MouseAction action) {
      return mouse(action);
    }
    if (stroke instanceof Decoding.Pasted) {
      String text = pastes.poll();
      return text == null ? null : new Input.Pasted(text);
    }
    KeyPress key = key(stroke);
    return key == null ? null : new Input.Pressed(modified(key, stroke));
  }

  private static @Nullable Input mouse(MouseAction action) {
    int column = action.getPosition().getColumn();
    int row = action.getPosition().getRow();
    if (action.getActionType() == MouseActionType.CLICK_DOWN) {
      return new Input.Clicked(column, row);
    }
    boolean up = action.getActionType() == MouseActionType.SCROLL_UP;
    return new Input.Scrolled(column, row, up ? -ROWS_A_TURN : ROWS_A_TURN);
  }

  private @Nullable KeyPress key(KeyStroke stroke) {
    if (stroke.getKeyType() == KeyType.Character) {
      return character(stroke.getCharacter());
    }
    KeyPress.Named named = NAMED.get(stroke.getKeyType());
    return named == null ? null : KeyPress.of(named);
  }

  // A character beyond the first 65,536 comes in two halves.
  private @Nullable KeyPress character(char typed) {
    if (Character.isHighSurrogate(typed)) {
      highSurrogate = typed;
      return null;
    }
    if (!Character.isLowSurrogate(typed)) {
      return KeyPress.of(typed);
    }
    char first = highSurrogate;
    highSurrogate = 0;
    return Character.isHighSurrogate(first)
        ? KeyPress.of(Character.toCodePoint(first, typed))
        : null;
  }

  private static KeyPress modified(KeyPress key, KeyStroke stroke) {
    boolean shifted = stroke.isShiftDown() || stroke.getKeyType() == KeyType.ReverseTab;
    KeyPress withShift = shifted ? key.shift() : key;
    KeyPress withAlt = stroke.isAltDown() ? withShift.alt() : withShift;
    return stroke.isCtrlDown() ? withAlt.control() : withAlt;
  }
}
