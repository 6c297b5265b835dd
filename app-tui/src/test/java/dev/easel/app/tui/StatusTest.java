package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is told in a line.
class StatusTest {

  @TempDir private Path directory;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void sitDown() {
    desk = new Desk(directory);
    desk.with("EASEL_LOG_ZONE", "UTC");
  }

  @Test
  void beforeTheFirstPictureNothingIsSpentAndNoLogIsMade() {
    Ran ran = desk.easel("status", "--line");

    assertEquals(0, ran.exitCode(), ran.err());
    assertEquals("$0.00 today · $0.00 month\n", ran.out());
    assertEquals("", ran.err());
    assertFalse(Files.exists(desk.data()));
  }

  @Test
  void aLineSaysWhatIsSpentAndAtRisk() {
    desk.easel("generate", "--sandbox", "a boat", "--model", "dall-e-3");
    desk.easel("generate", "--sandbox", "a boat", "--model", "dall-e-3", "--fault", "broken");

    Ran ran = desk.atTerminal(80).easel("status", "--sandbox", "--line");

    assertEquals("$0.04 today · $0.04 month · 1 at risk\n", ran.out());
    assertFalse(ran.out().contains("\u001b"));
  }

  @Test
  void aDocumentSaysTheSame() {
    desk.easel("generate", "--sandbox", "a boat", "--model", "dall-e-3");

    JsonNode document = desk.easel("status", "--sandbox", "--json").json();

    assertEquals("0.04", document.get("today_usd").asString());
    assertEquals("0.04", document.get("month_usd").asString());
    assertTrue(document.get("month_percent").isNull());
    assertEquals(0, document.get("running").asInt());
    assertEquals("$0.04 today · $0.04 month", document.get("line").asString());
  }

  @Test
  void withoutAWishForOneLineThereAreSome() {
    desk.easel("generate", "--sandbox", "a boat", "--model", "dall-e-3", "--fault", "broken");

    assertEquals(
        """
        today       $0.00
        this month  $0.00
        running     0
        at risk     1 request (easel log state:unknown)
        """,
        desk.easel("status", "--sandbox").out());
  }

  @Test
  void aLogThatCannotBeReadIsAnErrorAsElsewhere() throws Exception {
    Files.createDirectories(desk.data());
    Files.writeString(desk.data().resolve("easel.db"), "no database at all, by any means");

    Ran ran = desk.easel("status", "--line");

    assertEquals(7, ran.exitCode());
    assertEquals("", ran.out());
  }
}
