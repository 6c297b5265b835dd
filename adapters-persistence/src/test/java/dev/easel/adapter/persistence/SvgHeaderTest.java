package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SvgHeaderTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          width="120" height="80"                     | 120 | 80
          width="120px" height=" 80.4 px"             | 0   | 0
          width="120px" height="80.4px"               | 120 | 80
          width="1in" height="2.54cm"                 | 96  | 96
          width="25.4mm" height="72pt"                | 96  | 96
          width="6pc" height="+1"                     | 96  | 1
          width="100%" height="100%" viewBox="0 0 7 9"| 7   | 9
          viewBox=" -5,-5, 30 , 20.6 "                | 30  | 21
          width="10" viewBox="0 0 30 20"              | 30  | 20
          width="1em" height="1em"                    | 0   | 0
          width="0" height="10"                       | 0   | 0
          width="-3" height="10"                      | 0   | 0
          width="0.2" height="10"                     | 0   | 0
          width="99999999999" height="10"             | 0   | 0
          width="999999999in" height="10"             | 2147483647 | 10
          viewBox="0 0 30"                            | 0   | 0
          id="nothing"                                | 0   | 0
          """)
  void readsTheSizeOfTheRoot(String attributes, int width, int height) throws IOException {
    Optional<Dimensions> expected =
        width == 0 ? Optional.empty() : Optional.of(new Dimensions(width, height));

    assertEquals(expected, size("<svg " + attributes + "><g width='1' height='1'/></svg>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg width='3' height='4'>",
        "\ufeff<svg width='3' height='4'/>",
        "<?xml version='1.0' encoding='UTF-8'?>\n<!-- by hand --><svg width='3' height='4'/>",
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'file:///etc/passwd'><svg width='3'"
            + " height='4'/>",
        "<s:svg xmlns:s='http://www.w3.org/2000/svg' width='3' height='4'/>"
      })
  void readsWhatMayStandBeforeTheSize(String text) throws IOException {
    assertEquals(Optional.of(new Dimensions(3, 4)), size(text));
  }

  @Test
  void resolvesNoEntity() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "7");
    String external = "<!DOCTYPE svg [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>";
    String internal = "<!DOCTYPE svg [<!ENTITY e '7'>]>";

    assertEquals(Optional.empty(), size(external + "<svg width='&e;' height='4'/>"));
    assertEquals(Optional.empty(), size(internal + "<svg width='&e;' height='4'/>"));
  }

  @Test
  void readsOnlyTheStart() throws IOException {
    String late = "<!--" + " ".repeat(70_000) + "--><svg width='3' height='4'/>";
    String endless = "<svg width='" + "1".repeat(5_000_000) + "' height='4'/>";

    assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          assertEquals(Optional.empty(), size(late));
          assertEquals(Optional.empty(), size(endless));
        });
  }

  @Test
  void knowsOtherRoots() throws IOException {
    assertTrue(read("<svg/>").orElseThrow().isSvg());
    assertFalse(read("<?xml version='1.0'?><html><svg/></html>").orElseThrow().isSvg());
    assertEquals(Optional.empty(), read("<svg"));
    assertEquals(Optional.empty(), read(""));
  }

  private Optional<Dimensions> size(String text) throws IOException {
    return read(text).flatMap(SvgHeader::dimensions);
  }

  private Optional<SvgHeader> read(String text) throws IOException {
    Path file = directory.resolve("picture.svg");
    return SvgHeader.read(Files.writeString(file, text, StandardCharsets.UTF_8));
  }
}
