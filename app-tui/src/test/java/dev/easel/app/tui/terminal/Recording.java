package dev.easel.app.tui.terminal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/// Every byte that a program writes to its terminal.
final class Recording {

  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path file;
  private int told;

  Recording(Path file) {
    this.file = file;
  }

  /// Waits until nothing has been written for a while.
  ///
  /// @return what was written since it was asked the last time
  String untilSilence() throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    Instant since = Instant.now();
    int size = written().length;
    while (Duration.between(since, Instant.now()).compareTo(SILENCE) < 0) {
      assertTrue(Instant.now().isBefore(end), "it goes on writing");
      TimeUnit.MILLISECONDS.sleep(50);
      int now = written().length;
      since = now == size ? since : Instant.now();
      size = now;
    }
    String written = new String(written(), told, size - told, StandardCharsets.UTF_8);
    told = size;
    return written;
  }

  private byte[] written() throws IOException {
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }
}
