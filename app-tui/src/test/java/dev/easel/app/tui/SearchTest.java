package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import dev.easel.app.tui.text.Cells;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `easel log` over a log that looks at one entry at a time: of its forty the 10th, 20th, 30th and
/// last that it looks at are found.
final class SearchTest {

  private static final int ENTRIES = 40;
  private static final String CLEAR = "\r\u001b[K";

  private static final OutputStream CLOSED =
      new OutputStream() {
        @Override
        public void write(int point) throws IOException {
          throw new IOException("the reader has gone");
        }
      };

  @TempDir private Path directory;
  private Desk desk = new Desk(Path.of("."));
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> seen = new ArrayList<>();
  private Step step = _ -> {};

  /// What happens while a search looks on.
  @FunctionalInterface
  private interface Step {
    void before(int look) throws InterruptedException;
  }

  @BeforeEach
  void sitDown() {
    desk = deskOver(InMemoryGenerationLog.hurried(ZoneOffset.UTC, this::looking));
  }

  private Desk deskOver(GenerationLog log) {
    for (int number = 0; number < ENTRIES; number++) {
      String model = number % 10 == 0 ? "rare" : "usual";
      LogContract.add(
          log,
          EntryDraft.at(LogContract.MORNING.plusSeconds(number), 1)
              .model(model)
              .latency(number == 30 ? 5_000L : 18_300_000L)
              .entry());
    }
    return new Desk(directory).with("NO_COLOR", "1").over(log);
  }

  private void looking() {
    seen.add(text(out));
    try {
      step.before(seen.size());
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void aRowIsThereBeforeTheSearchLooksOn() {
    assertEquals(0, desk.run(out, err, "log", "model:rare"));

    assertEquals(ENTRIES, seen.size());
    assertEquals("", seen.get(9));
    assertEquals(List.of(2L, 3L, 4L, 5L), List.of(rows(10), rows(20), rows(30), rows(ENTRIES)));
    assertTrue(text(out).startsWith(seen.get(30)), text(out));
    assertEquals("", text(err));
  }

  private long rows(int looks) {
    return (looks < seen.size() ? seen.get(looks) : text(out)).lines().count();
  }

  @Test
  void rowsThatComeLaterStandInTheColumnsOfTheFirst() {
    desk.atTerminal(100).run(out, err, "log", "model:rare");

    List<String> lines = text(out).lines().toList();
    int state = lines.getFirst().indexOf("state");
    int prompt = lines.getFirst().indexOf("prompt");
    for (String line : lines.subList(1, lines.size())) {
      assertEquals(state, line.indexOf('✓'), text(out));
      assertEquals(' ', line.charAt(prompt - 1), text(out));
      assertFalse(line.charAt(prompt) == ' ', text(out));
      assertTrue(Cells.width(line) <= 100, line);
    }
  }

  @Test
  void aDocumentIsWrittenPieceByPieceAndTheSameInTheEnd() {
    desk.run(out, err, "log", "model:rare", "--json");
    Ran atOnce =
        deskOver(new InMemoryGenerationLog(ZoneOffset.UTC)).easel("log", "model:rare", "--json");

    assertTrue(seen.get(10).startsWith("{\"logs\":[{"), seen.get(10));
    assertTrue(seen.get(20).length() > seen.get(10).length(), seen.get(20));
    assertEquals(atOnce.out(), text(out));
    assertEquals(4, atOnce.json().get("count").asInt());
  }

  @Test
  void itEndsWithWhatWasAskedFor() {
    JsonNode found = desk.easel("log", "model:rare", "-n", "2", "--json").json();

    assertEquals(2, found.get("count").asInt());
    assertEquals(20, seen.size());
    String next = found.get("next_cursor").asString();
    assertEquals(
        2, desk.easel("log", "model:rare", "--json", "--cursor", next).json().get("count").asInt());
  }

  @Test
  void whereNothingMatchesItSaysSoAtTheEnd() {
    Ran none = desk.easel("log", "model:other");

    assertEquals(new Ran(0, "", "easel: no entry matches\n"), none);
    assertEquals(
        "{\"logs\":[],\"count\":0,\"next_cursor\":null}\n",
        desk.easel("log", "model:other", "--json").out());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void toldToStopItEndsTheDocumentAndSaysWhereItGoesOn(boolean interrupted) {
    step =
        look -> {
          if (look == 15 && interrupted) {
            desk.interrupt();
          } else if (look == 15) {
            desk.terminate();
          }
        };

    assertEquals(130, desk.run(out, err, "log", "model:rare", "--json"));

    assertEquals(15, seen.size());
    assertEquals(List.of(130), desk.left());
    JsonNode found = new Ran(130, text(out), "").json();
    assertEquals(1, found.get("count").asInt());
    assertEquals(1, found.get("logs").size());
    String next = found.get("next_cursor").asString();
    assertEquals(
        3, desk.easel("log", "model:rare", "--json", "--cursor", next).json().get("count").asInt());
  }

  @Test
  void toldToStopAtATerminalItSaysNothingButWhereItGoesOn() {
    step =
        look -> {
          if (look == 15) {
            desk.interrupt();
          }
        };

    assertEquals(130, desk.atTerminal(100).run(out, err, "log", "model:rare"));

    assertEquals(2, text(out).lines().count());
    assertTrue(text(err).matches("easel: more: --cursor [0-9a-f-]{36}\\R"), text(err));
  }

  @Test
  void whenTheLogFailsTheDocumentThatHasBegunIsEnded() {
    step =
        look -> {
          if (look == 15) {
            throw new LogUnavailable(LogUnavailable.Reason.UNUSABLE, "the log cannot be read");
          }
        };

    assertEquals(7, desk.run(out, err, "log", "model:rare", "--json"));

    List<String> documents = text(out).lines().toList();
    assertEquals(2, documents.size(), text(out));
    assertEquals(1, new Ran(7, documents.getFirst(), "").json().get("count").asInt());
    assertEquals(
        "log_unavailable", new Ran(7, documents.getLast(), "").json().get("code").asString());
  }

  @Test
  void itEndsWhenNobodyReadsItAnyMore() {
    assertEquals(0, desk.run(CLOSED, err, "log", "model:rare"));

    assertEquals(10, seen.size());
    assertEquals("", text(err));
  }

  @Test
  void whileItFindsNothingItSaysHowFarItIs() {
    step =
        look -> {
          if (look == 6) {
            await(() -> text(out).contains("searching"));
          }
        };

    desk.atTerminal(100).run(out, out, "log", "model:rare");

    String said = text(out);
    assertTrue(said.contains(" searching · 1 s · back to 2026-11-23 10:30"), said);
    assertTrue(said.contains(CLEAR + "id "), said);
    assertTrue(said.lastIndexOf("searching") < said.indexOf(CLEAR + "id "), said);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void besideADocumentOrWithoutATerminalItKeepsQuiet(boolean document) {
    step =
        look -> {
          if (look == 6) {
            Thread.sleep(1_300);
          }
        };
    if (document) {
      desk.atTerminal(100).run(out, err, "log", "model:rare", "--json");
    } else {
      desk.run(out, err, "log", "model:rare");
    }

    assertEquals("", text(err));
  }

  @Test
  void whatWouldHaveCostOtherwiseIsToldAsItIsFoundUntilNobodyReadsIt() throws IOException {
    Files.writeString(directory.resolve("prices.json"), "{\"prices\": []}");
    String[] command = {"reprice", "--book", "prices.json", "--each", "model:rare"};

    assertEquals(0, desk.run(out, err, command), text(err));
    assertEquals(List.of(1L, 2L, 3L), List.of(rows(10), rows(20), rows(30)));
    seen.clear();
    assertEquals(0, desk.run(CLOSED, err, command), text(err));
    assertEquals(10, seen.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "sqlite"})
  void findsTheSameInARealLog(String backend) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int number = 0; number < 300; number++) {
      lines.append(line(number));
    }
    Files.writeString(directory.resolve("old.jsonl"), lines);
    Desk real = new Desk(directory).with("EASEL_LOG_BACKEND", backend);
    assertEquals(0, real.easel("import", "old.jsonl").exitCode());

    JsonNode found = real.easel("log", "-boat", "cost>0.01", "-n", "1000", "--json").json();

    assertEquals(30, found.get("count").asInt());
    assertTrue(found.get("next_cursor").isNull());
    assertEquals("house 290", found.get("logs").get(0).get("prompt").asString());
    assertEquals("house 0", found.get("logs").get(29).get("prompt").asString());
  }

  private static String line(int number) {
    return String.format(
        Locale.ROOT,
        "{\"timestamp\":\"2026-11-20T10:30:00.%06d\",\"model\":\"dall-e-3\",\"prompt\":\"%s %d\","
            + "\"success\":true,\"cost_estimate_usd\":0.04}\n",
        number * 1_000,
        number % 10 == 0 ? "house" : "boat",
        number);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
  }

  private static String text(ByteArrayOutputStream written) {
    return written.toString(StandardCharsets.UTF_8);
  }
}
