package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryPictureStore;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.OperationSequence;
import dev.easel.domain.ledger.RandomEntries;
import dev.easel.domain.usecase.VerifyBooks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an inspection of a JSONL log finds in files that were spoilt, and does not find in files
/// that a crash has left.
final class JsonlInspectionTest {

  @TempDir private Path directory;

  private static List<BookFinding> wrong(GenerationLog log) {
    List<BookFinding> findings = new ArrayList<>();
    new VerifyBooks(log, new InMemoryPictureStore()).verify(false, (_, _, _) -> {}, findings::add);
    return findings.stream().filter(BookFinding::wrong).toList();
  }

  private List<BookFinding> wrong() {
    try (GenerationLog log = JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.NEVER)) {
      return wrong(log);
    }
  }

  private static void rewrite(Path file, UnaryOperator<List<String>> change) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
    Files.writeString(file, String.join("\n", change.apply(lines)) + "\n");
  }

  private static EntryId written(GenerationLog log, int number) {
    Entry reserved = LogContract.reserved(log, IntentDraft.at(LogContract.MORNING, number));
    return log.finish(reserved.id(), Endings.settled("0.04", number)).id();
  }

  private List<EntryId> write(JsonlLimits limits, int count) {
    List<EntryId> ids = new ArrayList<>();
    try (GenerationLog log = JsonlLogs.open(directory, JsonlDisk.REAL, limits)) {
      for (int number = 1; number <= count; number++) {
        ids.add(written(log, number));
      }
    }
    return ids;
  }

  @Test
  void aLineIsMissedWhetherTheJournalOrTheRegisterSpeaksOfIt() throws IOException {
    List<EntryId> ids = write(JsonlLogs.TINY, 30);
    ids.add(write(JsonlLogs.NEVER, 31).getLast());
    long registered = Files.size(JsonlLogs.side(directory, "register")) / JsonlWitness.BYTES;
    assertTrue(registered >= 10, registered + " lines are in the register");
    rewrite(
        JsonlLogs.file(directory),
        lines -> {
          lines.removeLast();
          lines.removeFirst();
          return lines;
        });

    List<EntryId> removed =
        wrong().stream().map(BookFinding.Removed.class::cast).map(gone -> gone.id()).toList();

    assertEquals(2, removed.size());
    assertTrue(removed.contains(ids.getFirst()) && removed.contains(ids.getLast()), "" + removed);
  }

  @Test
  void aLineThatStandsElsewhereIsNamedWhetherTheJournalOrTheRegisterSpeaksOfIt()
      throws IOException {
    List<EntryId> ids = write(JsonlLogs.TINY, 30);
    ids.add(write(JsonlLogs.NEVER, 31).getLast());
    assertEquals(List.of(), wrong());
    rewrite(
        JsonlLogs.file(directory),
        lines -> {
          Collections.swap(lines, 3, 4);
          lines.addFirst(lines.removeLast());
          return lines;
        });

    List<EntryId> moved =
        wrong().stream().map(BookFinding.Altered.class::cast).map(found -> found.id()).toList();

    assertEquals(List.of(ids.get(4), ids.getLast()), moved);
  }

  @Test
  void whatWasCarriedOverFromAnOlderJournalIsMissed() throws IOException {
    try (GenerationLog log = JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.TINY)) {
      LogContract.reserved(log, IntentDraft.at(LogContract.MORNING, 1).key("k", "same"));
      for (int number = 2; number < 30; number++) {
        written(log, number);
      }
    }
    assertEquals(List.of(), wrong());
    rewrite(
        JsonlLogs.side(directory, "journal"),
        lines -> {
          assertTrue(lines.removeIf(line -> line.contains("\"do\":\"key\"")), "" + lines);
          return lines;
        });

    assertTrue(isBroken(wrong().getFirst(), "the journal"), wrong().toString());
  }

  @Test
  void anOldLineThatWasAddedIsMissedAndKnownToHaveBeenEdited() throws IOException {
    Entry gone = EntryDraft.at(LogContract.MORNING, 1).unsealed();
    Entry edited = EntryDraft.at(LogContract.MORNING, 2).prompt("a boat").unsealed();
    try (GenerationLog log = JsonlLogs.open(directory)) {
      LogContract.add(log, gone, edited, EntryDraft.at(LogContract.MORNING, 3).unsealed());
    }
    rewrite(
        JsonlLogs.file(directory),
        lines -> {
          lines.set(1, lines.get(1).replace("a boat", "a goat"));
          lines.removeFirst();
          return lines;
        });

    List<BookFinding> wrong = wrong();

    assertEquals(2, wrong.size(), wrong.toString());
    assertEquals(gone.id(), ((BookFinding.Removed) wrong.get(0)).id());
    assertEquals(edited.id(), ((BookFinding.Altered) wrong.get(1)).id());
  }

  @Test
  void aRegisterThatIsCutIsNamed() throws IOException {
    write(JsonlLogs.TINY, 30);
    Path register = JsonlLogs.side(directory, "register");
    Files.write(register, Arrays.copyOf(Files.readAllBytes(register), JsonlWitness.BYTES + 5));

    assertTrue(
        wrong().stream().anyMatch(found -> isBroken(found, "the register")), wrong().toString());
  }

  private static boolean isBroken(BookFinding found, String part) {
    return found instanceof BookFinding.Broken(String broken, _) && broken.startsWith(part);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRecordOfTheJournalThatIsGoneOrEditedIsNamed(boolean gone) throws IOException {
    try (GenerationLog log = JsonlLogs.open(directory)) {
      EntryId id = LogContract.reserved(log, IntentDraft.at(LogContract.MORNING, 1)).id();
      log.finish(id, Endings.unknown("0.07"));
      log.settle(id, Money.ofUsd("0.05"));
      written(log, 2);
    }
    assertEquals(List.of(), wrong());
    rewrite(
        JsonlLogs.side(directory, "journal"),
        lines -> {
          int change =
              lines.indexOf(
                  lines.stream()
                      .filter(line -> line.contains("\"change\""))
                      .findFirst()
                      .orElseThrow());
          if (gone) {
            lines.remove(change);
          } else {
            lines.set(change, lines.get(change).replace("0.05", "0.01"));
          }
          return lines;
        });

    List<BookFinding> wrong = wrong();

    assertTrue(isBroken(wrong.getFirst(), "the journal"), wrong.toString());
  }

  @Test
  void anIndexThatTellsSomethingElseThanTheLinesIsNamed() throws IOException {
    Entry first = EntryDraft.at(LogContract.MORNING.minusSeconds(1), 1).prompt("aaaa").entry();
    try (GenerationLog log = JsonlLogs.open(directory, JsonlDisk.REAL, JsonlLogs.SAVING)) {
      LogContract.add(log, first);
      LogContract.add(
          log, RandomEntries.several(new SplittableRandom(1), LogContract.MORNING, 300));
    }
    rewrite(
        JsonlLogs.file(directory),
        lines -> {
          lines.set(
              0, lines.getFirst().replace("aaaa", "bbbb").replace("\"usd\":0.04", "\"usd\":0.09"));
          return lines;
        });

    List<BookFinding> wrong = wrong();

    assertTrue(wrong.stream().anyMatch(found -> isBroken(found, "the index")), wrong.toString());
    assertTrue(wrong.stream().anyMatch(BookFinding.Uneven.class::isInstance), wrong.toString());
    assertTrue(
        wrong.stream()
            .anyMatch(found ->
                found instanceof BookFinding.Altered altered && altered.id().equals(first.id())));
  }

  /// The file holds entries of every kind as the first Easel that sealed any wrote them. What is
  /// added to entries since must leave the canonical form of those alone that do not have it.
  @Test
  void whatTheFirstEaselSealedFitsItsHashForEver() throws IOException {
    try (InputStream lines =
        JsonlInspectionTest.class.getResourceAsStream("sealed-entries.jsonl")) {
      Files.copy(Objects.requireNonNull(lines), JsonlLogs.file(directory));
    }

    try (GenerationLog log = JsonlLogs.open(directory)) {
      assertEquals(List.of(), wrong(log));
      assertEquals(40, log.condition().entries());
      assertEquals(0, log.condition().damaged());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noCrashLeavesBooksThatSeemSpoilt(boolean powerCut) throws IOException {
    int points = 0;
    for (JsonlLimits limits : List.of(JsonlLogs.TINY, JsonlLogs.NEVER)) {
      Path place = directory.resolve("" + limits.journal());
      for (int point = 0; crash(limits, point, place.resolve("" + point), powerCut); point++) {
        points++;
      }
    }
    assertTrue(points > 60, points + " points");
  }

  /// Lets the disk fail for good at some operation, and looks at what it left.
  ///
  /// @param powerCut whether of log and journal only that is left which was forced to the disk
  /// @return whether it got so far as to fail
  private static boolean crash(JsonlLimits limits, int point, Path place, boolean powerCut)
      throws IOException {
    Path copy = place.resolve("copy");
    AtomicReference<JsonlFaultyDisk> disk = new AtomicReference<>();
    disk.set(
        new JsonlFaultyDisk(
            point,
            true,
            () -> {
              JsonlLogs.copy(place, copy);
              if (powerCut) {
                cut(JsonlLogs.file(copy), disk.get());
                cut(JsonlLogs.side(copy, "journal"), disk.get());
              }
            }));
    try (GenerationLog log = JsonlLogs.open(place, Objects.requireNonNull(disk.get()), limits)) {
      OperationSequence operations =
          new OperationSequence(log, new SplittableRandom(9), LogContract.MORNING);
      for (int step = 0; step < 20; step++) {
        operations.step();
      }
    } catch (LogUnavailable _) {
      // the disk has failed
    }
    if (Files.exists(copy)) {
      try (GenerationLog log = JsonlLogs.open(copy, JsonlDisk.REAL, JsonlLogs.NEVER)) {
        assertEquals(List.of(), wrong(log), "when operation " + point + " fails");
      }
    }
    return Files.exists(copy);
  }

  private static void cut(Path file, @Nullable JsonlFaultyDisk disk) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(Objects.requireNonNull(disk).forced(file));
    }
  }
}
