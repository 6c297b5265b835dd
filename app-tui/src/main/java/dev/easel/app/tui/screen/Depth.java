package dev.easel.app.tui.screen;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// How many colours a terminal shows.
public enum Depth {
  /// None: only bold, underlined and reversed.
  NONE,
  /// The terminal's own sixteen.
  SIXTEEN,
  /// 256.
  INDEXED,
  /// All of 24 bits.
  TRUE;

  private static final Pattern EXACT =
      Pattern.compile(".*-direct|(xterm-)?(kitty|ghostty)|alacritty.*|foot.*");
  private static final Pattern FEW = Pattern.compile("linux.*|vt\\d.*|ansi|cons25|.*-16color");

  /// What the environment says of the terminal that `TERM` names: `NO_COLOR`, when it is not empty,
  /// forbids colours; `COLORTERM` promises all of them; without it most terminals show 256.
  public static Depth of(Map<String, String> environment) {
    String terminal = environment.getOrDefault("TERM", "");
    String promise = environment.getOrDefault("COLORTERM", "");
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || terminal.endsWith("-m")) {
      return NONE;
    }
    if (List.of("truecolor", "24bit").contains(promise) || EXACT.matcher(terminal).matches()) {
      return TRUE;
    }
    return FEW.matcher(terminal).matches() ? SIXTEEN : INDEXED;
  }
}
