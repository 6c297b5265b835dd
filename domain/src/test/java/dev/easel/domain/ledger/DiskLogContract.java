package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What every part of the contract of a log on disk needs.
public interface DiskLogContract {

  /// The class that opens the store's logs, here and in other processes.
  Class<? extends LogOpener> opener();

  /// The log in `directory`, in UTC. The test closes it.
  default GenerationLog open(Path directory) {
    try {
      return LogOpener.named(opener().getName()).open(directory, ZoneOffset.UTC);
    } catch (ReflectiveOperationException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  /// All entries, newest first, page by page.
  static List<Entry> all(GenerationLog log) {
    List<Entry> all = new ArrayList<>();
    Optional<Page.Request> request = Optional.of(Page.Request.newest(100));
    while (request.isPresent()) {
      Page page = log.page(Query.EVERYTHING, request.get());
      all.addAll(page.entries());
      request = page.following(100);
    }
    return all;
  }

  /// Whether `condition` becomes true within `patience`.
  static boolean within(Duration patience, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      Thread.sleep(Duration.ofMillis(20));
    }
    return condition.getAsBoolean();
  }

  /// Asserts that the log holds this many entries, no two with one id, nothing damaged, and that
  /// its sums are those of its entries.
  static void assertSound(GenerationLog log, int entries) {
    List<Entry> all = all(log);
    assertEquals(entries, all.stream().map(Entry::id).distinct().count());
    assertEquals(entries, all.size());
    assertEquals(0, log.condition().damaged());
    assertSums(log, all);
  }

  /// Asserts that the sums that a log keeps are those of all its entries.
  static void assertSums(GenerationLog log, List<Entry> all) {
    Rollups rollups = new Rollups();
    all.forEach(entry -> rollups.add(entry, entry.timestamp().atZone(log.zone()).toLocalDate()));
    assertEquals(
        rollups.statistics(Statistics.Coverage.KEPT),
        StatisticsContract.uncovered(log.statistics(Query.EVERYTHING)));
  }
}
