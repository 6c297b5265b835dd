package dev.easel.app.tui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1,1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        " =1+1",
        "\"=1+1",
        "'=1+1",
        "=HYPERLINK(\"http://evil\",\"click\")",
        "＝1+1",
        "|calc",
      })
  void defusesWhatASpreadsheetWouldRun(String text) {
    String cell = CsvWriter.text(text);

    String bare = cell.startsWith("\"") ? cell.substring(1) : cell;
    assertTrue(bare.startsWith("'"), cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;=1+1", "a; =1+1", "a;\"=1+1", "a\n=1+1", "a\r\n\t@SUM(1)", "a;b;-2+3"})
  void defusesWhatBeginsACellElsewhere(String text) {
    assertTrue(CsvWriter.text(text).matches("(?s).*[;\n]'[ \t\"]*[=@-].*"), CsvWriter.text(text));
  }

  @Test
  void showsWhatWouldActOnATerminal() {
    assertEquals("a<U+001B>]52;c<U+0007><U+009B>b", CsvWriter.text("a\u001b]52;c\u0007\u009bb"));
  }

  @Test
  void quotesAsTheStandardSays() {
    assertEquals("plain", CsvWriter.text("plain"));
    assertEquals("\"a,b\"", CsvWriter.text("a,b"));
    assertEquals("\"say \"\"hi\"\"\"", CsvWriter.text("say \"hi\""));
    assertEquals("\"two\nlines\"", CsvWriter.text("two\nlines"));
    assertEquals("\" edge \"", CsvWriter.text(" edge "));
    assertEquals("", CsvWriter.text(null));
    assertEquals("a=b", CsvWriter.text("a=b"));
  }
}
