package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import dev.easel.domain.ledger.ReadOnlyPlace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A log that may not be written, or whose whole directory may not: the shell spends nothing, and
/// shows what it holds where that is possible.
class ReadOnlyLogTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "sqlite, easel.db",
    "sqlite, ''",
    "jsonl, image_generation_log.jsonl",
    "jsonl, ''",
  })
  void isReadAndSpendsNothing(String backend, String readOnly) {
    Desk desk = new Desk(directory).with("EASEL_LOG_BACKEND", backend);
    String id =
        desk.easel("generate", "--sandbox", "a boat", "--json")
            .json()
            .get("log_entry")
            .get("id")
            .asString();
    Path home = desk.data().resolve("sandbox");

    try (ReadOnlyPlace _ = ReadOnlyPlace.make(home.resolve(readOnly))) {
      Ran refused = desk.easel("generate", "--sandbox", "a ship");
      assertEquals(7, refused.exitCode(), refused.out());
      assertTrue(refused.err().contains("nothing was sent"), refused.err());
      Ran log = desk.easel("log", "--sandbox", "--json");
      assertEquals(0, log.exitCode(), log.err());
      assertEquals(1, log.json().get("count").asInt());
      assertEquals(0, desk.easel("show", "--sandbox", id).exitCode());
      for (String command :
          List.of("stats", "verify", "status --line", "budget", "explain " + id)) {
        Ran ran = desk.easel((command + " --sandbox").split(" ", -1));
        assertEquals(0, ran.exitCode(), command + ran.err());
      }
    }
    assertEquals(0, desk.easel("generate", "--sandbox", "a ship").exitCode());
    assertEquals(2, desk.easel("log", "--sandbox", "--json").json().get("count").asInt());
  }
}
