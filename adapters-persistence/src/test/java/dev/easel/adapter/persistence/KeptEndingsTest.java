package dev.easel.adapter.persistence;

import static dev.easel.domain.ledger.LogContract.MORNING;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.StoredPicture;
import dev.easel.domain.usecase.VerifyBooks;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How an entry ends is kept with its picture: after a crash of the machine that took it from the
/// log, the log gets it back.
final class KeptEndingsTest {

  @TempDir private Path living;
  @TempDir private Path crashed;

  @BeforeEach
  void demandJournal() throws IOException {
    try (FileSystemForce force = FileSystemForce.of(living)) {
      assumeTrue(force != null, "this file system cannot be forced as a whole");
    }
  }

  private static GenerationLog log(Path home, LogBackend backend) {
    return GenerationLogs.open(new LogSettings(backend, home.resolve("log/file"), ZoneOffset.UTC));
  }

  private static Path pictures(Path home) {
    return home.resolve("pictures");
  }

  /// Ends an entry with its picture, and crashes: of the log is left what was there before, and of
  /// the pictures all.
  ///
  /// @return the entry as it was told to have ended
  private Entry lost(LogBackend backend) throws IOException {
    try (GenerationLog log = log(living, backend);
        ClosablePictureStore store = PictureStores.openJournalled(pictures(living), log)) {
      JournalProcess.awaitJournal(store, pictures(living));
      Entry reserved = LogContract.reserved(log, IntentDraft.at(MORNING, 1));
      copy(living.resolve("log"), crashed.resolve("log"));
      try (PictureStore.Kept kept = kept(store, reserved, 1)) {
        Entry ended = log.finishKept(reserved.id(), assertEnding(kept));
        copy(pictures(living), pictures(crashed));
        return ended;
      }
    }
  }

  private static PictureStore.Kept kept(PictureStore store, Entry reserved, int number) {
    return store.keep(JournalProcess.picture(number, 3_000), reserved, KeptEndingsTest::settled);
  }

  private static Ending settled(StoredPicture picture) {
    return Endings.settled("0.04", 1_000, picture).answered(Endings.ANSWER);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(directory)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void theLogGetsBackWhatItLost(LogBackend backend) throws IOException {
    Entry ended = lost(backend);

    try (GenerationLog log = log(crashed, backend);
        ClosablePictureStore store = PictureStores.openJournalled(pictures(crashed), log)) {
      assertEquals(ended, log.find(ended.id()).orElseThrow());
      List<BookFinding> findings = new ArrayList<>();
      new VerifyBooks(log, store).verify(true, (_, _, _) -> {}, findings::add);
      findings.removeIf(finding -> finding instanceof BookFinding.PictureForeign);
      assertEquals(List.of(), findings);
    }
    assertEquals(List.of(), JournalProcess.journals(pictures(crashed)));
  }

  @ParameterizedTest
  @EnumSource
  void whoOpensThePicturesAloneLeavesItToOthers(LogBackend backend) throws IOException {
    Entry ended = lost(backend);
    String name = String.valueOf(ended.images().getFirst().sha256());
    Files.delete(pictures(crashed).resolve(name + ".png"));

    assertTrue(PictureStores.open(pictures(crashed)).find(name).isPresent());
    try (GenerationLog log = log(crashed, backend)) {
      assertEquals(EntryState.UNKNOWN, log.find(ended.id()).orElseThrow().state());
      PictureStores.recover(pictures(crashed), log);
      assertEquals(ended, log.find(ended.id()).orElseThrow());
    }
    assertEquals(List.of(), JournalProcess.journals(pictures(crashed)));
  }

  @ParameterizedTest
  @EnumSource
  void anotherLogLeavesItToItsOwn(LogBackend backend) throws IOException {
    Entry ended = lost(backend);
    Path other = crashed.resolve("other");
    try (GenerationLog log = log(other, backend)) {
      LogContract.reserved(log, IntentDraft.at(MORNING, 2));
      PictureStores.recover(pictures(crashed), log);
      PictureStores.recover(pictures(crashed), log);
    }
    Path journal = JournalProcess.journals(pictures(crashed)).getFirst();
    assertTrue(Files.size(journal) < 5_000, "the pictures are in their places");

    try (GenerationLog log = log(crashed, backend)) {
      PictureStores.recover(pictures(crashed), log);
      assertEquals(ended, log.find(ended.id()).orElseThrow());
    }
    assertEquals(List.of(), JournalProcess.journals(pictures(crashed)));
  }

  @Test
  void whatANewerEaselKeptStaysForIt() throws IOException {
    byte[] newer = "{\"v\":99,\"id\":\"of another kind\"}".getBytes(StandardCharsets.UTF_8);
    JournalRecord record = new JournalRecord(CanonicalForm.sha256(newer), newer);
    Path journals = Files.createDirectories(pictures(living).resolve("journal"));
    byte[] bytes = PictureJournalFile.bytes(List.of(record));
    Path journal = Files.write(journals.resolve(UUID.randomUUID() + PictureJournal.ENDING), bytes);

    try (GenerationLog log = log(living, LogBackend.JSONL)) {
      PictureStores.recover(pictures(living), log);
    }

    assertArrayEquals(bytes, Files.readAllBytes(journal));
  }

  @ParameterizedTest
  @EnumSource
  void whatWasSettledByHandMeanwhileStays(LogBackend backend) throws IOException {
    Entry ended = lost(backend);
    try (GenerationLog log = log(crashed, backend)) {
      Entry byHand = log.settle(ended.id(), Money.ofUsd("0.07")).orElseThrow();

      PictureStores.recover(pictures(crashed), log);

      assertEquals(byHand, log.find(ended.id()).orElseThrow());
    }
    assertEquals(List.of(), JournalProcess.journals(pictures(crashed)));
  }

  @ParameterizedTest
  @EnumSource
  void anEndWhosePictureIsLostIsNotTaken(LogBackend backend) throws IOException {
    Entry ended = lost(backend);
    String name = String.valueOf(ended.images().getFirst().sha256());
    Files.delete(pictures(crashed).resolve(name + ".png"));
    damage(name);

    try (GenerationLog log = log(crashed, backend)) {
      PictureStores.recover(pictures(crashed), log);

      assertEquals(EntryState.UNKNOWN, log.find(ended.id()).orElseThrow().state());
    }
  }

  private void damage(String name) throws IOException {
    Path journal = JournalProcess.journals(pictures(crashed)).getFirst();
    byte[] bytes = Files.readAllBytes(journal);
    byte[] picture = JournalProcess.picture(1, 3_000).bytes();
    int start = 0;
    while (bytes[start] != picture[0] || bytes[start + 15] != picture[15]) {
      start++;
    }
    bytes[start + 100] = 1;
    Files.write(journal, bytes);
    assertTrue(name.length() == 64);
  }

  @ParameterizedTest
  @EnumSource
  void oneThatTheLogHasIsLeftAsItIs(LogBackend backend) throws IOException {
    Entry ended;
    try (GenerationLog log = log(living, backend);
        ClosablePictureStore store = PictureStores.openJournalled(pictures(living), log)) {
      JournalProcess.awaitJournal(store, pictures(living));
      Entry reserved = LogContract.reserved(log, IntentDraft.at(MORNING, 1));
      try (PictureStore.Kept kept = kept(store, reserved, 1)) {
        ended = log.finishKept(reserved.id(), assertEnding(kept));
      }
      log.force();
      copy(living, crashed);
    }
    try (GenerationLog log = log(crashed, backend)) {
      assertEquals(ended, log.find(ended.id()).orElseThrow());

      PictureStores.recover(pictures(crashed), log);

      DiskLogContract.assertSound(log, 1);
    }
  }

  private static Ending assertEnding(PictureStore.Kept kept) {
    Ending ending = kept.ending();
    assertNotNull(ending);
    return ending;
  }

  /// A log that counts how often it is forced, or cannot be.
  private static GenerationLog counting(GenerationLog log, AtomicInteger forced, boolean fails) {
    return (GenerationLog)
        Proxy.newProxyInstance(
            GenerationLog.class.getClassLoader(),
            new Class<?>[] {GenerationLog.class},
            (_, method, arguments) -> {
              if (method.getName().equals("force")) {
                forced.incrementAndGet();
                if (fails) {
                  throw new LogUnavailable(LogUnavailable.Reason.UNUSABLE, "the disk is gone");
                }
              }
              try {
                return method.invoke(log, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  @Test
  void theJournalStaysWhereTheLogCannotBeForced() throws IOException {
    try (GenerationLog log = log(living, LogBackend.JSONL)) {
      GenerationLog failing = counting(log, new AtomicInteger(), true);
      Entry reserved = LogContract.reserved(log, IntentDraft.at(MORNING, 1));
      try (ClosablePictureStore store = PictureStores.openJournalled(pictures(living), failing)) {
        JournalProcess.awaitJournal(store, pictures(living));
        try (PictureStore.Kept kept = kept(store, reserved, 1)) {
          log.finishKept(reserved.id(), assertEnding(kept));
        }
      }
      assertEquals(1, JournalProcess.journals(pictures(living)).size());

      PictureStores.recover(pictures(living), log);

      assertEquals(List.of(), JournalProcess.journals(pictures(living)));
      DiskLogContract.assertSound(log, 1);
    }
  }

  @Test
  void theLogIsForcedBeforeAHalfOfTheJournalIsFree() throws Exception {
    AtomicInteger forced = new AtomicInteger();
    try (GenerationLog log = log(living, LogBackend.JSONL);
        ClosablePictureStore store =
            PictureStores.openJournalled(pictures(living), counting(log, forced, false))) {
      JournalProcess.awaitJournal(store, pictures(living));
      int length = SmallPictures.LARGEST;

      for (int number = 1; number <= PictureJournalFile.HALF / length; number++) {
        store.keep(JournalProcess.picture(number, length));
      }

      assertTrue(DiskLogContract.within(Duration.ofSeconds(20), () -> forced.get() > 0));
    }
  }
}
