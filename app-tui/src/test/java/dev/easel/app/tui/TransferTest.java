package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `easel import`, `export` and `convert`.
class TransferTest {

  private static final String OLD =
      """
      {"timestamp":"2024-12-04T10:51:37.359561","model":"dall-e-3","prompt":"=cmd|' /C calc'!A0","parameters":{"size":"1024x1024","quality":"hd","n":-1},"latency_ms":2065.78,"cost_estimate_usd":0.08,"success":true,"image_url":"https://example.com/a.png"}
      {"timestamp":"2024-12-04T10:52:37.359561","model":"dall-e-2","prompt":"quote \\" and, comma\\nline","parameters":{"size":"512x512"},"latency_ms":1000.5,"cost_estimate_usd":0.018,"success":true,"image_url":null}
      this line is damaged
      {"timestamp":"2024-12-04T10:53:37","model":"dall-e-2","prompt":"torn\
      """;

  @TempDir private Path directory;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void sitDown() throws IOException {
    desk = new Desk(directory);
    Files.writeString(directory.resolve("old.jsonl"), OLD);
  }

  @Test
  void importsOnceHoweverOftenItIsAskedAndLeavesTheFileAlone() throws IOException {
    JsonNode first = desk.easel("import", "old.jsonl", "--json").json();
    JsonNode again = desk.easel("import", "old.jsonl", "--json").json();

    assertEquals(2, first.get("entries").asInt());
    assertEquals(2, first.get("damaged").asInt());
    assertEquals(4, first.get("added").asInt());
    assertEquals(0, again.get("added").asInt());
    assertEquals(4, again.get("left_out").asInt());
    assertEquals(OLD, Files.readString(directory.resolve("old.jsonl")));
    try (var files = Files.list(directory)) {
      assertEquals(2, files.count(), "nothing lies beside the file but the data directory");
    }
  }

  @Test
  void convertsThereAndBackWithoutLoss() {
    desk.easel("import", "old.jsonl");
    String before = desk.easel("export").out();

    Ran there = desk.easel("convert", "--to", "jsonl");
    assertEquals(0, there.exitCode(), there.err());
    assertTrue(there.out().contains("log.backend=jsonl"), there.out());
    assertEquals(before, desk.easel("export", "--set", "log.backend=jsonl").out());
    Ran back =
        desk.easel("convert", "--to", "sqlite", "--path", "back.db", "--set", "log.backend=jsonl");
    assertEquals(0, back.exitCode(), back.err());
    String path = directory.resolve("back.db").toString();
    assertEquals(before, desk.easel("export", "--set", "log.path=" + path).out());
    assertTrue(before.contains("this line is damaged\n"), before);
  }

  @ParameterizedTest
  @CsvSource({"sqlite, jsonl", "jsonl, sqlite"})
  void aKeyThatWasUsedSpendsNothingInTheConvertedLog(String from, String to) throws IOException {
    Ledger old = Ledger.make(directory, from);
    Ran made = old.easel("generate", "a key", "--key", "k", "--json");
    Ran lost = old.easel("generate", "a lost key", "--key", "l", "--fault", "broken", "--json");
    Ran charged = old.easel("generate", "a paid key", "--key", "p", "--fault", "broken", "--json");
    old.easel("settle", charged.json().get("id").asString(), "--charged", "--usd", "0.04");

    Ran ran = old.easel("convert", "--to", to);
    assertEquals(0, ran.exitCode(), ran.err());
    assertTrue(ran.out().startsWith("9 records and 3 idempotency keys in "), ran.out());
    Ledger converted = old.in(to);
    String before = converted.easel("export").out();
    Ran again = converted.easel("generate", "a key", "--key", "k", "--json");
    Ran lostAgain = converted.easel("generate", "a lost key", "--key", "l", "--json");
    Ran paidAgain = converted.easel("generate", "a paid key", "--key", "p", "--json");

    assertTrue(again.json().get("replayed").asBoolean(), again.out());
    assertEquals(made.json().get("log_entry"), again.json().get("log_entry"));
    assertEquals(6, lostAgain.exitCode(), lostAgain.out());
    assertEquals(lost.json().get("id"), lostAgain.json().get("id"));
    assertEquals(charged.json().get("id"), paidAgain.json().get("id"));
    assertEquals(5, converted.easel("generate", "another", "--key", "k").exitCode());
    assertEquals(before, converted.easel("export").out());
    assertEquals(List.of("exit 0"), converted.verified());
  }

  @Test
  void convertRefusesALogThatIsThere() {
    desk.easel("import", "old.jsonl");
    assertEquals(0, desk.easel("convert", "--to", "jsonl").exitCode());

    Ran ran = desk.easel("convert", "--to", "jsonl");

    assertEquals(2, ran.exitCode());
    assertTrue(ran.err().contains("exists, and convert writes only new logs"), ran.err());
  }

  @Test
  void writesATableWithoutFormulas() {
    desk.easel("import", "old.jsonl");

    List<String> rows = desk.easel("export", "--format", "csv").out().lines().toList();

    assertEquals("id,timestamp,state", rows.getFirst().substring(0, 18));
    assertTrue(rows.get(1).contains(",'=cmd|' /C calc'!A0,1024x1024,hd,-1,"), rows.get(1));
    assertTrue(rows.get(2).contains(",\"quote \"\" and, comma"), rows.get(2));
    assertTrue(rows.get(3).startsWith("line\",512x512,"), rows.get(3));
  }

  @Test
  void exportsWhatAQueryFindsAsOneDocument() throws IOException {
    desk.easel("import", "old.jsonl");

    Ran ran = desk.easel("export", "model:dall-e-2", "-o", "some.json");

    assertEquals(0, ran.exitCode(), ran.err());
    String text = Files.readString(directory.resolve("some.json"));
    JsonNode document = tools.jackson.databind.json.JsonMapper.shared().readTree(text);
    assertEquals(1, document.get("count").asInt());
    assertEquals("dall-e-2", document.get("logs").get(0).get("model").asString());
    assertEquals(2, desk.easel("export", "-o", "some.json").exitCode());
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    assertEquals(2, desk.easel("import", "gone.jsonl").exitCode());
    assertEquals(2, desk.easel("import", ".").exitCode());
    assertEquals(2, desk.easel("export", "--format", "xml").exitCode());
    assertEquals(2, desk.easel("convert", "--to", "postgres").exitCode());
  }
}
