package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.adapter.persistence.JsonlLogs.Answers;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.RandomEntries;
import dev.easel.domain.ledger.Reservation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The index only spares work: whatever becomes of its files, the log answers the same.
final class JsonlIndexTest {

  private static final int ENTRIES = 300;

  @TempDir private static Path made;
  private static Answers expectedAtFirst = new Answers(List.of(), List.of(), List.of(), List.of());

  @TempDir private Path directory;
  private Answers expected = expectedAtFirst;

  @BeforeAll
  static void make() {
    try (GenerationLog log = JsonlLogs.open(made)) {
      Entry[] entries = RandomEntries.several(new SplittableRandom(31), MORNING, ENTRIES);
      LogContract.add(log, entries);
      changeSome(log, entries);
      expectedAtFirst = Answers.of(log);
    }
  }

  @BeforeEach
  void copy() throws IOException {
    expected = expectedAtFirst;
    JsonlLogs.copy(made, directory);
    JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.TINY).close();
  }

  private static void changeSome(GenerationLog log, Entry[] entries) {
    for (int number = 0; number < ENTRIES; number += 45) {
      EntryId id = entries[number].id();
      log.mark(id, number % 90 == 0, new TreeSet<>(List.of("late")));
    }
    for (int number = 1; number <= 3; number++) {
      EntryId id = LogContract.reserved(log, IntentDraft.at(MORNING, number)).id();
      log.finish(id, Endings.unknown("0.08"));
      log.settle(id, Money.ofUsd("0.0" + number));
    }
  }

  private void assertAnswersAreTheSame() {
    try (GenerationLog log = JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.TINY)) {
      assertEquals(expected, Answers.of(log));
    }
  }

  @Test
  void isSavedInPartsAndTakenUpAgain() throws IOException {
    assertTrue(Files.size(JsonlLogs.side(directory, "index")) > 0);
    assertAnswersAreTheSame();
    assertAnswersAreTheSame();
  }

  @ParameterizedTest
  @MethodSource("damages")
  void nothingIsLostWhenItsFilesAre(String name, Damage damage) throws IOException {
    damage.to(directory);
    assertAnswersAreTheSame();
    assertAnswersAreTheSame();
  }

  /// What may become of a file.
  @FunctionalInterface
  interface Damage {
    void to(Path directory) throws IOException;
  }

  static Stream<Object[]> damages() {
    return Stream.of("index", "words")
        .flatMap(name ->
            Stream.of(
                damage(name + " is gone", file -> Files.delete(file), name),
                damage(name + " is empty", file -> Files.write(file, new byte[0]), name),
                damage(name + " is cut", file -> cut(file, 0.5), name),
                damage(name + " lacks its last byte", file -> cut(file, 0.999), name),
                damage(name + " is another file", JsonlIndexTest::garble, name),
                damage(name + " has another head", file -> flip(file, 9), name),
                damage(name + " has another body", JsonlIndexTest::flipEveryKilobyte, name)));
  }

  private static Object[] damage(String what, Damage damage, String file) {
    Damage there = directory -> damage.to(JsonlLogs.side(directory, file));
    return new Object[] {what, there};
  }

  private static void cut(Path file, double part) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, (int) (bytes.length * part)));
  }

  private static void garble(Path file) throws IOException {
    byte[] bytes = new byte[(int) Files.size(file)];
    new SplittableRandom(3).nextBytes(bytes);
    Files.write(file, bytes);
  }

  private static void flipEveryKilobyte(Path file) throws IOException {
    for (int place = 1_000; place < Files.size(file); place += 1_000) {
      flip(file, place);
    }
  }

  private static void flip(Path file, int place) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[place] ^= 0x10;
    Files.write(file, bytes);
  }

  @Test
  void aFlippedBitInTheIndexIsNoticed() throws IOException {
    Path index = JsonlLogs.side(directory, "index");
    byte[] sound = Files.readAllBytes(index);
    SplittableRandom random = new SplittableRandom(32);
    for (int time = 0; time < 4; time++) {
      Files.write(index, sound);
      flip(index, random.nextInt(sound.length));
      assertAnswersAreTheSame();
    }
  }

  @Test
  void anOldIndexIsCaughtUp() throws IOException {
    Path index = JsonlLogs.side(directory, "index");
    Path kept = Files.copy(index, directory.resolve("kept"));
    try (GenerationLog log = JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.TINY)) {
      Entry[] more =
          RandomEntries.several(new SplittableRandom(33), MORNING.plusSeconds(1_000_000), 100);
      LogContract.add(log, more);
      expected = Answers.of(log);
    }
    Files.copy(kept, index, StandardCopyOption.REPLACE_EXISTING);

    assertAnswersAreTheSame();
  }

  @Test
  void aLogInThePlaceOfAnotherIsReadAnew() throws IOException {
    Path file = JsonlLogs.file(directory);
    List<String> lines = Files.readAllLines(file);
    Path other = directory.resolve("other");
    Files.write(other, lines.reversed());
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    try (GenerationLog log = JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.TINY)) {
      Answers now = Answers.of(log);
      assertEquals(expected.all(), now.all());
      assertEquals(expected.matches(), now.matches());
      assertEquals(expected.statistics(), now.statistics());
      assertNotEquals(expected.records(), now.records());
    }
  }

  @Test
  void aLogThatIsRewrittenWhileItIsOpenIsMissedUntilItIsOpenedAgain() throws IOException {
    Path file = JsonlLogs.file(directory);
    List<String> lines = Files.readAllLines(file);
    try (GenerationLog log = JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.TINY)) {
      assertEquals(lines.size(), log.condition().entries());
      List<String> fewer = lines.subList(0, 50);
      List<String> others = Stream.concat(lines.reversed().stream(), fewer.stream()).toList();
      for (List<String> left : List.of(fewer, others)) {
        Files.write(file, left);

        LogUnavailable missed = assertThrows(LogUnavailable.class, log::condition);
        assertTrue(missed.getMessage().contains("emptied or rewritten"), missed.getMessage());
      }
      Files.write(file, lines);
      assertEquals(lines.size(), log.condition().entries());
      Files.write(file, lines.subList(0, 50));
    }
    try (GenerationLog log = JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.TINY)) {
      assertEquals(50, log.condition().entries());
      assertEquals(50, Answers.of(log).all().size());
    }
  }

  @Test
  void whatIsDerivedIsMadeAnewWhenItIsRemovedWhileTheLogIsOpen() throws IOException {
    try (GenerationLog log = JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.TINY)) {
      for (String name : List.of("index", "words")) {
        Files.delete(JsonlLogs.side(directory, name));
      }
      EntryId id = LogContract.reserved(log, IntentDraft.at(MORNING, 9)).id();
      log.finish(id, Endings.settled("0.04", 1_000));

      assertEquals(EntryState.SETTLED, log.find(id).orElseThrow().state());
      assertEquals(ENTRIES + 4, log.condition().entries());
    }
    try (GenerationLog log = JsonlLogs.open(directory)) {
      assertEquals(ENTRIES + 4, log.condition().entries());
      assertEquals(0, log.condition().running());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock", "journal", ""})
  void nothingIsWrittenWhileItsJournalOrItsLockIsAnother(String name) throws IOException {
    try (GenerationLog log = JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.TINY)) {
      Entry running = LogContract.reserved(log, IntentDraft.at(MORNING, 9).key("k", "same"));
      Path file = JsonlLogs.side(directory, name);
      Path elsewhere = Files.move(file, directory.resolve("elsewhere"));
      assertRefused(log);

      try (GenerationLog other = JsonlLogs.open(directory)) {
        assertRefused(log);
        assertEquals(ENTRIES + 3, other.condition().entries());
      }
      assertRefused(log);

      Files.move(file, directory.resolve("other"));
      Files.move(elsewhere, file);
      Intent again = IntentDraft.at(MORNING, 9).key("k", "same").intent();
      assertEquals(new Reservation.Running(running), log.reserve(again));
    }
  }

  private static void assertRefused(GenerationLog log) {
    Intent wish = IntentDraft.at(MORNING, 9).key("k", "same").intent();
    LogUnavailable refused = assertThrows(LogUnavailable.class, () -> log.reserve(wish));
    assertTrue(refused.getMessage().contains("removed or replaced"), refused.getMessage());
  }
}
