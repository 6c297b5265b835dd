package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Scope;
import java.util.ArrayList;
import java.util.List;

/// The manual of the keys and commands, written from the tables that the dashboard itself goes by.
public final class KeyManual {

  private KeyManual() {}

  /// The lines of a page in Markdown.
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("# The keys of the dashboard");
    lines.add("");
    lines.add("`?` shows those of where you are, to be searched and done from there.");
    for (Scope scope : Scope.values()) {
      lines.addAll(List.of("", "## " + scope.title(), "", "| keys | |", "|---|---|"));
      Keys.in(scope).forEach(binding -> lines.add(row(binding.shown(), binding.label())));
    }
    lines.addAll(List.of("", "## Commands", "", "Behind `:`.", "", "| command | |", "|---|---|"));
    for (Commands.Command command : Commands.all()) {
      lines.add(row((command.name() + " " + command.arguments()).strip(), command.label()));
    }
    return lines;
  }

  private static String row(String keys, String label) {
    return "| `%s` | %s |".formatted(keys.replace("|", "\\|"), label);
  }
}
