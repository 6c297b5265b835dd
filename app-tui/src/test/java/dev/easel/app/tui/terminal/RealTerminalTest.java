package dev.easel.app.tui.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A program on the display, in a real pseudo-terminal.
class RealTerminalTest {

  private static final String ECHO = EchoProgram.class.getName();

  @TempDir private static Path directory;
  private static Pane pane;

  @BeforeAll
  static void open() throws Exception {
    pane = Pane.open(directory);
  }

  @AfterAll
  static void close() throws Exception {
    if (pane != null) {
      pane.close();
    }
  }

  // Standard input is another than the terminal, which must not matter.
  private static void start() throws Exception {
    pane.resize(60, 14);
    pane.java("", ECHO, "< /dev/null; echo code $?");
    pane.await("ready");
  }

  @Test
  void aWholeSitting() throws Exception {
    start();
    assertTrue(pane.await("ready").startsWith("60x14\nready 漢字 ⚡ é 👩 ok\n"));

    readsKeys();
    readsPastes();
    drawsAnotherSizeWhole();
    isSuspended();
    pane.press("m", "q");

    assertTrue(pane.awaitShell().contains("ended"));
    pane.assertGivenBack();
  }

  private static void readsKeys() throws Exception {
    pane.press("a", "Up", "C-c", "F5", "BTab", "M-x", "C-Up", "C-s", "Escape");
    pane.await("Pressed[key=escape]");
    pane.type("👍");
    String keys = pane.await("👍");

    assertTrue(
        keys.contains(
            """
            Pressed[key=👍]
            Pressed[key=escape]
            Pressed[key=ctrl-s]
            Pressed[key=ctrl-up]
            Pressed[key=alt-x]
            Pressed[key=shift-tab]
            Pressed[key=f5]
            Pressed[key=ctrl-c]
            Pressed[key=up]
            Pressed[key=a]
            """),
        keys);
  }

  private static void readsPastes() throws Exception {
    pane.paste("hello\nq ! 漢");

    pane.await("Pasted[text=hello\\nq ! 漢]");
  }

  private static void drawsAnotherSizeWhole() throws Exception {
    pane.resize(40, 6);
    pane.await(screen -> screen.startsWith("40x6\n"));
    pane.resize(100, 20);

    String large = pane.await(screen -> screen.startsWith("100x20\n"));
    assertTrue(large.contains("Resized[size=100x20]\nResized[size=40x6]\nPasted"), large);
    assertTrue(large.contains("ready 漢字 ⚡ é 👩 ok"), large);
  }

  private static void isSuspended() throws Exception {
    pane.press("C-z");
    assertTrue(pane.awaitShell().contains("Stopped"));
    pane.assertGivenBack();
    pane.resize(50, 10);
    pane.type("clear; until stty size | grep '^10 50$'; do sleep 0.1; done; clear; fg");
    pane.press("Enter");

    String resumed = pane.await("Resumed[size=50x10]");
    assertTrue(resumed.startsWith("50x10\n"), resumed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP"})
  void theTerminalIsGivenBackWhenASignalEndsTheProgram(String signal) throws Exception {
    start();
    new ProcessBuilder("kill", "-" + signal, Long.toString(pane.program().pid())).start().waitFor();

    assertTrue(pane.awaitShell().contains("code 1"));
    pane.assertGivenBack();
  }

  @Test
  void theTerminalIsGivenBackWhenTheProgramFailsAndItsWordsStay() throws Exception {
    start();
    pane.press("e", "!");

    String after = pane.awaitShell();

    assertTrue(after.contains("a warning\nException in thread \"main\""), after);
    assertTrue(after.contains("it failed"), after);
    assertTrue(after.contains("code 1"), after);
    pane.assertGivenBack();
  }

  @Test
  void nothingIsWrittenWhereNobodySees() throws Exception {
    pane.java("", ECHO, "unwatched > out; echo code $?");

    String after = pane.awaitShell();

    assertTrue(after.contains("easel: the dashboard needs a terminal"), after);
    assertTrue(after.contains("code 2"), after);
    assertEquals("", Files.readString(directory.resolve("out")));
    pane.assertGivenBack();
  }

  @Test
  void aTerminalWithoutCursorIsRefused() throws Exception {
    pane.java("env TERM=dumb", ECHO, "; echo code $?");

    assertTrue(pane.awaitShell().contains("this one has none\ncode 2"));
  }

  @Test
  void aProcessWithoutTerminalIsRefused() throws Exception {
    pane.java("setsid -w", ECHO, "> out 2>&1; echo code $?");

    assertTrue(pane.awaitShell().contains("code 2"));
    String said = Files.readString(directory.resolve("out"));
    assertTrue(said.startsWith("easel: the terminal cannot be used: /dev/tty"), said);
  }
}
