package dev.easel.benchmark.reading;

import dev.easel.benchmark.Times;
import dev.easel.benchmark.wire.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Opens a log in new processes, as every command does. The timer runs within them, from before the
/// log is opened until its newest entries are there: without the start of the JVM, but with all
/// classes still to be loaded.
final class Opening {

  private static final Pattern OPENED = Pattern.compile("entries after (\\d+) microseconds");
  private static final int ROUNDS = 5;

  private final Store store;
  private final Path folder;

  Opening(Store store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  /// How long it takes after whoever had it open has closed it.
  Times afterStop() throws IOException, InterruptedException {
    Times times = new Times();
    for (int round = 0; round < ROUNDS; round++) {
      try (Child child = child(List.of())) {
        times.add(nanos(child));
      }
    }
    return times;
  }

  /// How long it takes after whoever had it open was killed.
  Times afterKill() throws IOException, InterruptedException {
    Times times = new Times();
    for (int round = 0; round < ROUNDS; round++) {
      try (Child killed = child(List.of("write"))) {
        nanos(killed);
        killed.kill();
      }
      try (Child child = child(List.of())) {
        times.add(nanos(child));
      }
    }
    return times;
  }

  private Child child(List<String> more) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(store.settings().backend().name());
    arguments.add(store.settings().path().toString());
    arguments.addAll(more);
    return Child.java(
        folder,
        Map.of(),
        List.of("-XX:+UseSerialGC", "-Xmx512m"),
        OpeningMain.class.getName(),
        arguments);
  }

  private static long nanos(Child child) throws IOException, InterruptedException {
    MatchResult found = child.await(OPENED);
    return 1_000 * Long.parseLong(Objects.requireNonNull(found.group(1)));
  }
}
