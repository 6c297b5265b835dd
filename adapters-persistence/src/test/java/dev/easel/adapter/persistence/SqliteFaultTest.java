package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A log in SQLite whose write-ahead log was cut, and one whose disk refuses any one of its writes.
final class SqliteFaultTest {

  private static final int WAL_HEADER = 32;
  private static final int FRAME_HEADER = 24;

  @TempDir private Path directory;

  private static Path file(Path directory) {
    return directory.resolve("easel.db");
  }

  private static GenerationLog open(Path directory) {
    return GenerationLogs.open(new LogSettings(LogBackend.SQLITE, file(directory), ZoneOffset.UTC));
  }

  @Test
  void theWriteAheadLogMayBeCutAtAnyFrame() throws IOException {
    Path whole = Files.createDirectory(directory.resolve("whole"));
    List<Entry> entries = new ArrayList<>();
    byte[] database;
    byte[] ahead;
    try (GenerationLog log = open(whole)) {
      for (int number = 1; number <= 2; number++) {
        EntryId id = LogContract.reserved(log, IntentDraft.at(MORNING, number)).id();
        entries.add(log.finish(id, Endings.settled("0.0" + number, 1_000L * number)));
      }
      LogContract.reserved(log, IntentDraft.at(MORNING, 3));
      database = Files.readAllBytes(file(whole));
      ahead = Files.readAllBytes(Path.of(file(whole) + "-wal"));
    }
    int frame = FRAME_HEADER + ByteBuffer.wrap(ahead, 8, 4).getInt();
    int known = 0;
    for (int cut = WAL_HEADER; cut <= ahead.length; cut += frame) {
      known = assertOpens(database, Arrays.copyOf(ahead, cut), entries, known);
    }
    assertEquals(3, known, "the whole of it");
  }

  /// Opens what is left after a cut.
  ///
  /// @param atLeast how many entries a shorter rest held
  /// @return how many entries it holds
  private int assertOpens(byte[] database, byte[] ahead, List<Entry> entries, int atLeast)
      throws IOException {
    Path copy = Files.createTempDirectory(directory, "cut");
    Files.write(file(copy), database);
    Files.write(Path.of(file(copy) + "-wal"), ahead);
    try (GenerationLog log = open(copy)) {
      List<Entry> all = DiskLogContract.all(log).reversed();
      DiskLogContract.assertSound(log, all.size());
      assertTrue(all.size() >= atLeast, "more was there before");
      for (int index = 0; index < all.size(); index++) {
        assertStep(all.get(index), index, all.size(), entries);
      }
      LogContract.reserved(log, IntentDraft.at(MORNING, 9));
      return all.size();
    }
  }

  // All but the newest had ended before the newest was reserved.
  private static void assertStep(Entry entry, int index, int size, List<Entry> entries) {
    if (index < size - 1) {
      assertEquals(entries.get(index), entry);
    } else {
      assertTrue(entry.state() == EntryState.UNKNOWN || entries.contains(entry), entry::toString);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anyOneWriteMayBeRefused() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Limited.class.getName(),
            directory.toString());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertTrue(said.startsWith("refused at "), said);
  }

  /// A process whose files may not grow beyond a limit, from one page on to as much as a day needs.
  static final class Limited {

    private static final int PAGE = 4_096;
    private static final int ENTRIES = 2;

    private final GenerationLog log;
    private final Map<EntryId, Entry> acknowledged = new LinkedHashMap<>();
    private int refused;

    private Limited(GenerationLog log) {
      this.log = log;
    }

    static void main(String[] arguments) throws Exception {
      int refusals = 0;
      int limit = PAGE / 2;
      for (boolean whole = false; !whole; limit += PAGE + FRAME_HEADER) {
        Path place = Files.createTempDirectory(Path.of(arguments[0]), "limited");
        int refused = day(place, limit);
        refusals += refused > 0 ? 1 : 0;
        whole = refused == 0;
      }
      System.out.println("refused at " + refusals + " limits");
      System.exit(refusals > 10 ? 0 : 1);
    }

    private static int day(Path place, int limit) throws Exception {
      int refused;
      Map<EntryId, Entry> acknowledged;
      try (GenerationLog log = open(place)) {
        LogContract.reserved(log, IntentDraft.at(MORNING.minusSeconds(9), 1));
        Limited day = new Limited(log);
        limitFiles(Integer.toString(limit));
        day.goBy();
        limitFiles("unlimited");
        day.assertHeld(log);
        LogContract.reserved(log, IntentDraft.at(MORNING.plusSeconds(99), 99));
        refused = day.refused;
        acknowledged = day.acknowledged;
      }
      try (GenerationLog log = open(place)) {
        acknowledged.forEach((id, entry) -> assertKept(entry, log.find(id).orElseThrow()));
        DiskLogContract.assertSound(log, DiskLogContract.all(log).size());
      }
      return refused;
    }

    private static void limitFiles(String size) throws Exception {
      String self = Long.toString(ProcessHandle.current().pid());
      Process limiting =
          new ProcessBuilder("prlimit", "--pid", self, "--fsize=" + size + ":").inheritIO().start();
      assertEquals(0, limiting.waitFor());
    }

    private void goBy() {
      for (int number = 1; number <= ENTRIES; number++) {
        try {
          Entry entry = LogContract.reserved(log, IntentDraft.at(MORNING, number));
          acknowledged.put(entry.id(), entry);
          Entry ended = log.finish(entry.id(), Endings.settled("0.04", number));
          acknowledged.put(entry.id(), ended);
        } catch (LogUnavailable unavailable) {
          refused++;
        }
      }
    }

    private void assertHeld(GenerationLog held) {
      acknowledged.forEach((id, entry) -> assertEquals(entry, held.find(id).orElseThrow()));
      List<Entry> all = DiskLogContract.all(held);
      assertEquals(acknowledged.size() + 1, all.size(), "what was refused is not there");
    }

    private static void assertKept(Entry acknowledged, Entry found) {
      if (acknowledged.finished()) {
        assertEquals(acknowledged, found);
      } else {
        assertEquals(EntryState.UNKNOWN, found.state());
      }
    }
  }
}
