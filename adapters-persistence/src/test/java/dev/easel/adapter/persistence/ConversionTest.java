package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Endings;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryPictureStore;
import dev.easel.domain.ledger.IntentDraft;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.LogRecord;
import dev.easel.domain.ledger.OperationSequence;
import dev.easel.domain.ledger.RandomEntries;
import dev.easel.domain.ledger.UsedKey;
import dev.easel.domain.usecase.VerifyBooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A log that goes from one form into the other and back says the same to the byte.
final class ConversionTest {

  private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

  @TempDir private Path directory;

  private GenerationLog open(LogBackend backend, String name) {
    return GenerationLogs.open(new LogSettings(backend, directory.resolve(name), ZONE));
  }

  private static LogBackend other(LogBackend backend) {
    return backend == LogBackend.JSONL ? LogBackend.SQLITE : LogBackend.JSONL;
  }

  /// Steps that users make, lines of the demo server, of others and of nobody, in one log.
  private static void fill(GenerationLog log, int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    OperationSequence operations = new OperationSequence(log, random, LogContract.MORNING);
    for (int step = 0; step < 60; step++) {
      operations.step();
    }
    useKeys(log);
    log.add(sink -> {
      for (Entry entry : RandomEntries.several(random, LogContract.MORNING, 80)) {
        sink.accept(new LogRecord.Whole(entry));
        if (random.nextInt(8) == 0) {
          sink.accept(new LogRecord.Raw("{\"torn\": \"" + entry.id() + " 灯\\t", "it is cut"));
        }
      }
    });
    for (String line : DemoLog.lines()) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      JsonlLine read = new JsonlLineReader(ZONE).read(bytes, 0, bytes.length, 0, bytes.length + 1L);
      if (read instanceof JsonlLine.Whole(Entry entry)) {
        LogContract.add(log, entry);
      }
    }
  }

  private static void useKeys(GenerationLog log) {
    for (Ending ending : List.of(Endings.settled("0.04", 1_000), Endings.unknown("0.04"))) {
      for (String caller : Arrays.asList(null, "anna")) {
        IntentDraft draft = IntentDraft.at(LogContract.MORNING, 1).caller(caller);
        String key = ending.state().word();
        log.finish(LogContract.reserved(log, draft.key(key, "of " + key)).id(), ending);
      }
    }
  }

  /// What a log says, to the byte: canonical forms, hashes, marks, raw lines.
  private static List<String> said(GenerationLog log) {
    List<String> said = new ArrayList<>();
    log.export(next ->
        said.add(
            switch (next) {
              case LogRecord.Whole(Entry entry) ->
                  "%s %s %s %s"
                      .formatted(CanonicalForm.of(entry), entry.hash(), entry.star(), entry.tags());
              case LogRecord.Raw(String text, _) -> text;
            }));
    return said.stream().sorted().toList();
  }

  private static Set<UsedKey> keys(GenerationLog log) {
    Set<UsedKey> keys = new HashSet<>();
    log.keys(keys::add);
    return keys;
  }

  private static void assertSound(GenerationLog log) {
    List<BookFinding> wrong = new ArrayList<>();
    new VerifyBooks(log, new InMemoryPictureStore())
        .verify(
            false,
            (_, _, _) -> {},
            finding -> {
              if (finding.wrong()) {
                wrong.add(finding);
              }
            });
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void fromLinesToTheDatabaseAndBack(int seed) throws IOException {
    thereAndBack(LogBackend.JSONL, seed);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void fromTheDatabaseToLinesAndBack(int seed) throws IOException {
    thereAndBack(LogBackend.SQLITE, seed);
  }

  private void thereAndBack(LogBackend backend, int seed) throws IOException {
    try (GenerationLog log = open(backend, "first");
        GenerationLog there = open(other(backend), "there");
        GenerationLog back = open(backend, "back")) {
      fill(log, seed);
      List<String> before = said(log);
      assertTrue(before.size() > 150, before.size() + " records");

      there.add(log::export);
      there.remember(log::keys);
      back.add(there::export);
      back.remember(there::keys);

      assertEquals(before, said(there));
      assertEquals(before, said(back));
      assertEquals(4, keys(log).size());
      assertEquals(keys(log), keys(there));
      assertEquals(keys(log), keys(back));
      assertSound(log);
      assertSound(there);
      assertSound(back);
    }
  }

  @ParameterizedTest
  @EnumSource(LogBackend.class)
  void aCopyIsKeptToTheByteThroughASecondOpening(LogBackend backend) throws IOException {
    List<String> before;
    try (GenerationLog log = open(backend, "log")) {
      fill(log, 4);
    }
    try (GenerationLog log = open(backend, "log")) {
      before = said(log);
    }
    try (GenerationLog log = open(backend, "log")) {
      assertEquals(before, said(log));
      assertSound(log);
    }
  }
}
