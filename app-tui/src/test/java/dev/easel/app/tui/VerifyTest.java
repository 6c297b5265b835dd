package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `easel verify`, over books and pictures that somebody has spoilt.
class VerifyTest {

  private static final Map<String, Ledger> SOUND = new HashMap<>();

  @TempDir private static Path directory;

  @BeforeAll
  static void keepBooks() throws IOException {
    for (String backend : List.of("jsonl", "sqlite")) {
      SOUND.put(backend, Ledger.make(Files.createDirectory(directory.resolve(backend)), backend));
    }
  }

  private static Ledger copy(String backend) throws IOException {
    Path place = directory.resolve(UUID.randomUUID().toString());
    return Objects.requireNonNull(SOUND.get(backend)).copy(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "sqlite"})
  void soundBooksAreSound(String backend) throws IOException {
    Ledger books = copy(backend);

    Ran people = books.easel("verify");
    Ran programs = books.easel("verify", "--json");

    assertEquals(0, people.exitCode(), people.out() + people.err());
    assertEquals("", people.err());
    assertEquals(
        """
        6 entries, 1 without a hash, 0 running; 2 pictures
        The books are as Easel wrote them.
        """,
        people.out());
    assertEquals(
        "{\"findings\":[],\"sound\":true,\"entries\":6,\"unsealed\":1,\"running\":0,"
            + "\"pictures\":2,\"wrong\":0,\"noted\":0}",
        programs.json().toString());
  }

  @Test
  void booksThatAreNotThereYetAreSoundAndAreNotMade() throws IOException {
    Desk desk = new Desk(Files.createDirectory(directory.resolve("empty")));

    Ran ran = desk.easel("verify");

    assertEquals(0, ran.exitCode());
    assertTrue(ran.err().contains("is not there yet"), ran.err());
    assertFalse(Files.exists(desk.data()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prompt|a red boat|a rod boat",
        "state|\"state\":\"settled\"|\"state\":\"released\"",
        "timestamp|\"timestamp\":\"2|\"timestamp\":\"1",
        "model|\"model\":\"gpt-image-2\",\"prompt\"|\"model\":\"gpt-image-1\",\"prompt\"",
        "success|\"success\":true|\"success\":false",
        "logged cost|\"cost_estimate_usd\":0.0|\"cost_estimate_usd\":0.1",
        "picture|\"image_url\":\"/pictures/|\"image_url\":\"/pictures/0",
        "inner cost|\"cost\":{\"usd\":0.0|\"cost\":{\"usd\":0.1",
        "latency|\"latency_ms\":|\"latency_ms\":1",
        "one more|\"request_id\":|\"spent\":1,\"request_id\":",
      })
  void aLineOrADocumentThatWasEditedIsNamed(String edit) throws Exception {
    String[] parts = edit.split("\\|", -1);
    for (String backend : List.of("jsonl", "sqlite")) {
      Ledger books = copy(backend);
      String id = books.idOf("red");
      if (backend.equals("jsonl")) {
        books.replace("a red boat", parts[1], parts[2]);
      } else {
        books.sql(
            "UPDATE document SET text = replace(text, '%s', '%s') WHERE text LIKE '%%a red boat%%'"
                .formatted(parts[1], parts[2]));
      }

      List<String> found = books.verified();

      assertTrue(found.contains("altered " + id), edit + " " + found);
      assertEquals("exit 1", found.getLast());
    }
  }

  @Test
  void aColumnThatWasEditedIsNamed() throws Exception {
    Ledger books = copy("sqlite");
    String id = books.idOf("blue");
    books.sql("UPDATE entry SET cost = cost + 1 WHERE id = x'" + id.replace("-", "") + "'");

    assertEquals(List.of("altered " + id, "exit 1"), books.verified());
  }

  @Test
  void aLineOfAnotherProgramIsUnsealedAndOneWithAMadeUpHashIsAltered() throws IOException {
    Ledger books = copy("jsonl");
    String id = "0199aaaa-0000-7000-8000-00000000000a";
    String own = Ledger.OLD.strip().replaceFirst("}$", "");
    books.rewrite(lines -> {
      lines.add(1, "not a line of Easel's");
      lines.add(2, own.replace("an old boat", "an older boat") + "}");
      lines.add(own + ",\"id\":\"" + id + "\",\"hash\":\"" + "ab".repeat(32) + "\"}");
      return lines;
    });

    Ran ran = books.easel("verify", "--json");

    assertEquals(1, ran.exitCode());
    assertEquals(2, ran.json().get("findings").size(), ran.out());
    assertEquals("foreign", ran.json().at("/findings/0/kind").asString());
    assertTrue(
        ran.json().at("/findings/0/about").asString().startsWith("line 2, at byte"), ran.out());
    assertEquals("altered", ran.json().at("/findings/1/kind").asString());
    assertEquals(id, ran.json().at("/findings/1/about").asString());
    assertEquals(2, ran.json().get("unsealed").asInt());
  }

  @Test
  void aLineThatStandsTwiceIsNamed() throws IOException {
    Ledger books = copy("jsonl");
    String id = books.idOf("blue");
    books.rewrite(lines -> {
      lines.add(lines.get(Ledger.indexOf(lines, "a blue house")));
      return lines;
    });

    assertEquals(List.of("repeated " + id, "exit 1"), books.verified());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "sqlite"})
  void aLogThatIsGoneIsMissed(String backend) throws IOException {
    Ledger books = copy(backend);
    Files.delete(books.file());

    assertEquals(List.of("removed 6 entries", "exit 1"), books.verified("--no-pictures"));
    assertFalse(Files.exists(books.file()));
    assertEquals(1, books.easel("doctor").exitCode());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLogInSqliteThatWasEmptiedIsMissedWhateverIsWrittenAfterwards(boolean written)
      throws IOException {
    Ledger books = copy("sqlite");
    Files.write(books.file(), new byte[0]);
    if (written) {
      books.easel("generate", "another boat");
    }

    assertEquals(List.of("removed 6 entries", "exit 1"), books.verified("--no-pictures"));
  }

  @Test
  void anOlderCopyInThePlaceOfALogIsKnown() throws IOException {
    Ledger books = copy("sqlite");
    byte[] older = Files.readAllBytes(books.file());
    books.easel("generate", "a newer boat");
    Files.write(books.file(), older);

    assertEquals(List.of("removed 1 entry", "exit 1"), books.verified("--no-pictures"));
  }

  @Test
  void linesThatAreAllGoneAreNamedOneByOne() throws IOException {
    Ledger books = copy("jsonl");
    Files.write(books.file(), new byte[0]);

    assertEquals(
        6, books.verified().stream().filter(found -> found.startsWith("removed ")).count());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aJournalThatIsGoneOrCutIsNamed(boolean gone) throws IOException {
    Ledger books = copy("jsonl");
    Path journal = Path.of(books.file() + ".easel", "journal");
    List<String> records = Files.readAllLines(journal);
    Files.write(journal, gone ? List.of() : records.subList(0, records.size() / 2));

    List<String> found = books.verified();

    assertTrue(found.contains("broken the journal " + journal), found.toString());
    assertEquals("exit 1", found.getLast());
  }

  @Test
  void aLineThatWasMovedIsNamed() throws IOException {
    Ledger books = copy("jsonl");
    String blue = books.idOf("blue");
    books.rewrite(lines -> {
      int red = Ledger.indexOf(lines, "a red boat");
      Collections.swap(lines, red, red + 1);
      return lines;
    });

    assertEquals(List.of("altered " + blue, "exit 1"), books.verified());

    String old = books.idOf("old");
    books.rewrite(lines -> {
      lines.addFirst(lines.removeLast());
      return lines;
    });
    assertEquals(List.of("altered " + blue, "altered " + old, "exit 1"), books.verified());
  }

  @ParameterizedTest
  @ValueSource(strings = {"red", "green", "grey", "no size", "old"})
  void aLineThatWasDeletedIsNamed(String word) throws IOException {
    Ledger books = copy("jsonl");
    String id = books.idOf(word);
    books.rewrite(lines -> {
      lines.remove(Ledger.indexOf(lines, word));
      return lines;
    });

    assertEquals(
        List.of("removed " + id, "exit 1"),
        books.verified().stream().filter(found -> !found.startsWith("picture")).toList());
  }

  @Test
  void aRowThatWasDeletedIsNamedByWhatItLeaves() throws Exception {
    Ledger books = copy("sqlite");
    String id = books.idOf("red");
    String row = "(SELECT place FROM entry WHERE id = x'" + id.replace("-", "") + "')";

    books.sql("DELETE FROM entry WHERE place = " + row);
    List<String> found = books.verified();

    assertTrue(found.contains("removed " + id), found.toString());
    assertEquals(1, found.stream().filter(what -> what.startsWith("removed")).count());
    assertTrue(found.stream().anyMatch(what -> what.startsWith("uneven all")), found.toString());
    assertEquals("exit 1", found.getLast());
  }

  @Test
  void aRowThatWasDeletedWithAllThatBelongsToItIsNamedByTheSums() throws Exception {
    Ledger books = copy("sqlite");
    String id = books.idOf("red");
    delete(books, "%a red boat%");

    assertEquals(List.of("removed " + id), removed(books));

    delete(books, "%a blue house%");

    assertEquals(List.of("removed 2 entries"), removed(books));
  }

  @Test
  void aRowOfAnOlderEaselThatWasDeletedIsNamedByItsKind() throws Exception {
    Ledger books = copy("sqlite");
    books.sql("UPDATE sum_day SET ids_high = NULL, ids_low = NULL");
    books.easel("generate", "a later boat");
    delete(books, "%a grey sea%");

    assertEquals(List.of("removed 1 entry"), removed(books));
  }

  private static void delete(Ledger books, String document) throws SQLException {
    String place = "(SELECT place FROM document WHERE text LIKE '" + document + "')";
    books.sql(
        "DELETE FROM entry WHERE place = " + place,
        "DELETE FROM tag WHERE place = " + place,
        "DELETE FROM words WHERE rowid = " + place,
        "DELETE FROM document WHERE place = " + place);
  }

  private static List<String> removed(Ledger books) {
    return books.verified().stream().filter(found -> found.startsWith("removed")).toList();
  }

  @Test
  void aSumThatWasEditedIsNamed() throws Exception {
    Ledger books = copy("sqlite");
    books.sql("UPDATE sum_caller SET cost = cost + 5", "UPDATE sum_day_code SET entries = 9");

    List<String> found = books.verified();

    assertTrue(
        found.stream().anyMatch(what -> what.startsWith("uneven all, by caller")), "" + found);
    assertTrue(found.stream().anyMatch(what -> what.contains(", by code ")), "" + found);
    assertTrue(found.stream().noneMatch(what -> what.startsWith("altered")), "" + found);
  }

  @Test
  void aKeyOrAFactThatWasDeletedOrEditedIsNamed() throws Exception {
    Ledger books = copy("sqlite");
    String id =
        books
            .easel("generate", "a key", "--key", "k", "--json")
            .json()
            .at("/log_entry/id")
            .asString();
    books.easel("generate", "another key", "--key", "l");
    books.easel("caller", "add", "anna");
    assertEquals(List.of("exit 0"), books.verified());

    books.sql("DELETE FROM idempotency_key WHERE value = 'k'");
    assertEquals(List.of("broken the idempotency keys", "exit 1"), books.verified());
    assertTrue(books.easel("verify").out().contains("that of the entry " + id + " is gone"));
    books.sql("DELETE FROM fact", "UPDATE idempotency_key SET value = 'k'");
    assertEquals(
        List.of("broken the idempotency keys", "broken what was declared", "exit 1"),
        books.verified());
  }

  @Test
  void anIndexThatDoesNotFitIsNamed() throws Exception {
    Ledger books = copy("sqlite");
    String place = "(SELECT place FROM document WHERE text LIKE '%a red boat%')";
    books.sql(
        "DELETE FROM words WHERE rowid = " + place,
        "DELETE FROM tag",
        "INSERT INTO words (rowid, text) VALUES (5, 'nobody')");

    assertEquals(
        List.of(
            "broken text search",
            "altered " + books.idOf("blue"),
            "broken tags",
            "broken text search",
            "exit 1"),
        books.verified());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "sqlite"})
  void picturesThatAreGoneAlteredOrStrangersAreNamed(String backend) throws IOException {
    Ledger books = copy(backend);
    Path place = books.data().resolve("pictures");
    List<Path> files;
    try (Stream<Path> all = Files.list(place)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    assertEquals(2, files.size());
    Files.delete(files.getFirst());
    byte[] bytes = Files.readAllBytes(files.getLast());
    bytes[bytes.length / 2] ^= 1;
    Files.write(files.getLast(), bytes);
    Files.writeString(place.resolve("notes.txt"), "mine");
    Files.writeString(place.resolve(".tmp-half"), "half");
    String stranger = "a".repeat(64) + ".png";
    Files.writeString(place.resolve(stranger), "mine");

    List<String> found = books.verified();

    assertEquals(
        Stream.of(
                "picture_missing " + sha256(files.getFirst()),
                "picture_altered " + sha256(files.getLast()),
                "picture_altered " + "a".repeat(64),
                "picture_foreign " + place.resolve("notes.txt"),
                "picture_foreign " + place.resolve(stranger),
                "exit 1")
            .sorted()
            .toList(),
        found.stream().sorted().toList());
    assertEquals(List.of("exit 0"), books.verified("--no-pictures"));
  }

  private static String sha256(Path file) {
    return file.getFileName().toString().substring(0, 64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "sqlite"})
  void booksThatAreConvertedThereAndBackAreSoundAndSayTheSame(String backend) throws IOException {
    Ledger books = copy(backend);
    String other = backend.equals("jsonl") ? "sqlite" : "jsonl";
    Ledger there = books.in(other);
    List<String> before = exported(books);

    assertEquals(0, books.easel("convert", "--to", other).exitCode());
    assertEquals(List.of("exit 0"), there.verified());
    assertEquals(before, exported(there));
    books.forget();
    assertEquals(0, there.easel("convert", "--to", backend).exitCode());
    assertEquals(List.of("exit 0"), books.verified());
    assertEquals(before, exported(books));
  }

  // Each log gives its entries in the order in which it holds them.
  private static List<String> exported(Ledger books) {
    return books.easel("export").out().lines().sorted().toList();
  }

  @Test
  void aLogThatCannotBeReadIsWrong() throws IOException {
    Ledger books = copy("sqlite");
    Files.writeString(books.data().resolve("easel.db"), "no database at all, but some text");

    Ran ran = books.easel("verify");

    assertEquals(1, ran.exitCode());
    assertTrue(ran.out().contains("✗ broken          the log: "), ran.out());
  }
}
