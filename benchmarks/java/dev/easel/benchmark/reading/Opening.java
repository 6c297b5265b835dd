package dev.easel.benchmark.reading;

import dev.easel.benchmark.Times;
import dev.easel.benchmark.start.Launched;
import dev.easel.benchmark.wire.Child;
import dev.easel.benchmark.wire.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Opens a log as a user does: `easel log -n 50` with a log of this size, the whole process from
/// its start to its end, with the JVM and all that it loads.
final class Opening {

  private static final Pattern WRITTEN = Pattern.compile("written");
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
    shown();
    for (int round = 0; round < ROUNDS; round++) {
      times.add(shown());
    }
    return times;
  }

  /// How long it takes after whoever had it open, and had written to it, was killed.
  Times afterKill() throws IOException, InterruptedException {
    Times times = new Times();
    for (int round = 0; round < ROUNDS; round++) {
      try (Child killed = writing()) {
        killed.await(WRITTEN);
        killed.kill();
      }
      times.add(shown());
    }
    return times;
  }

  private long shown() throws IOException, InterruptedException {
    Map<String, String> configured =
        Map.of(
            "EASEL_LOG_BACKEND", Launcher.word(store.settings().backend()),
            "EASEL_LOG_PATH", store.settings().path().toString());
    List<String> command = Launcher.command("log", "-n", "50");
    try (Launched launched = Launched.start(folder, configured, command)) {
      return launched.untilEnded();
    }
  }

  private Child writing() throws IOException {
    return Child.java(
        folder,
        Map.of(),
        List.of("-XX:+UseSerialGC", "-Xmx512m"),
        UnfinishedMain.class.getName(),
        List.of(store.settings().backend().name(), store.settings().path().toString()));
  }
}
