package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log or a journal that was cut anywhere still opens, keeps every byte, and loses nothing but
/// what was cut off.
final class JsonlCutTest {

  @TempDir private Path directory;
  private Path whole = Path.of("");
  private final List<Entry> entries = new ArrayList<>();

  @BeforeEach
  void fill() throws IOException {
    Path written = Files.createDirectory(directory.resolve("written"));
    try (GenerationLog log = JsonlLogs.open(written)) {
      for (int number = 1; number <= 3; number++) {
        EntryId id = LogContract.reserved(log, IntentDraft.at(MORNING, number)).id();
        entries.add(log.finish(id, Endings.settled("0.0" + number, 1_000L * number)));
      }
      EntryId last = entries.getLast().id();
      entries.set(2, log.mark(last, true, new TreeSet<>(List.of("a"))).orElseThrow());
      entries.add(LogContract.reserved(log, IntentDraft.at(MORNING, 4)));
      whole = JsonlLogs.copy(written, directory.resolve("whole"));
    }
  }

  @Test
  void theLogMayBeCutAnywhere() throws IOException {
    byte[] log = Files.readAllBytes(JsonlLogs.file(whole));
    int second = lineStart(log, 1);
    for (int cut = second; cut < log.length; cut++) {
      assertOpensWhenTheLogIsCut(log, cut);
    }
  }

  private static int lineStart(byte[] bytes, int number) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int start = 0;
    for (int line = 0; line < number; line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start;
  }

  private void assertOpensWhenTheLogIsCut(byte[] bytes, int cut) throws IOException {
    Path copy = JsonlLogs.copy(whole, directory.resolve("copy"));
    byte[] rest = Arrays.copyOf(bytes, cut);
    Files.write(JsonlLogs.file(copy), rest);
    int kept = lines(rest);
    boolean torn = isTorn(bytes, cut);
    try (GenerationLog log = open(copy)) {
      List<Entry> all = DiskLogContract.all(log).reversed();
      assertEquals(4, all.size(), "cut at " + cut);
      assertEquals(entries.subList(0, kept), all.subList(0, kept));
      for (Entry lost : all.subList(kept, 4)) {
        assertEquals("process_died", lost.code());
        assertEquals(EntryState.UNKNOWN, lost.state());
      }
      assertEquals(torn ? 1 : 0, log.condition().damaged());
    }
    assertArrayEquals(rest, Arrays.copyOf(Files.readAllBytes(JsonlLogs.file(copy)), cut));
  }

  // Thousands of times, so without waiting for the disk.
  private static GenerationLog open(Path directory) {
    return JsonlLogs.open(directory, JsonlFaultyDisk.idle(), JsonlLogs.NEVER);
  }

  // A line that lacks only its newline is whole.
  private static int lines(byte[] rest) {
    String text = new String(rest, StandardCharsets.UTF_8);
    int complete = (int) text.chars().filter(character -> character == '\n').count();
    return text.endsWith("}") && isEntry(text.substring(text.lastIndexOf('\n') + 1))
        ? complete + 1
        : complete;
  }

  private static boolean isTorn(byte[] bytes, int cut) {
    return bytes[cut - 1] != '\n' && bytes[cut] != '\n';
  }

  private static boolean isEntry(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return new JsonlLineReader(java.time.ZoneOffset.UTC)
            .read(bytes, 0, bytes.length, 0, bytes.length + 1)
        instanceof JsonlLine.Whole;
  }

  @Test
  void theJournalMayBeCutAnywhere() throws IOException {
    byte[] journal = Files.readAllBytes(JsonlLogs.side(whole, "journal"));
    int marked = lineStart(journal, 7);
    assertTrue(line(journal, 7).contains("\"do\":\"mark\""));
    for (int cut = marked; cut < journal.length; cut++) {
      Path copy = JsonlLogs.copy(whole, directory.resolve("copy"));
      Files.write(JsonlLogs.side(copy, "journal"), Arrays.copyOf(journal, cut));
      boolean hasMark = cut >= lineStart(journal, 8) - 1;
      try (GenerationLog log = open(copy)) {
        List<Entry> all = DiskLogContract.all(log).reversed();
        assertEquals(entries.subList(0, 2), all.subList(0, 2), "cut at " + cut);
        assertEquals(hasMark, all.get(2).star());
        assertEquals(cut < journal.length - 1 ? 3 : 4, all.size());
        EntryId id = LogContract.reserved(log, IntentDraft.at(MORNING, 9)).id();
        log.mark(all.get(2).id(), true, new TreeSet<>());
        log.finish(id, Endings.released());
      }
      try (GenerationLog log = open(copy)) {
        assertTrue(DiskLogContract.all(log).reversed().get(2).star());
        DiskLogContract.assertSound(log, cut < journal.length - 1 ? 4 : 5);
      }
    }
  }

  @Test
  void bothMayBeCutAtOnce() throws IOException {
    byte[] log = Files.readAllBytes(JsonlLogs.file(whole));
    byte[] journal = Files.readAllBytes(JsonlLogs.side(whole, "journal"));
    for (int cut = lineStart(log, 2) - 1; cut <= log.length; cut += 23) {
      for (int number = 4; number <= 9; number++) {
        int line = number == 9 ? journal.length : lineStart(journal, number);
        assertOpensWhenBothAreCut(Arrays.copyOf(log, cut), Arrays.copyOf(journal, line));
        assertOpensWhenBothAreCut(Arrays.copyOf(log, cut), Arrays.copyOf(journal, line - 40));
      }
    }
  }

  private void assertOpensWhenBothAreCut(byte[] log, byte[] journal) throws IOException {
    Path copy = JsonlLogs.copy(whole, directory.resolve("copy"));
    Files.write(JsonlLogs.file(copy), log);
    Files.write(JsonlLogs.side(copy, "journal"), journal);
    int kept = lines(log);
    try (GenerationLog opened = open(copy)) {
      List<Entry> all = DiskLogContract.all(opened).reversed();
      assertEquals(entries.subList(0, Math.min(kept, 2)), all.subList(0, Math.min(kept, 2)));
      for (Entry lost : all.subList(kept, all.size())) {
        assertEquals("process_died", lost.code());
      }
      DiskLogContract.assertSums(opened, all);
      LogContract.reserved(opened, IntentDraft.at(MORNING, 9));
    }
    assertArrayEquals(
        log, Arrays.copyOf(Files.readAllBytes(JsonlLogs.file(copy)), log.length), "a byte is gone");
  }

  private static String line(byte[] bytes, int number) {
    return new String(bytes, StandardCharsets.UTF_8).lines().toList().get(number);
  }

  @Test
  void aJournalLineOfWhichAByteChangedIsPassedOver() throws IOException {
    Path journal = JsonlLogs.side(whole, "journal");
    byte[] bytes = Files.readAllBytes(journal);
    bytes[lineStart(bytes, 7) + 30] ^= 1;
    Files.write(journal, bytes);

    try (GenerationLog log = JsonlLogs.open(whole)) {
      assertEquals(false, DiskLogContract.all(log).get(1).star());
      assertEquals(4, DiskLogContract.all(log).size());
    }
  }

  @Test
  void linesThatTheJournalDoesNotAnnounceAreFound() throws IOException {
    JsonlLogs.open(whole, JsonlDisk.REAL, JsonlLogs.SAVING).close();
    Path journal = JsonlLogs.side(whole, "journal");
    List<String> unannounced =
        Files.readAllLines(journal).stream()
            .filter(line -> !line.contains("\"do\":\"line\""))
            .toList();
    Files.write(journal, unannounced);

    try (GenerationLog log = JsonlLogs.open(whole)) {
      assertEquals(4, DiskLogContract.all(log).size());
      DiskLogContract.assertSound(log, 4);
    }
  }

  @Test
  void damagedLinesInTheMiddleAreKeptAndHideNothing() throws IOException {
    Path file = JsonlLogs.file(whole);
    List<String> lines = Files.readAllLines(file);
    List<String> mixed = new ArrayList<>();
    List<String> foreign =
        List.of(
            "\u0000\u0000\u0000",
            "[]",
            "{}",
            "{\"timestamp\":\"2026-11-23T10:30:00Z\"}",
            lines.getFirst().replace("\"settled\"", "\"reserved\""),
            lines.getFirst().replace("\"v\":1", "\"v\":2"),
            lines.getFirst().substring(1));
    for (int number = 0; number < foreign.size(); number++) {
      mixed.add(foreign.get(number));
      mixed.addAll(number < lines.size() ? lines.subList(number, number + 1) : List.of(" \t"));
    }
    Files.write(file, mixed);

    try (GenerationLog log = JsonlLogs.open(whole)) {
      List<LogRecord> records = new ArrayList<>();
      log.export(records::add);

      assertEquals(4, DiskLogContract.all(log).size());
      assertEquals(foreign.size(), log.condition().damaged());
      assertEquals(
          "line 1, at byte 0", String.valueOf(log.condition().damage()).replaceAll(":.*", ""));
      assertEquals(
          foreign,
          records.stream()
              .filter(LogRecord.Raw.class::isInstance)
              .map(record -> ((LogRecord.Raw) record).text())
              .toList());
    }
  }
}
