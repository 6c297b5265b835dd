package dev.easel.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Reads paths as users write them.
final class Paths {

  private Paths() {}

  /// An absolute path: `~` is the home directory, a relative path lies in the working directory.
  ///
  /// @throws InvalidPathException when it is no path
  static Path expanded(String text, Configuration.Sources sources) {
    if (text.equals("~") || text.startsWith("~/")) {
      return sources.home().resolve(text.length() > 2 ? text.substring(2) : "");
    }
    return sources.workingDirectory().resolve(text);
  }
}
