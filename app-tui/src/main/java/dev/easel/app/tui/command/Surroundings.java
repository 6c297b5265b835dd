package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Palette;
import dev.easel.config.Configuration;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/// Where a command runs, and with whom it talks.
///
/// @param environment the environment variables
/// @param workingDirectory absolute
/// @param home the user's home directory
/// @param out for what was asked for
/// @param err for everything else
/// @param terminals which of the three are a terminal
/// @param columns the terminal's width in cells, asked for only when `out` is one
/// @param stopping how the process hears that it is to stop
/// @param version of Easel
public record Surroundings(
    Map<String, String> environment,
    Path workingDirectory,
    Path home,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Terminals terminals,
    IntSupplier columns,
    Stopping stopping,
    String version) {

  /// Copies the environment.
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /// Which of the standard streams a person sits at.
  public record Terminals(boolean in, boolean out, boolean err) {
    /// None of them.
    public static final Terminals NONE = new Terminals(false, false, false);
  }

  /// How the process hears that it is to stop, and how it does.
  public interface Stopping {
    /// Calls `action` on each Ctrl-C, instead of ending the process.
    void onInterrupt(Runnable action);

    /// Calls `action` on each request to terminate, instead of ending the process.
    void onTerminate(Runnable action);

    /// Ends the process at once, with this exit code.
    void leave(int exitCode);
  }

  /// Where to look for the configuration.
  Configuration.Sources sources(Map<String, String> commandLine) {
    return new Configuration.Sources(environment, workingDirectory, home, commandLine);
  }

  /// How to paint what goes to `out`.
  Palette palette() {
    return new Palette(terminals.out() && coloursWanted());
  }

  /// How to paint what goes to `err`.
  Palette errorPalette() {
    return new Palette(terminals.err() && coloursWanted());
  }

  private boolean coloursWanted() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /// Where a picture may go that has no other place, the first choice first.
  List<Path> rescuePlaces() {
    return List.of(Path.of(System.getProperty("java.io.tmpdir")), workingDirectory, home);
  }

  /// A path as the user wrote it, made absolute.
  Path path(String text) {
    if (text.equals("~") || text.startsWith("~/")) {
      return home.resolve(text.length() > 2 ? text.substring(2) : "");
    }
    return workingDirectory.resolve(text).normalize();
  }
}
