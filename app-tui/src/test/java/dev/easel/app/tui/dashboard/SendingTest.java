package dev.easel.app.tui.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.TerminalMain;
import dev.easel.app.tui.command.Wiring;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Slot;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.app.tui.screen.Input;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.screen.Size;
import dev.easel.config.Configuration;
import dev.easel.config.Settings;
import dev.easel.domain.image.Operation;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.StoredPicture;
import dev.easel.domain.usecase.Studio;
import dev.easel.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Making pictures from the dashboard, with a sandbox behind it and a log on disk.
final class SendingTest {

  private static final Size SIZE = new Size(100, 40);

  @TempDir Path directory;
  private Wiring.Sandbox sandbox;
  private Settings settings;
  private GenerationLog log;
  private PictureStore pictures;
  private Studio studio;

  @BeforeEach
  void open() throws IOException {
    Wiring wiring = TerminalMain.wiring();
    Wiring.Catalogue catalogue = wiring.catalogue(null);
    sandbox = wiring.sandbox(new Wiring.SandboxWish(0, "200ms", List.of()), catalogue);
    Map<String, String> environment = Map.of("EASEL_HOME", directory.toString());
    settings =
        Configuration.load(new Configuration.Sources(environment, directory, directory, Map.of()))
            .forSandbox(sandbox.baseUrl());
    log = wiring.log(settings.log());
    pictures = wiring.pictures(settings.pictureDirectory());
    studio = wiring.studio(settings, catalogue, log, pictures);
  }

  @AfterEach
  void close() {
    sandbox.close();
    log.close();
  }

  private Sitting sitting() {
    return sitting(true);
  }

  private Sitting sitting(boolean promptKept) {
    World.House house =
        new World.House(
            log.zone(),
            "openai",
            sandbox.baseUrl().toString(),
            true,
            null,
            studio.catalog().cards(),
            settings.defaults(),
            promptKept);
    return Sitting.at(studio, house, Platform.time(), directory, SIZE).press("2");
  }

  private List<Entry> entries() {
    return studio.browseLog().page("", 50, null).entries();
  }

  private static Sitting focused(Sitting sitting, Slot slot) {
    while (shown(sitting).focus() != slot) {
      sitting.press("tab");
    }
    return sitting;
  }

  private static Layer.Form shown(Sitting sitting) {
    return sitting.state().layers().highest(Layer.Form.class).orElseThrow();
  }

  private static Sitting made(Sitting sitting, String prompt) {
    return sitting.press("n").paste(prompt).press("ctrl-g", "R");
  }

  private Path kept() {
    return directory.resolve("new-request.properties");
  }

  @Test
  void makesAPictureAndBooksIt() {
    Sitting sitting = sitting().press("n").paste("a red boat");
    focused(sitting, Slot.QUALITY).type("l").press("ctrl-g");
    Entry entry = entries().getFirst();
    assertEquals(EntryState.SETTLED, entry.state());
    assertEquals("a red boat", entry.prompt());
    assertEquals("low", entry.requested().text("quality").orElseThrow());
    assertTrue(sitting.state().layers().top().isEmpty());
    assertTrue(sitting.state().jobs().active().isEmpty());
    assertTrue(sitting.text().contains("#" + entry.id().shortForm() + " done"), sitting.text());
    String path = pictures.find(picture(entry)).orElseThrow().path();
    assertTrue(Files.exists(Path.of(path)), path);
  }

  private static String picture(Entry entry) {
    return entry.images().stream()
        .map(StoredPicture::sha256)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void makesSeveralAtOnce() {
    Sitting sitting = sitting();
    for (int number = 1; number <= 3; number++) {
      begin(sitting, "n");
      sitting.begin(new Event.Came(new Input.Pasted(" and " + number)));
      begin(sitting, "ctrl-g");
      long sent = number;
      sitting.until(state -> state.jobs().started() == sent);
    }
    assertEquals(3, sitting.state().jobs().active().size());
    sitting.until(state -> state.jobs().active().isEmpty());
    assertEquals(
        List.of("and 1", "and 1 and 2", "and 1 and 2 and 3"),
        entries().stream().map(Entry::prompt).sorted().toList());
  }

  private static void begin(Sitting sitting, String key) {
    sitting.begin(new Event.Came(new Input.Pressed(new KeyPress(key))));
  }

  @Test
  void beginsTheNextSittingWithWhatWasSentLast() throws IOException {
    Sitting sitting = sitting().press("n").paste("a red boat\nat sea");
    focused(sitting, Slot.SIZE).press("right", "ctrl-g");
    until(() -> Files.exists(kept()));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept())));
    Sitting next = sitting().press("n");
    assertEquals("a red boat\nat sea", shown(next).draft().text(Slot.PROMPT));
    assertEquals("1536x1024", shown(next).draft().text(Slot.SIZE));
    try (var files = Files.list(directory)) {
      assertTrue(files.noneMatch(file -> file.toString().endsWith(".tmp")));
    }
  }

  private static void until(BooleanSupplier reached) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!reached.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it did not come");
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void keepsNoPromptThatTheLogMustNotHold() throws IOException {
    Sitting sitting = sitting().press("n").paste("a secret boat");
    focused(sitting, Slot.KEPT).press("left");
    focused(sitting, Slot.QUALITY).type("l").press("ctrl-g");
    assertTrue(entries().getFirst().promptWithheld());
    until(() -> Files.exists(kept()));
    String file = Files.readString(kept());
    assertFalse(file.contains("secret"), file);
    assertTrue(file.contains("low"), file);
    sitting.press("n");
    assertEquals("", shown(sitting).draft().text(Slot.PROMPT));
    assertTrue(sitting.text().contains("Log prompt ‹ yes ›"), sitting.text());
    sitting.press("escape", "R", "r");
    assertTrue(sitting.text().contains("its prompt was kept out of the log"), sitting.text());
    sitting.press("e");
    assertTrue(sitting.state().layers().top().isEmpty());
  }

  @Test
  void keepsNoPromptWhereTheConfigurationSaysSo() {
    Sitting sitting = sitting(false).press("n").paste("a boat");
    assertTrue(sitting.text().contains("Log prompt ‹ no ›"), sitting.text());
    sitting.press("ctrl-g");
    assertTrue(entries().getFirst().promptWithheld());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "easel.new-request=\\uZZZZ",
        "easel.new-request=2\nprompt=later",
        "prompt=not ours",
        "easel.new-request=1\nprompt=a\\u001b[31m",
        "{\"a\": 1}",
        "\u00ff\u00fe\u0000",
      })
  void takesADamagedOrForeignFileForNone(String content) throws IOException {
    Files.write(kept(), content.getBytes(StandardCharsets.ISO_8859_1));
    Sitting sitting = sitting().press("n");
    assertEquals("", shown(sitting).draft().text(Slot.PROMPT));
    made(sitting.press("escape"), "a boat");
    until(() -> read(kept()).contains("a boat"));
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }

  @Test
  void followsNoLinkToAnotherFile() throws IOException {
    Path other = Files.writeString(directory.resolve("other"), "easel.new-request=1\nprompt=x");
    Files.createSymbolicLink(kept(), other);
    assertEquals("", shown(sitting().press("n")).draft().text(Slot.PROMPT));
  }

  @Test
  void runsAgainWithTheSameParametersAfterAQuestion() {
    Sitting sitting = sitting().press("n").paste("a red boat");
    focused(sitting, Slot.FORMAT).type("j").press("ctrl-g", "R", "r");
    assertTrue(sitting.text().contains("again?"), sitting.text());
    assertTrue(sitting.text().contains("in the sandbox nothing is charged"), sitting.text());
    assertEquals(1, entries().size());
    assertEquals(1, entries(sitting.press("escape")).size());
    sitting.press("r", "enter");
    assertEquals(2, entries().size());
    assertEquals(entries().get(1).requested(), entries().get(0).requested());
    assertEquals(entries().get(1).prompt(), entries().get(0).prompt());
  }

  private List<Entry> entries(Sitting after) {
    assertTrue(after.state().layers().top().isEmpty());
    return entries();
  }

  @Test
  void opensAnEntryInTheFormAndRunsItChanged() {
    Sitting sitting = sitting().press("n").paste("a red boat");
    focused(sitting, Slot.MORE).paste("user=\"anna b\"");
    focused(sitting, Slot.FORMAT).type("w");
    focused(sitting, Slot.COMPRESSION).paste("80").press("ctrl-g");
    sitting.press("n", "ctrl-r", "escape", "R", "e");
    assertEquals("a red boat", shown(sitting).draft().text(Slot.PROMPT));
    sitting.paste(" at sea").press("ctrl-g");
    assertEquals("a red boat at sea", entries().getFirst().prompt());
    assertEquals(entries().get(1).requested(), entries().get(0).requested());
  }

  @Test
  void editsPicturesAndRunsThatAgainWhileTheyAreThere() {
    Sitting sitting = made(sitting(), "a red boat");
    String path = pictures.find(picture(entries().getFirst())).orElseThrow().path();
    sitting.press("n", "ctrl-r").paste("make it snow");
    focused(sitting, Slot.PICTURES).paste("'" + path + "'").press("ctrl-g", "R");
    Entry edit = entries().getFirst();
    assertEquals(Operation.EDIT, edit.operation());
    assertEquals(EntryState.SETTLED, edit.state());
    sitting.press("g", "r", "enter", "R");
    assertEquals(
        edit.inputs().getFirst().sha256(), entries().getFirst().inputs().getFirst().sha256());
    assertEquals(3, entries().size());
    sitting.press("e");
    assertEquals(path, shown(sitting).draft().text(Slot.PICTURES));
    sitting.press("escape");
    pictures.delete(edit.inputs().getFirst().sha256());
    sitting.press("r");
    assertTrue(sitting.text().contains("Easel does not have 1 picture"), sitting.text());
    assertTrue(sitting.state().layers().top().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere.png", "words.txt", ".", "/dev/zero", "a\u0000b"})
  void saysWhyAPictureCannotBeSent(String path) throws IOException {
    Files.writeString(directory.resolve("words.txt"), "no picture");
    Sitting sitting = sitting().press("n").paste("make it snow");
    focused(sitting, Slot.PICTURES);
    path.codePoints().forEach(point -> sitting.press(KeyPress.of(point).name()));
    assertTrue(sitting.text().contains("✗ Pictures"), sitting.text());
    sitting.press("ctrl-g");
    assertTrue(sitting.text().contains("nothing is sent: "), sitting.text());
    assertEquals(0, entries().size());
  }

  @Test
  void sendsWhatBreaksTheModelsRulesWhenItsUserInsists() {
    Sitting sitting = sitting().press("n").paste("a boat");
    focused(sitting, Slot.SIZE).paste("100x100").press("ctrl-g");
    assertTrue(sitting.text().contains("Send it all the same?"), sitting.text());
    sitting.press("enter");
    assertEquals(EntryState.RELEASED, entries().getFirst().state());
    assertTrue(sitting.state().layers().top().isEmpty());
  }
}
