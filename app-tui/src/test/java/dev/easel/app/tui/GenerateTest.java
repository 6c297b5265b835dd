package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import dev.easel.domain.image.ImageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `easel generate` and `easel edit`, with the sandbox behind the real client and a real log.
class GenerateTest {

  @TempDir private Path directory;
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void sitDown() {
    desk = new Desk(directory);
  }

  @Test
  void tellsWhereThePictureIsWhatItCostAndWhyHowLongItTookAndItsId() {
    Ran ran = desk.easel("generate", "--sandbox", "a lighthouse at dusk", "--size", "1024x768");

    assertEquals(0, ran.exitCode(), ran.err());
    List<String> lines = ran.out().lines().toList();
    Path picture = Path.of(lines.get(0).substring(9));
    assertTrue(Files.isRegularFile(picture), lines.get(0));
    assertTrue(lines.get(1).contains("PNG, 1024×768"), lines.get(1));
    assertTrue(ran.out().contains("cost     $0.0"), ran.out());
    assertTrue(ran.out().contains("the reported usage × the price of each token"), ran.out());
    assertTrue(ran.out().contains("image output tokens  at $30.00 per million"), ran.out());
    assertTrue(ran.out().lines().anyMatch(line -> line.matches("took     \\d.*s")), ran.out());
    String entry = lines.getLast();
    assertTrue(entry.matches("entry    [0-9a-f]{6}  [0-9a-f-]{36}"), entry);
    assertEquals("", ran.err());
  }

  @Test
  void answersWithOneDocumentThatTheLogRepeats() {
    JsonNode made = desk.easel("generate", "--sandbox", "a boat", "--json").json();
    String id = made.get("log_entry").get("id").asString();

    assertTrue(made.get("success").asBoolean());
    assertTrue(Files.exists(Path.of(made.get("images").get(0).get("file").asString())));
    assertEquals(made.get("log_entry"), desk.easel("show", "--sandbox", id, "--json").json());
    JsonNode logged = desk.easel("log", "--sandbox", "--json").json();
    assertEquals(1, logged.get("count").asInt());
    assertEquals(made.get("log_entry"), logged.get("logs").get(0));
  }

  @Test
  void showsOnATerminalHowLongItTakesAndUsuallyTookAndClearsTheLine() {
    desk.easel("generate", "--sandbox", "a boat");

    Ran ran = desk.atTerminal(80).easel("generate", "--sandbox", "a boat", "--latency", "1s");

    assertEquals(0, ran.exitCode(), ran.err());
    assertTrue(ran.err().contains(" gpt-image-2 · 0 s"), ran.err());
    assertTrue(ran.err().contains(", usually "), ran.err());
    assertTrue(ran.err().endsWith("\r\u001b[K"), ran.err());
  }

  @Test
  void playsInALogOfItsOwn() {
    desk.easel("generate", "--sandbox", "a boat");

    assertEquals(0, desk.easel("log", "--json").json().get("count").asInt());
  }

  @Test
  void sendsNothingWithoutAKeyAndLeavesNoEntry() {
    Ran ran = desk.easel("generate", "a boat");

    assertEquals(2, ran.exitCode());
    assertTrue(
        ran.err().contains("set OPENAI_API_KEY, or play for free with --sandbox"), ran.err());
    assertEquals(0, desk.easel("log", "--json").json().get("count").asInt());
  }

  @Test
  void writesToTheFileThatIsNamedAndNumbersSeveral() throws IOException {
    Ran one = desk.easel("generate", "--sandbox", "a boat", "-o", "boat.png");
    Ran two = desk.easel("generate", "--sandbox", "a boat", "-n", "2", "-o", "two.png");

    assertEquals(0, one.exitCode(), one.err());
    assertTrue(one.out().contains(directory.resolve("boat.png").toString()), one.out());
    assertEquals(ImageFormat.PNG, format("boat.png"));
    assertEquals(0, two.exitCode(), two.err());
    assertEquals(ImageFormat.PNG, format("two-1.png"));
    assertEquals(ImageFormat.PNG, format("two-2.png"));
    assertFalse(Files.exists(directory.resolve("two.png")));
  }

  @Test
  void namesFilesInADirectoryByTheEntry() {
    JsonNode made = desk.easel("generate", "--sandbox", "a boat", "-o", "new/", "--json").json();

    String id = made.get("log_entry").get("id").asString();
    assertTrue(Files.exists(directory.resolve("new").resolve(id + ".png")));
  }

  @Test
  void refusesToOverwriteBeforeAnythingIsSent() throws IOException {
    Files.writeString(directory.resolve("boat.png"), "precious");

    Ran refused = desk.easel("generate", "--sandbox", "a boat", "-o", "boat.png");
    assertEquals(2, refused.exitCode());
    assertEquals("precious", Files.readString(directory.resolve("boat.png")));
    assertEquals(0, desk.easel("log", "--sandbox", "--json").json().get("count").asInt());

    assertEquals(
        0, desk.easel("generate", "--sandbox", "a boat", "-o", "boat.png", "--force").exitCode());
    assertEquals(ImageFormat.PNG, format("boat.png"));
  }

  @Test
  void aLinkIsNotReplacedEvenByForce() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link.png"), Path.of("nowhere.png"));
    Ran refused = desk.easel("generate", "--sandbox", "a boat", "-o", "link.png", "--force");
    assertEquals(2, refused.exitCode());
    assertTrue(Files.isSymbolicLink(link));
  }

  @Test
  void tellsWhenTheNameClaimsAnotherFormat() {
    Ran ran = desk.easel("generate", "--sandbox", "a boat", "-o", "boat.jpg");

    assertEquals(0, ran.exitCode());
    assertTrue(ran.err().contains("boat.jpg holds a PNG"), ran.err());
  }

  @Test
  void whatCouldNotBeStoredIsNotPaidFor() throws IOException {
    Files.createDirectories(desk.data().resolve("sandbox"));
    Files.writeString(desk.data().resolve("sandbox/pictures"), "a file in the way");

    Ran ran = desk.easel("generate", "--sandbox", "a boat", "--json");

    assertEquals(7, ran.exitCode(), ran.err());
    assertTrue(ran.out().contains("nothing was sent"), ran.out());
    assertEquals(0, desk.easel("log", "--sandbox", "--json").json().get("count").asInt());
  }

  @Test
  void givesAPaidPictureAPlaceWhenItCannotBeStored() throws Exception {
    Ran ran = blockedMeanwhile("generate", "--sandbox", "a boat");

    assertEquals(0, ran.exitCode(), ran.err());
    assertTrue(ran.err().contains("could not be stored"), ran.err());
    Path place = Path.of(ran.out().lines().findFirst().orElse("").substring(9));
    assertEquals(ImageFormat.PNG, ImageFormat.recognise(Files.readAllBytes(place)).orElseThrow());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
    Files.delete(place);
  }

  @Test
  void writesAPaidPictureWhereItIsAskedForWhenItCannotBeStored() throws Exception {
    Ran ran = blockedMeanwhile("generate", "--sandbox", "a boat", "-o", "boat.png", "--json");

    assertEquals(0, ran.exitCode(), ran.err());
    assertEquals(ImageFormat.PNG, format("boat.png"));
    assertEquals(
        directory.resolve("boat.png").toString(),
        ran.json().get("images").get(0).get("file").asString());
    assertTrue(ran.json().get("warnings").get(0).asString().contains("could not be stored"));
  }

  @Test
  void tellsOfAFailureThatItsEndCouldNotBeWritten() throws Exception {
    Ran ran =
        meanwhile(this::removeLog, "generate", "--sandbox", "a boat", "--fault", "server-error");

    assertEquals(6, ran.exitCode(), ran.err());
    assertTrue(ran.err().contains("the entry could not be finished"), ran.err());
    assertTrue(ran.err().lines().toList().getLast().contains("status 500"), ran.err());
  }

  @Test
  void tellsProgramsOfAFailureThatItsEndCouldNotBeWritten() throws Exception {
    Ran ran =
        meanwhile(
            this::removeLog, "generate", "--sandbox", "a boat", "--fault", "overload", "--json");

    assertEquals(3, ran.exitCode(), ran.err());
    assertEquals("server_is_overloaded", ran.json().get("code").asString());
    assertEquals(1, ran.json().get("warnings").size(), ran.out());
    String warning = ran.json().get("warnings").get(0).asString();
    assertTrue(warning.contains("the entry could not be finished"), warning);
  }

  @Test
  void anEntryThatIsLeftUnknownIsNotCalledSettled() throws Exception {
    Ran ran = meanwhile(this::removeLog, "generate", "--sandbox", "a boat", "--json");

    assertEquals(0, ran.exitCode(), ran.err());
    assertEquals("unknown", ran.json().get("log_entry").get("state").asString(), ran.out());
    String warnings = ran.json().get("warnings").toString();
    assertTrue(warnings.contains("has to be settled by hand"), warnings);
    assertTrue(warnings.contains("--charged --usd 0.0"), warnings);
  }

  private void removeLog() throws IOException {
    Files.delete(desk.data().resolve("sandbox/easel.db"));
  }

  private Ran blockedMeanwhile(String... arguments) throws Exception {
    return meanwhile(this::blockPictures, arguments);
  }

  private void blockPictures() throws IOException {
    Files.delete(desk.data().resolve("sandbox/pictures"));
    Files.writeString(desk.data().resolve("sandbox/pictures"), "a file in the way");
  }

  @FunctionalInterface
  private interface Mishap {
    void happen() throws IOException;
  }

  /// A command during which something happens once its request is sent.
  private Ran meanwhile(Mishap mishap, String... arguments) throws Exception {
    String[] slow =
        Stream.of(arguments, new String[] {"--latency", "2s"})
            .flatMap(Stream::of)
            .toArray(String[]::new);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Ran> running = threads.submit(() -> desk.easel(slow));
      while (!running.isDone()
          && !desk.easel("log", "--sandbox", "state:reserved", "--json")
              .out()
              .contains("\"count\":1")) {
        Thread.sleep(20);
      }
      mishap.happen();
      return running.get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void readsThePromptFromStandardInputAndFromAFile() throws IOException {
    Files.writeString(directory.resolve("words.txt"), "from a file\n");

    desk.typing("from a pipe\n").easel("generate", "--sandbox");
    desk.typing("from a dash\n").easel("generate", "--sandbox", "-");
    desk.easel("generate", "--sandbox", "--prompt-file", "words.txt");

    JsonNode logs = desk.easel("log", "--sandbox", "--json").json().get("logs");
    assertEquals("from a file", logs.get(0).get("prompt").asString());
    assertEquals("from a dash", logs.get(1).get("prompt").asString());
    assertEquals("from a pipe", logs.get(2).get("prompt").asString());
  }

  @Test
  void otherParametersTravelAsJsonOrText() {
    JsonNode entry =
        desk.easel(
                "generate",
                "--sandbox",
                "a boat",
                "--json",
                "--seed",
                "7",
                "--param",
                "user=anna",
                "-p",
                "deep={\"a\":[1,2.50]}",
                "-p",
                "flag=true")
            .json()
            .get("log_entry");

    JsonNode asked = entry.get("parameters");
    assertEquals(7, asked.get("seed").asInt());
    assertEquals("anna", asked.get("user").asString());
    assertEquals("2.5", asked.get("deep").get("a").get(1).asString());
    assertTrue(asked.get("flag").asBoolean());
  }

  @Test
  void editsPicturesAndNotesThemInTheLog() {
    desk.easel("generate", "--sandbox", "a house", "-o", "house.png");
    Ran ran = desk.easel("edit", "--sandbox", "make it snow", "house.png", "--json");

    assertEquals(0, ran.exitCode(), ran.out());
    JsonNode entry = ran.json().get("log_entry");
    assertEquals("edit", entry.get("operation").asString());
    assertEquals("make it snow", entry.get("prompt").asString());
    assertEquals("house.png", entry.get("inputs").get(0).get("name").asString());
  }

  @Test
  void refusesToEditWhatIsNoPicture() throws IOException {
    Files.writeString(directory.resolve("words.txt"), "no picture");

    assertEquals(2, desk.easel("edit", "--sandbox", "make it snow").exitCode());
    assertEquals(2, desk.easel("edit", "--sandbox", "make it snow", "gone.png").exitCode());
    Ran ran = desk.easel("edit", "--sandbox", "make it snow", "words.txt");
    assertEquals(2, ran.exitCode());
    assertTrue(ran.err().contains("is no picture that Easel knows"), ran.err());
  }

  @Test
  void answersTheSameKeyWithTheSamePictureAndRefusesAnotherRequestUnderIt() {
    Ran first = desk.easel("generate", "--sandbox", "a boat", "--key", "k1", "--json");
    Ran again = desk.easel("generate", "--sandbox", "a boat", "--key", "k1", "--json");
    Ran other = desk.easel("generate", "--sandbox", "a ship", "--key", "k1");

    assertTrue(again.json().get("replayed").asBoolean());
    assertEquals(first.json().get("log_entry"), again.json().get("log_entry"));
    assertEquals(5, other.exitCode());
    assertTrue(other.err().contains("this key was used for another request"), other.err());
  }

  @ParameterizedTest
  @CsvSource({
    "moderation, 3, moderation_blocked, released",
    "moderation-output, 6, moderation_blocked, unknown",
    "invalid-key, 3, invalid_api_key, released",
    "overload, 3, server_is_overloaded, released",
    "rate-limit, 3, rate_limit_exceeded, released",
    "quota, 3, insufficient_quota, released",
    "server-error, 6, server_error, unknown",
    "broken, 6, connection_broken, unknown",
    "truncated, 6, unreadable_answer, unknown",
    "wrong-type, 6, unreadable_answer, unknown",
    "no-picture, 6, unreadable_answer, unknown",
    "oversize, 6, oversize_answer, unknown",
  })
  void endsWithTheExitCodeOfWhatBecameOfTheMoney(
      String fault, int exitCode, String code, String state) {
    Ran ran = desk.easel("generate", "--sandbox", "a boat", "--fault", fault, "--json");

    assertEquals(exitCode, ran.exitCode(), ran.out());
    assertFalse(ran.json().get("success").asBoolean());
    String id = ran.json().get("id").asString();
    JsonNode entry = desk.easel("show", "--sandbox", id, "--json").json();
    assertEquals(state, entry.get("state").asString());
    assertEquals(code, ran.json().get("code").asString(), ran.out());
    assertEquals(code, entry.get("code").asString());
    boolean released = state.equals("released");
    assertEquals(released ? "0" : "", entry.get("cost_estimate_usd").asString(""));
    assertEquals(released, entry.get("at_risk_usd").isNull());
  }

  @Test
  void triesAgainWhatIsCertainNotToCostAndNotesTheAttempt() {
    Ran ran = desk.easel("generate", "--sandbox", "a boat", "--fault", "overload:1", "--json");

    assertEquals(0, ran.exitCode(), ran.out());
    assertEquals(2, ran.json().get("log_entry").get("attempts").size());
  }

  @Test
  void stopsAtABudgetBeforeAnythingIsSent() {
    desk.with("OPENAI_API_KEY", "sk-test-secret-key")
        .with("OPENAI_BASE_URL", "http://127.0.0.1:9/v1");

    Ran ran = desk.easel("generate", "a boat", "--set", "budget.daily-usd=0.01");

    assertEquals(4, ran.exitCode(), ran.err());
    assertTrue(ran.err().contains("daily budget of $0.01"), ran.err());
  }

  @Test
  void saysWhatToDoWhenTheProviderIsNotThereAndNeverTheKey() {
    desk.with("OPENAI_API_KEY", "sk-test-secret-key")
        .with("OPENAI_BASE_URL", "http://127.0.0.1:9/v1");

    Ran ran = desk.easel("generate", "a boat");

    assertEquals(3, ran.exitCode(), ran.err());
    assertTrue(ran.err().contains("nothing was charged"), ran.err());
    assertFalse((ran.err() + ran.out()).contains("secret"));
  }

  @Test
  void refusesWhatTheModelDoesNotTakeAndLeavesAReleasedEntry() {
    Ran ran = desk.easel("generate", "--sandbox", "a boat", "--size", "17x17", "--json");

    assertEquals(2, ran.exitCode());
    assertEquals("invalid_request", ran.json().get("code").asString());
    String id = ran.json().get("id").asString();
    JsonNode entry = desk.easel("show", "--sandbox", id, "--json").json();
    assertEquals("released", entry.get("state").asString());
  }

  @Test
  void sendsNothingWhenTheLogCannotBeOpened() throws IOException {
    Files.createDirectories(desk.data().resolve("sandbox/easel.db"));

    Ran ran = desk.easel("generate", "--sandbox", "a boat");

    assertEquals(7, ran.exitCode(), ran.err());
  }

  @Test
  void keepsTheSamePictureForTheSameSeed() throws IOException {
    desk.easel("generate", "--sandbox", "a boat", "--seed", "3", "-o", "one.png");
    desk.easel("generate", "--sandbox", "a boat", "--seed", "3", "-o", "other.png");

    assertArrayEquals(
        Files.readAllBytes(directory.resolve("one.png")),
        Files.readAllBytes(directory.resolve("other.png")));
    try (Stream<Path> pictures = Files.list(desk.data().resolve("sandbox/pictures"))) {
      assertEquals(1, pictures.filter(path -> path.toString().endsWith(".png")).count());
    }
  }

  private ImageFormat format(String name) throws IOException {
    return ImageFormat.recognise(Files.readAllBytes(directory.resolve(name))).orElseThrow();
  }
}
