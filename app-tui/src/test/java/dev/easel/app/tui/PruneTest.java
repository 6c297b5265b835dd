package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.adapter.persistence.PictureStores;
import dev.easel.app.tui.Desk.Ran;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.SamplePictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// `easel prune`, with real picture files and a real log.
class PruneTest {

  @TempDir private Path directory;
  private Desk desk = new Desk(Path.of("."));
  private final List<String> lines = new ArrayList<>();

  private void sitDown(String backend) {
    desk = new Desk(directory).with("EASEL_LOG_BACKEND", backend);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void saysWhatWouldGoThenRemovesItAndLeavesTheEntriesAsTheyWere(String backend)
      throws IOException {
    sitDown(backend);
    String old = picture(10);
    String late = picture(20);
    String starred = picture(30);
    String foreign = picture(40);
    entry(90, old);
    entry(20, late);
    entry(80, starred);
    importLines();
    star(starred);
    String before = entries();

    JsonNode plan = prune("--older-than", "30d", "--dry-run");
    assertTrue(plan.get("dry_run").asBoolean());
    assertEquals(List.of(old), names(plan));
    assertTrue(Files.exists(file(old)));

    JsonNode done = prune("--older-than", "30d");
    assertFalse(done.get("dry_run").asBoolean());
    assertEquals(1, done.get("pictures").asInt());
    assertEquals(plan.get("bytes"), done.get("bytes"));
    assertEquals(plan.get("list"), done.get("list"));
    assertEquals(1, done.get("starred").get("pictures").asInt());
    assertEquals(1, done.get("unnamed").get("pictures").asInt());
    assertFalse(Files.exists(file(old)));
    assertTrue(Files.exists(file(late)) && Files.exists(file(starred)));
    assertTrue(Files.exists(file(foreign)));
    assertEquals(before, entries());
    assertEquals(0, prune("--older-than", "30d").get("pictures").asInt(), "it is gone already");

    Ran shown = desk.easel("show", id(old));
    assertTrue(shown.out().contains("picture  deleted (" + old + ")"), shown.out());
    assertEquals(0, desk.easel("verify").exitCode(), "a removed picture is not a missing one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void makesRoomByTheRulesOfTheConfigurationAndTellsWhenStarsAreInTheWay(String backend)
      throws IOException {
    sitDown(backend);
    String[] pictures = {picture(10), picture(20), picture(30)};
    entry(90, pictures[0]);
    entry(80, pictures[1]);
    entry(70, pictures[2]);
    importLines();
    star(pictures[0]);
    desk.with("EASEL_PICTURES_MOST_BYTES", "200");

    Ran doctor = desk.easel("doctor");
    assertTrue(doctor.out().contains("pictures may take 200 B: 2 pictures, "), doctor.out());
    Ran told = desk.easel("prune", "--most-bytes", "1");
    assertEquals(0, told.exitCode(), told.err());
    assertTrue(told.out().startsWith("2 pictures, "), told.out());
    assertTrue(told.err().contains("the pictures of starred entries alone take"), told.err());
    assertTrue(Files.exists(file(pictures[0])));
    assertEquals(1, desk.easel("prune", "--json").json().get("staying").get("pictures").asInt());
  }

  @Test
  void aSizeBelowNothingIsNamedAsItWasTyped() throws IOException {
    sitDown("sqlite");

    Ran ran = desk.easel("prune", "--most-bytes", "-5GB", "-tag:keep");

    assertEquals(2, ran.exitCode());
    assertTrue(ran.err().contains("not '-5GB'"), ran.err());
  }

  @Test
  void aQueryNarrowsIt() throws IOException {
    sitDown("sqlite");
    String boat = picture(10);
    String house = picture(20);
    entry(90, boat);
    lines.add(line(90, house).replace("a boat", "a house"));
    importLines();

    assertEquals(List.of(house), names(prune("--older-than", "12h", "house", "-boat")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void aKeyWhosePictureIsRemovedIsAnsweredWithThatWord(String backend) {
    sitDown(backend);
    String[] order = {"generate", "--sandbox", "a boat", "--key", "k"};
    String name = again(order).get("images").get(0).get("sha256").asString();
    assertTrue(PictureStores.open(desk.data().resolve("sandbox/pictures")).delete(name));

    Ran ran = desk.easel(order);
    assertEquals(0, ran.exitCode(), ran.err());
    assertTrue(ran.out().contains("picture  deleted (" + name + ")"), ran.out());
    assertTrue(ran.err().contains(name + " has been deleted; its entry is kept"), ran.err());
    JsonNode document = again(order);
    assertTrue(document.get("replayed").asBoolean());
    assertTrue(document.get("images").get(0).get("file").isNull());
    assertTrue(document.get("warnings").get(0).asString().contains("has been deleted"));
  }

  private JsonNode again(String... order) {
    List<String> all = new ArrayList<>(List.of(order));
    all.add("--json");
    return desk.easel(all.toArray(String[]::new)).json();
  }

  @Test
  void withoutARuleItSaysSo() {
    sitDown("sqlite");

    Ran ran = desk.easel("prune");

    assertEquals(2, ran.exitCode());
    assertTrue(ran.err().contains("give --older-than or --most-bytes"), ran.err());
    assertEquals(2, desk.easel("prune", "--older-than", "soon").exitCode());
    assertEquals(2, desk.easel("prune", "--most-bytes", "2XB").exitCode());
    assertEquals(2, desk.easel("prune", "--older-than", "1d", "modle:x").exitCode());
    assertTrue(desk.easel("doctor").out().contains("pictures are kept for ever"));
  }

  private JsonNode prune(String... arguments) {
    List<String> all = new ArrayList<>(List.of("prune", "--json"));
    all.addAll(List.of(arguments));
    Ran ran = desk.easel(all.toArray(String[]::new));
    assertEquals(0, ran.exitCode(), ran.err() + ran.out());
    return ran.json();
  }

  private static List<String> names(JsonNode document) {
    List<String> names = new ArrayList<>();
    document.get("list").forEach(going -> names.add(going.get("sha256").asString()));
    return names;
  }

  private String entries() {
    return desk.easel("export", "--format", "jsonl").out();
  }

  private String id(String sha256) {
    for (JsonNode entry : desk.easel("log", "--json").json().get("logs")) {
      if (entry.get("images").get(0).get("sha256").asString().equals(sha256)) {
        return entry.get("id").asString();
      }
    }
    throw new AssertionError("no entry names " + sha256);
  }

  private void star(String sha256) {
    assertEquals(0, desk.easel("star", id(sha256)).exitCode());
  }

  private Path file(String sha256) {
    return desk.data().resolve("pictures").resolve(sha256 + ".png");
  }

  private String picture(int edge) throws IOException {
    byte[] bytes = SamplePictures.twoColours("png", edge, edge);
    String name = CanonicalForm.sha256(bytes);
    Files.createDirectories(file(name).getParent());
    Files.write(file(name), bytes);
    Instant longAgo = Instant.now().minus(Duration.ofDays(99));
    Files.setLastModifiedTime(file(name), FileTime.from(longAgo));
    return name;
  }

  private void entry(int daysAgo, String sha256) {
    lines.add(line(daysAgo, sha256));
  }

  private static String line(int daysAgo, String sha256) {
    String moment = EntryFields.time(Instant.now().minus(Duration.ofDays(daysAgo)));
    return ("{\"timestamp\":\"%s\",\"model\":\"dall-e-3\",\"prompt\":\"a boat\",\"parameters\":{},"
            + "\"latency_ms\":2000,\"cost_estimate_usd\":0.04,\"success\":true,"
            + "\"images\":[{\"sha256\":\"%s\",\"format\":\"png\"}]}")
        .formatted(moment, sha256);
  }

  private void importLines() throws IOException {
    Files.writeString(directory.resolve("old.jsonl"), String.join("\n", lines) + "\n");
    assertEquals(0, desk.easel("import", "old.jsonl").exitCode());
  }
}
