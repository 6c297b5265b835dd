package dev.easel.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Every Java file of every module looks as google-java-format writes it. With
/// `-Dformat.apply=true` the files are rewritten instead.
class FormattingTest {

  private static final Path PROJECT = Path.of("..");
  private static final Set<String> NOT_OURS = Set.of("target", ".easel-build", ".git");
  private static final boolean APPLY = Boolean.getBoolean("format.apply");

  private final Formatter formatter = new Formatter();

  @Test
  void everySourceFileIsFormatted() throws IOException, FormatterException {
    List<Path> sources = sources();
    List<Path> untidy = new ArrayList<>();
    for (Path source : sources) {
      if (!isFormatted(source)) {
        untidy.add(source);
      }
    }
    assertFalse(sources.isEmpty());
    assertEquals(List.of(), untidy, "format them with -Dtest=FormattingTest -Dformat.apply=true");
  }

  @Test
  void noticesAnUntidyLine() throws FormatterException {
    String untidy = "class  Untidy {}";
    assertNotEquals(untidy, formatter.formatSourceAndFixImports(untidy));
  }

  private boolean isFormatted(Path file) throws IOException, FormatterException {
    String source = Files.readString(file);
    String formatted = formatter.formatSourceAndFixImports(source);
    if (APPLY && !formatted.equals(source)) {
      Files.writeString(file, formatted);
      return true;
    }
    return formatted.equals(source);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> isOurs(file))
          .sorted()
          .toList();
    }
  }

  private static boolean isOurs(Path file) {
    return StreamSupport.stream(file.spliterator(), false)
        .noneMatch(part -> NOT_OURS.contains(part.toString()));
  }
}
