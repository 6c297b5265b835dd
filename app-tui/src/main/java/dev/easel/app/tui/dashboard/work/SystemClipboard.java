package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.Dashboard;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The clipboard of the desktop, through whichever program for it is there.
public final class SystemClipboard implements Dashboard.Clipboard {

  private final Map<String, String> environment;

  /// That of the desktop which the environment names.
  public SystemClipboard(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public boolean copy(String text) {
    return programs().stream().anyMatch(program -> copied(program, text));
  }

  private List<List<String>> programs() {
    if (environment.containsKey("WAYLAND_DISPLAY")) {
      return List.of(List.of("wl-copy"));
    }
    if (environment.containsKey("DISPLAY")) {
      return List.of(List.of("xclip", "-selection", "clipboard"), List.of("xsel", "-ib"));
    }
    return List.of(List.of("pbcopy"));
  }

  private static boolean copied(List<String> program, String text) {
    try {
      Process process =
          new ProcessBuilder(program)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
