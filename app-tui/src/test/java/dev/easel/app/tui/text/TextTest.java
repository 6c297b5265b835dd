package dev.easel.app.tui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.domain.cost.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

  @Test
  void makesVisibleWhatWouldActOnTheTerminal() {
    assertEquals("<U+001B>[31mred", VisibleText.line("\u001b[31mred"));
    assertEquals("a<U+202E>b<U+0000>", VisibleText.line("a\u202eb\0"));
    assertEquals("a<U+009B>1m", VisibleText.line("a\u009b1m"));
    assertEquals("one two three", VisibleText.line(" one\r\ntwo\tthree\n"));
    assertEquals("one\n<U+0007>two", VisibleText.paragraph("one\r\n\u0007two"));
    assertEquals("<U+D800>", VisibleText.line("\ud800"));
    assertEquals("灯台 👩‍🚀 é", VisibleText.line("灯台 👩‍🚀 é"));
  }

  @ParameterizedTest
  @CsvSource({
    "abc, 3",
    "灯台, 4",
    "🌊, 2",
    "e\u0301, 1",
    "한글, 4",
    "ｱ, 1",
    "–, 1",
    "👩‍👩‍👧, 2",
    "👍🏽, 2",
    "h\u200dj, 2"
  })
  void measuresInCells(String text, int cells) {
    assertEquals(cells, Cells.width(text));
  }

  @Test
  void shortensByCells() {
    assertEquals("灯台", Cells.shortened("灯台", 4));
    assertEquals("灯…", Cells.shortened("灯台と嵐", 4));
    assertEquals("abc…", Cells.shortened("abcdef", 4));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1st",
    "2, 2nd",
    "3, 3rd",
    "4, 4th",
    "11, 11th",
    "13, 13th",
    "21, 21st",
    "112, 112th"
  })
  void countsPlaces(long number, String place) {
    assertEquals(place, Figures.ordinal(number));
  }

  @ParameterizedTest
  @CsvSource({
    "0.05271, $0.05271",
    "2, $2.00",
    "0.04, $0.04",
    "0, $0.00",
    "-1.5, -$1.50",
    "0.000000001, $0.000000001"
  })
  void keepsEveryDigitOfMoney(String usd, String shown) {
    assertEquals(shown, Figures.money(Money.ofUsd(usd)));
  }

  @Test
  void groupsThousandsOfDollars() {
    assertEquals("$1,234,567.80", Figures.money(Money.ofUsd("1234567.8")));
  }

  @ParameterizedTest
  @CsvSource({
    "840, 840 ms",
    "18345, 18.3 s",
    "59949, 59.9 s",
    "59990, 1 min 0 s",
    "125000, 2 min 5 s",
    "4800000, 1 h 20 min"
  })
  void roundsDurations(long millis, String shown) {
    assertEquals(shown, Figures.duration(Duration.ofMillis(millis)));
  }

  @ParameterizedTest
  @CsvSource({"512, 512 B", "1432011, 1.4 MB", "999960, 1.0 MB", "80400000000, 80.4 GB"})
  void roundsBytes(long bytes, String shown) {
    assertEquals(shown, Figures.bytes(bytes));
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-image-2.6-sunburst, 2.6-sunburst",
    "gpt-image-2, 2",
    "gpt-image-, gpt-image-",
    "local/flux, local/flux"
  })
  void tellsModelsOfTheFamilyApartByTheirEnds(String model, String brief) {
    assertEquals(brief, ModelWord.brief(model));
  }

  @Test
  void linesUpColumnsByCells() {
    Table table = new Table(List.of("name", ">cost"));
    table.add(List.of(Table.Cell.of("灯台"), Table.Cell.of("1")));
    table.add(List.of(Table.Cell.of("boat"), Table.Cell.of("10")));

    assertEquals(List.of("name  cost", "灯台     1", "boat    10"), table.lines(new Palette(false)));
  }
}
