package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.DiskLogContract.all;
import static dev.easel.domain.ledger.DiskLogContract.assertSound;
import static dev.easel.domain.ledger.LogContract.MORNING;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a log on disk makes of what a process left that is no more, or seems to be.
public interface DeathContract extends DiskLogContract {

  @Test
  default void everyKindOfLookShowsADeath(@TempDir Path directory) throws Exception {
    Path original = directory.resolve("original");
    String cursor;
    try (GenerationLog log = open(original)) {
      log.finish(reserved(log, IntentDraft.at(MORNING, 1)).id(), Endings.released());
      cursor = log.changes(null, 1).cursor();
    }
    EntryId theirs = killedWhileHolding(original);
    Map<String, Predicate<GenerationLog>> looks = looks(theirs, cursor);
    for (Map.Entry<String, Predicate<GenerationLog>> look : looks.entrySet()) {
      Path copy = copied(original, directory.resolve(look.getKey()));
      try (GenerationLog log = open(copy)) {
        assertTrue(look.getValue().test(log), look.getKey());
      }
    }
  }

  private static Map<String, Predicate<GenerationLog>> looks(EntryId theirs, String cursor) {
    Map<String, Predicate<GenerationLog>> looks = new LinkedHashMap<>();
    looks.put("find", log -> died(log.find(theirs).orElseThrow()));
    looks.put("page", log -> all(log).stream().anyMatch(DeathContract::died));
    looks.put("ending", log -> died(log.endingWith(theirs.shortForm(), 1).getFirst()));
    looks.put(
        "changes", log -> log.changes(cursor, 9).entries().stream().allMatch(DeathContract::died));
    looks.put("statistics", log -> log.statistics(Query.EVERYTHING).totals().unknown() == 1);
    looks.put(
        "search",
        log -> log.statistics(LogContract.query("state:unknown")).totals().unknown() == 1);
    looks.put(
        "spending",
        log -> log.spending(LocalDate.of(2026, 11, 23)).day().reserved().equals(Money.ZERO));
    looks.put("condition", log -> log.condition().running() == 0);
    looks.put("export", log -> exported(log).stream().anyMatch(DeathContract::died));
    looks.put(
        "settle",
        log -> log.settle(theirs, Money.ofUsd("0.04")).orElseThrow().state() == EntryState.SETTLED);
    return looks;
  }

  private static boolean died(Entry entry) {
    return entry.state() == EntryState.UNKNOWN && "process_died".equals(entry.code());
  }

  private static List<Entry> exported(GenerationLog log) {
    List<Entry> entries = new ArrayList<>();
    log.export(next -> {
      if (next instanceof LogRecord.Whole(Entry entry)) {
        entries.add(entry);
      }
    });
    return entries;
  }

  @Test
  default void aCopyOfALogInUseHasNobodyAtWork(@TempDir Path directory) throws Exception {
    Path original = directory.resolve("original");
    try (LogProcess other = start(original)) {
      EntryId theirs = EntryId.parse(other.answer()).orElseThrow();
      try (GenerationLog log = open(original);
          GenerationLog copy = open(copied(original, directory.resolve("copy")))) {
        assertTrue(died(copy.find(theirs).orElseThrow()));
        assertEquals(EntryState.RESERVED, log.find(theirs).orElseThrow().state());
        assertSound(copy, 1);
      }
    }
  }

  @Test
  default void whoseSignOfLifeWasRemovedIsTakenForDeadAndCanStillFinish(@TempDir Path directory)
      throws Exception {
    try (GenerationLog log = open(directory);
        LogProcess other = start(directory)) {
      EntryId ours = reserved(log, IntentDraft.at(MORNING, 1)).id();
      EntryId theirs = EntryId.parse(other.answer()).orElseThrow();
      remove(owners(directory));

      assertEquals(EntryState.RESERVED, log.find(ours).orElseThrow().state());
      assertTrue(died(log.find(theirs).orElseThrow()));
      EntryId next = reserved(log, IntentDraft.at(MORNING, 2)).id();
      try (Stream<Path> files = Files.list(owners(directory))) {
        assertEquals(1, files.count());
      }
      log.finish(ours, Endings.settled("0.04", 1_000));
      log.finish(next, Endings.settled("0.04", 1_000));
      assertSound(log, 3);
    }
  }

  private EntryId killedWhileHolding(Path directory) throws Exception {
    try (LogProcess other = start(directory)) {
      EntryId theirs = EntryId.parse(other.answer()).orElseThrow();
      other.kill();
      return theirs;
    }
  }

  private LogProcess start(Path directory) throws IOException {
    LogProcess other = LogProcess.start(opener(), directory, LogProcess.Work.HOLD, 1, 1_000);
    other.go();
    return other;
  }

  private static Path owners(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.filter(path -> path.endsWith("owners")).findFirst().orElseThrow();
    }
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  // As a copying program does, which opens no file of a log that this process has open.
  private static Path copied(Path original, Path copy) throws Exception {
    Process process =
        new ProcessBuilder("cp", "-r", original.toString(), copy.toString()).inheritIO().start();
    assertEquals(0, process.waitFor());
    return copy;
  }
}
