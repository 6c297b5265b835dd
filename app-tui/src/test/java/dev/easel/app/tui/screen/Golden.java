package dev.easel.app.tui.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Whole screens as they should be, in files: what is to be seen, and below it the role of every
/// cell. With `-Dgolden.apply=true` the files are written instead, for a change that is meant.
public final class Golden {

  private static final Path HOME = Path.of("src/test/resources/golden");
  private static final boolean APPLY = Boolean.getBoolean("golden.apply");
  private static final String ROLES = "-- roles";

  private Golden() {}

  /// Compares a frame with the file of a name.
  ///
  /// @param name a path below the folder of such files, without the ending
  public static void check(String name, Frame frame) {
    Path file = HOME.resolve(name + ".txt");
    List<String> drawn = lines(frame);
    try {
      if (APPLY) {
        Files.createDirectories(file.getParent());
        Files.write(file, drawn);
      }
      List<String> expected = Files.exists(file) ? Files.readAllLines(file) : List.of();
      assertEquals(String.join("\n", expected), String.join("\n", drawn), file::toString);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> lines(Frame frame) {
    List<String> lines = new ArrayList<>(List.of("-- " + frame.size()));
    Stream.of(frame.text(), List.of(ROLES), frame.roles()).forEach(lines::addAll);
    return lines;
  }
}
