package dev.easel.app.tui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.app.tui.dashboard.update.KeyManual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The page of the keys says what the keys do. `-Dgolden.apply=true` writes it anew.
final class KeyManualTest {

  private static final Path PAGE = Path.of("../docs/keys.md");

  @Test
  void thePageSaysWhatTheKeysDo() throws IOException {
    if (Boolean.getBoolean("golden.apply")) {
      Files.write(PAGE, KeyManual.lines());
    }
    assertEquals(String.join("\n", KeyManual.lines()), String.join("\n", Files.readAllLines(PAGE)));
  }
}
