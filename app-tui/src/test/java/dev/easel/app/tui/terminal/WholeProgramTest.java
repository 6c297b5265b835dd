package dev.easel.app.tui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Easel itself, as its users start it, in a real pseudo-terminal.
class WholeProgramTest {

  private static final String MAIN = "dev.easel.app.tui.TerminalMain";

  /// A port that nobody listens at.
  private static final String NOBODY = "http://127.0.0.1:1/v1";

  private static final String BEGIN_FRAME = "\u001b[?2026h";
  private static final String END_FRAME = "\u001b[?2026l";
  private static final int MOST_BYTES_OF_A_KEY = 2_500;

  @TempDir private Path directory;
  private Pane pane;

  @BeforeEach
  void open() throws Exception {
    pane = Pane.open(directory);
  }

  @AfterEach
  void close() throws Exception {
    if (pane != null) {
      pane.close();
    }
  }

  /// @param environment further variables, each with its value
  /// @param arguments of Easel, and of the shell
  private void start(String environment, String arguments) throws Exception {
    pane.resize(120, 30);
    pane.java(
        "env -u OPENAI_API_KEY -u OPENAI_BASE_URL LC_ALL=C.UTF-8 EASEL_HOME=%s %s"
            .formatted(directory.resolve("home"), environment),
        MAIN,
        arguments + "; echo code $?");
  }

  private void startPlay() throws Exception {
    start("", "--sandbox");
    pane.await("No requests yet.");
  }

  private void assertLeft(int code) throws Exception {
    assertTrue(pane.awaitShell().contains("code " + code));
    pane.assertGivenBack();
  }

  @Test
  void aWholeSitting() throws Exception {
    Recording recording = pane.record("recording");
    startPlay();

    writesNothingWhileNothingHappensAndOneFrameForAKey(recording);
    makesAPicture();
    clicksAndFilters();
    fitsEverySize();
    isSuspended();
    pane.press("q");

    assertLeft(0);
  }

  private void writesNothingWhileNothingHappensAndOneFrameForAKey(Recording recording)
      throws Exception {
    recording.untilSilence();
    String written = afterTab(recording, "[2 Requests]");
    String again = written.isEmpty() ? afterTab(recording, "[3 Gallery]") : written;

    assertTrue(again.startsWith(BEGIN_FRAME) && again.endsWith(END_FRAME), again);
    assertEquals(0, again.indexOf(BEGIN_FRAME, 1) + 1, again);
    assertTrue(again.length() < MOST_BYTES_OF_A_KEY, again.length() + " bytes");
    pane.press("1");
  }

  // Nothing when meanwhile the clock went on, for which another frame is due.
  private String afterTab(Recording recording, String shown) throws Exception {
    Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    pane.press("Tab");
    pane.await(shown);
    String written = recording.untilSilence();
    return Instant.now().truncatedTo(ChronoUnit.MINUTES).equals(minute) ? written : "";
  }

  private void makesAPicture() throws Exception {
    pane.press("n");
    pane.await("New request");
    pane.type("a paper boat on a lake");
    pane.await("in the sandbox nothing is charged");
    pane.press("C-g");
    pane.await(screen -> screen.contains("✓ settled") && screen.contains("a paper boat on a lake"));
  }

  private void clicksAndFilters() throws Exception {
    pane.type("\u001b[<0;24;1M"); // a click on the second tab
    pane.await("[2 Requests]");
    pane.press("/");
    pane.type("state:released");
    pane.press("Enter");
    pane.await("No request matches");
    pane.press("Escape");
    pane.await(screen -> screen.contains("no filter") && screen.contains("a paper boat"));
    pane.press("/");
    pane.type("paper");
    pane.press("Enter");
    pane.await(screen -> screen.contains("filter: paper") && screen.contains("1/1"));
  }

  private void fitsEverySize() throws Exception {
    fits(80, 24);
    fits(60, 16);
    pane.resize(50, 10);
    pane.await("Easel needs 60x16, this is 50x10");
    fits(120, 30);
  }

  private void fits(int columns, int rows) throws Exception {
    pane.resize(columns, rows);
    pane.await(screen -> {
      String[] lines = screen.split("\n", -1);
      return lines.length == rows
          && lines[0].startsWith(" Easel   1 Overview [2 Requests]")
          && lines[1].startsWith(" filter: paper")
          && lines[rows - 1].contains("? help");
    });
  }

  private void isSuspended() throws Exception {
    pane.press("C-z");
    assertTrue(pane.awaitShell().contains("Stopped"));
    pane.assertGivenBack();
    pane.type("clear; fg; echo code $?");
    pane.press("Enter");
    pane.await("filter: paper");
  }

  @Test
  void theTerminalIsGivenBackWhenItIsToldToEnd() throws Exception {
    startPlay();
    new ProcessBuilder("kill", "-TERM", Long.toString(pane.program().pid())).start().waitFor();

    assertLeft(0);
  }

  @Test
  void whatWentWrongStaysToBeRead() throws Exception {
    Files.createDirectories(directory.resolve("folder"));
    start("EASEL_LOG_PATH=" + directory.resolve("folder"), "");

    String after = pane.awaitShell();

    assertTrue(after.contains("folder is a directory; let log.path name a file in it"), after);
    assertLeft(7);
  }

  @Test
  void nothingIsWrittenToAnOutputThatIsNoTerminal() throws Exception {
    start("", "--sandbox > out");

    assertTrue(pane.awaitShell().contains("the dashboard needs a terminal"));
    assertLeft(2);
    assertEquals("", Files.readString(directory.resolve("out")));
  }

  @Test
  void aBudgetThatIsUsedUpAndAProviderThatIsNotThereAreToldWithWhatHelps() throws Exception {
    start("OPENAI_API_KEY=key EASEL_BUDGET_DAILY_USD=0.01 OPENAI_BASE_URL=" + NOBODY, "");
    pane.await("No requests yet.");
    send("a boat");
    pane.await("easel budget raise 1 raises it");
    raise();
    send("");

    String failed =
        pane.await(screen ->
            screen.contains("○ offline, R tries again: 127.0.0.1 gave no connection")
                && screen.contains("✗ released"));

    assertTrue(failed.contains("check that it runs, the base URL and the network"), failed);
    pane.press("q");
    assertLeft(0);
  }

  private void raise() throws Exception {
    pane.press("!");
    pane.await("Budgets");
    pane.press("d");
    pane.type("1");
    pane.press("Enter");
    pane.await("higher until it ends");
    pane.press("Escape");
    pane.await("nothing is running");
  }

  @Test
  void aMissingKeyIsToldBeforeAnythingIsTyped() throws Exception {
    start("", "");
    pane.await(screen -> screen.contains("○ no key") && screen.contains("OPENAI_API_KEY"));
    pane.press("n");
    pane.await("✗ no key is configured");
    pane.press("Escape");
    pane.await("No requests yet.");
    pane.press("C-c");

    assertLeft(0);
  }

  private void send(String prompt) throws Exception {
    pane.press("n");
    pane.await("New request");
    pane.type(prompt);
    pane.await("Cost  ");
    pane.press("C-g");
  }
}
