package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogRecord;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Statistics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log of the demo server opens as it is, and programs that read such logs read ours.
final class JsonlDemoLogTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void copyTheLog() throws IOException {
    file = Files.write(directory.resolve("image_generation_log.jsonl"), DemoLog.bytes());
  }

  private GenerationLog open() {
    return JsonlOpening.open(file, ZONE);
  }

  @Test
  void itsEntriesAreThereAndItsDamagedLinesAreReported() {
    try (GenerationLog log = open()) {
      assertEquals(DemoLog.ENTRIES, log.condition().entries());
      assertEquals(2, log.condition().damaged());
      assertEquals(
          "line 63, at byte 24473: it is no readable JSON",
          String.valueOf(log.condition().damage()).replaceAll("JSON: .*", "JSON"));
      assertEquals(DemoLog.ENTRIES, DiskLogContract.all(log).size());
    }
  }

  @Test
  void aFirstLineIsReadAsItWasMeant() {
    try (GenerationLog log = open()) {
      Entry first = DiskLogContract.all(log).getLast();

      assertEquals(Instant.parse("2024-12-04T09:51:37.359561Z"), first.timestamp());
      assertEquals(EntryState.RELEASED, first.state());
      assertEquals(Cost.NONE, first.cost());
      assertEquals("tab\tseparated", first.prompt());
      assertEquals(Optional.of("1024x1792"), first.size());
      assertEquals(2_065_780L, first.latencyMicros());
      Entry second = DiskLogContract.all(log).get(DemoLog.ENTRIES - 2);
      assertEquals(Cost.of(Money.ofUsd("0.08"), CostBasis.AS_LOGGED), second.cost());
    }
  }

  @Test
  void itsSumsAreThoseOfItsLines() throws Exception {
    Money cost = Money.ZERO;
    for (String line : DemoLog.lines()) {
      if (line.contains("\"success\": true")) {
        Fields fields = JsonFields.of(line);
        cost = cost.plus(Money.ofUsd(fields.decimal("cost_estimate_usd").orElseThrow()));
      }
    }
    try (GenerationLog log = open()) {
      Statistics.Totals totals = log.statistics(Query.EVERYTHING).totals();

      assertEquals(DemoLog.ENTRIES, totals.requests());
      assertEquals(cost, totals.cost());
      assertEquals(0, totals.unknown());
    }
  }

  @Test
  void anEntryHasTheSameIdForEver() {
    try (GenerationLog log = open()) {
      assertEquals(
          "01939115-118f-7f9d-bbf9-d2046696b7f0",
          DiskLogContract.all(log).getLast().id().toString());
    }
  }

  @Test
  void openingAndReadingChangeNothing() throws IOException {
    List<Entry> before;
    try (GenerationLog log = open()) {
      before = DiskLogContract.all(log);
    }
    try (GenerationLog log = open()) {
      assertEquals(before, DiskLogContract.all(log));
    }
    assertArrayEquals(DemoLog.bytes(), Files.readAllBytes(file));
  }

  @Test
  void writingKeepsEveryByteAndSealsTheCutLine() throws IOException {
    List<Entry> before;
    Entry settled;
    try (GenerationLog log = open()) {
      before = DiskLogContract.all(log);
      EntryId id = reserved(log, IntentDraft.at(MORNING, 1)).id();
      settled = log.finish(id, Endings.settled("0.04", 1_000));
    }
    byte[] old = DemoLog.bytes();
    byte[] now = Files.readAllBytes(file);

    assertArrayEquals(old, Arrays.copyOf(now, old.length));
    assertEquals(
        "\n" + JsonlTransaction.line(settled) + "\n",
        new String(now, old.length, now.length - old.length, StandardCharsets.UTF_8));
    try (GenerationLog log = open()) {
      List<Entry> all = DiskLogContract.all(log);
      assertEquals(settled, all.getFirst());
      assertEquals(before, all.subList(1, all.size()));
      assertEquals(2, log.condition().damaged());
    }
  }

  @Test
  void everyLineIsExportedInItsPlace() throws IOException {
    List<LogRecord> records = new ArrayList<>();
    try (GenerationLog log = open()) {
      log.export(records::add);
    }

    List<String> lines = DemoLog.lines();
    assertEquals(lines.size(), records.size());
    for (int number = 0; number < lines.size(); number++) {
      if (records.get(number) instanceof LogRecord.Raw(String text, String reason)) {
        assertEquals(lines.get(number), text);
        assertTrue(reason.startsWith("it is no readable JSON"), reason);
      }
    }
  }

  @Test
  void itsEntriesCanBeStarredAndFound() {
    EntryId id;
    try (GenerationLog log = open()) {
      Entry entry = LogContract.matching(log, "olgemalde").getFirst();
      id = entry.id();
      assertEquals(List.of(entry), log.endingWith(entry.id().shortForm(), 5));
      log.mark(id, true, new TreeSet<>(List.of("keep")));
    }
    try (GenerationLog log = open()) {
      assertEquals(
          List.of(id), LogContract.matching(log, "tag:keep").stream().map(Entry::id).toList());
    }
  }

  @Test
  void whatTheDemoServerAppendsMeanwhileIsPickedUp() throws IOException {
    try (GenerationLog log = open()) {
      String line = DemoLog.lines().getFirst().replace("2024-12-04", "2025-01-01");
      append("\n" + line.substring(0, 40));
      assertEquals(DemoLog.ENTRIES, DiskLogContract.all(log).size());
      assertEquals(3, log.condition().damaged());

      append(line.substring(40));
      assertEquals(DemoLog.ENTRIES + 1, DiskLogContract.all(log).size());
      assertEquals(2, log.condition().damaged());
      EntryId id = DiskLogContract.all(log).getFirst().id();

      append("\n" + line + "\r\n\n \n" + line + "\n");
      assertEquals(DemoLog.ENTRIES + 3, DiskLogContract.all(log).size());
      assertEquals(2, log.condition().damaged());
      assertTrue(log.find(id).isPresent());
      assertEquals(DemoLog.ENTRIES + 3, log.statistics(Query.EVERYTHING).totals().requests());
    }
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  @Test
  void aReaderOfTheDemoServersLinesReadsOurs() throws Exception {
    try (GenerationLog log = open()) {
      log.finish(reserved(log, IntentDraft.at(MORNING, 1)).id(), Endings.settled("0.05", 9_000));
      log.finish(reserved(log, IntentDraft.at(MORNING, 2)).id(), Endings.unknown("0.08"));
      log.refuse(IntentDraft.at(MORNING, 3).intent(), "invalid", "no such size");
    }
    List<String> lines = Files.readAllLines(file);

    int successful = 0;
    Money cost = Money.ZERO;
    for (String line : lines.subList(lines.size() - 3, lines.size())) {
      Fields fields = JsonFields.of(line);
      assertTrue(fields.text("timestamp").orElseThrow().startsWith("2026-11-23T10:30:00"));
      assertTrue(fields.fields("parameters").has("steps"));
      successful += fields.flag("success").orElseThrow() ? 1 : 0;
      cost = cost.plus(fields.decimal("cost_estimate_usd").map(Money::ofUsd).orElse(Money.ZERO));
    }
    assertEquals(1, successful);
    assertEquals(Money.ofUsd("0.05"), cost);
  }
}
