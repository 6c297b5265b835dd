package dev.easel.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.easel.launcher.Clone.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs the launcher in a clone whose JDK and Maven are scripts that say how they were called.
class LauncherTest {

  @TempDir private Path folder;
  private Clone clone;

  @BeforeEach
  void makeClone() throws IOException {
    clone = Clone.in(folder.resolve("a clone"));
  }

  @Test
  void theFirstStartBuildsAndTheNextDoesNot() throws Exception {
    Run first = clone.easel("models");
    Run second = clone.easel("models");

    assertEquals(1, clone.builds());
    assertTrue(first.errors().startsWith("easel: building, as this is the first start"));
    assertEquals("", second.errors());
    assertEquals(first.output(), second.output());
  }

  @Test
  void buildsAgainAfterASourceHasChanged() throws Exception {
    clone.easel("models");
    clone.touchLater("domain/src/main/java/Money.java");

    Run run = clone.easel("models");

    assertEquals(2, clone.builds());
    assertEquals("easel: building, as the sources have changed\n", run.errors());
  }

  @Test
  void buildsAgainAfterASourceIsGone() throws Exception {
    clone.easel("models");
    Files.delete(clone.home().resolve("domain/src/main/java/Money.java"));

    clone.easel("models");

    assertEquals(2, clone.builds());
  }

  @Test
  void handsArgumentsOnAsTheyAre() throws Exception {
    Run run = clone.easel("generate", "größe, 漢 and  two spaces", "-o", "*", "");

    assertEquals(
        List.of("easel-tui.jar", "generate", "größe, 漢 and  two spaces", "-o", "*", ""),
        run.started());
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "xx_XX.UTF-8"})
  void javaReadsUtf8UnderALocaleThatHasNone(String locale) throws Exception {
    clone.environment().put("LC_ALL", locale);

    assertTrue(clone.easel("models").locale().endsWith(".UTF-8"));
    assertNotEquals(locale, clone.easel("models").locale());
  }

  @Test
  void anotherEncodingIsLeftAlone() throws Exception {
    clone.environment().put("LC_ALL", "de_DE.ISO-8859-1");

    assertEquals("de_DE.ISO-8859-1", clone.easel("models").locale());
  }

  @Test
  void serveIsTheServers() throws Exception {
    assertEquals(
        List.of("easel-http.jar", "--sandbox", "--server-port=0", "serve"),
        clone.easel("--sandbox", "serve", "--server-port=0", "serve").started());
  }

  @Test
  void helpForServeIsTheShells() throws Exception {
    assertEquals(
        List.of("easel-tui.jar", "serve", "--help"), clone.easel("serve", "--help").started());
  }

  @Test
  void aLaterWordServeIsAnArgument() throws Exception {
    assertEquals(
        List.of("easel-tui.jar", "generate", "serve"), clone.easel("generate", "serve").started());
  }

  @Test
  void noArgumentsAtAllAreFine() throws Exception {
    assertEquals(List.of("easel-tui.jar"), clone.easel().started());
  }

  @Test
  void worksThroughALinkFromAnotherFolder() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(elsewhere.resolve("first"), clone.home().resolve("easel"));
    Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("first"));

    Run run = clone.run(elsewhere, elsewhere.resolve("second").toString(), "models");

    assertEquals(List.of("easel-tui.jar", "models"), run.started());
    assertEquals(elsewhere.toRealPath().toString(), run.workingDirectory());
  }

  @Test
  void aBrokenBuildShowsItsErrorsAndStartsNothing() throws Exception {
    clone.breakBuild("Money.java:[7,3] ';' expected");

    Run run = clone.easel("models");

    assertEquals(70, run.exitCode());
    assertEquals("", run.output());
    assertTrue(run.errors().contains("[ERROR] Money.java:[7,3] ';' expected\n"));
    assertFalse(run.errors().contains("To see the full stack trace"));
    assertTrue(run.errors().endsWith(".easel-build/build.log\n"));
  }

  @Test
  void theNextStartAfterABrokenBuildTriesAgain() throws Exception {
    clone.breakBuild("no");
    clone.easel("models");
    clone.mendBuild();

    assertEquals(List.of("easel-tui.jar", "models"), clone.easel("models").started());
  }

  @Test
  void passesThroughTheExitCode() throws Exception {
    assertEquals(4, clone.easel("exit-with-4").exitCode());
  }

  @Test
  void aSignalToTheLauncherReachesTheServer() throws Exception {
    clone.easel("models");
    Process process = clone.start("serve", "wait-for-term");
    assertEquals("waiting", process.inputReader().readLine());

    process.destroy();

    assertEquals(43, process.waitFor());
  }

  @Test
  void clearsTheLockOfADeadStart() throws Exception {
    clone.lockFor(Long.toString(deadProcess()));

    assertEquals(List.of("easel-tui.jar", "models"), clone.easel("models").started());
  }

  @Test
  void waitsForAStartWhoseMavenHasEnded() throws Exception {
    Process server = clone.start("serve", "wait-for-term");
    assertEquals("waiting", server.inputReader().readLine());
    clone.touchLater("domain/src/main/java/Money.java");
    clone.lockFor(server.pid() + " " + deadProcess());

    Process start = clone.start("models");

    assertFalse(start.waitFor(3, TimeUnit.SECONDS));
    server.destroy();
    server.waitFor();
    assertEquals(0, start.waitFor());
    assertEquals(2, clone.builds());
  }

  @Test
  void twoStartsAtOnceBuildOnce() throws Exception {
    Process first = clone.start("models");
    Process second = clone.start("models");

    assertEquals(0, first.waitFor());
    assertEquals(0, second.waitFor());
    assertEquals(1, clone.builds());
  }

  @Test
  void aRunningServerKeepsTheJarsItStartedFrom() throws Exception {
    Path jar = clone.easel("serve").jar();

    assertNotEquals(jar, rebuilt());
    assertTrue(Files.exists(jar));
  }

  @Test
  void aBuildStaysThroughAnyNumberOfOthersWhileAProcessRunsFromIt() throws Exception {
    Path jar = clone.easel("serve").jar();
    Process server = clone.start("serve", "wait-for-term");
    assertEquals("waiting", server.inputReader().readLine());
    Path between = rebuilt();
    rebuilt();
    rebuilt();
    assertTrue(Files.exists(jar));
    assertFalse(Files.exists(between));

    server.destroy();
    server.waitFor();
    rebuilt();

    assertFalse(Files.exists(jar));
  }

  /// The jar of a build that a change of the sources made necessary.
  private Path rebuilt() throws Exception {
    clone.touchLater("domain/src/main/java/Money.java");
    return clone.easel("serve").jar();
  }

  @ParameterizedTest
  @ValueSource(strings = {"models", "generate", "sandbox", "convert", "serve"})
  void everyCommandStartsFromAnArchiveOfClassesThatIsMadeOnce(String command) throws Exception {
    Run first = clone.easel(command);
    Run second = clone.easel(command);

    assertTrue(Files.exists(first.archive().orElseThrow()));
    assertEquals(first.archive(), second.archive());
    assertEquals(1, second.trainings().size());
  }

  @Test
  void eachUseHasAnArchiveOfItsOwn() throws Exception {
    assertEquals(clone.easel("models").archive(), clone.easel("convert").archive());
    assertEquals(clone.easel("generate").archive(), clone.easel("edit").archive());
    assertEquals(clone.easel().archive(), clone.easel("--sandbox").archive());
    assertEquals(clone.easel("--help").archive(), clone.easel("generate", "-h").archive());
    assertEquals(
        5,
        Stream.of(
                clone.easel("models"),
                clone.easel("generate"),
                clone.easel(),
                clone.easel("models", "--help"),
                clone.easel("serve"))
            .map(Run::archive)
            .distinct()
            .count());
  }

  @Test
  void looksInTrainingAtALogThatHasAnEntry() throws Exception {
    String training = clone.easel("models").trainings().getFirst();

    assertTrue(training.endsWith("dev.easel.app.tui.TrainingMain commands with log"), training);
  }

  @Test
  void aTrainingThatFailsDoesNoHarmAndIsNotTriedAgain() throws Exception {
    clone.breakTraining();

    Run first = clone.easel("models");
    Run second = clone.easel("models");

    assertEquals(List.of("easel-tui.jar", "models"), first.started());
    assertEquals("", second.errors());
    assertEquals(Optional.empty(), second.archive());
    assertEquals(1, second.trainings().size());
  }

  @Test
  void anotherJdkGetsAnArchiveOfItsOwn() throws Exception {
    Run before = clone.easel("models");
    clone.replaceJdk("25.0.2");

    Run after = clone.easel("models");

    assertNotEquals(before.archive(), after.archive());
    assertEquals(2, after.trainings().size());
  }

  @Test
  void aJdkThatWasReplacedInItsPlaceGetsAnotherArchive() throws Exception {
    clone.easel("models");
    clone.replaceJdk("25.0.1");
    later(clone.jdk().resolve("release"));

    assertEquals(2, clone.easel("models").trainings().size());
    assertEquals(2, clone.easel("models").trainings().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"easel-tui.jar", "lib/domain.jar"})
  void anotherJarGetsAnotherArchive(String jar) throws Exception {
    later(clone.easel("models").jar().resolveSibling(jar));

    assertEquals(2, clone.easel("models").trainings().size());
    assertEquals(2, clone.easel("models").trainings().size());
  }

  private static void later(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
  }

  @Test
  void trainingLeavesNothingBehind() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    clone.environment().put("TMPDIR", temporary.toString());

    Run run = clone.easel("models");

    assertTrue(run.trainings().getFirst().contains("dev.easel.app.tui.TrainingMain commands"));
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aTerminalIsToldWhatAFirstStartWaitsFor() throws Exception {
    Path script = Path.of("/usr/bin/script");
    assumeTrue(Files.isExecutable(script) && Files.isDirectory(Path.of("/proc/self")), "script");
    clone.easel("serve");
    String[] inTerminal = {script.toString(), "-qec", "./easel models", "/dev/null"};

    Run first = clone.run(clone.home(), inTerminal);
    Run second = clone.run(clone.home(), inTerminal);

    assertTrue(
        first.output().matches("(?s)easel: preparing [^\n]*\r\033\\[Kjava\r\n.*"), first.output());
    assertTrue(second.output().startsWith("java"), second.output());
  }

  @Test
  void firstStartsAtOnceAllWork() throws Exception {
    clone.easel("serve");
    List<Process> starts =
        List.of(clone.start("models"), clone.start("models"), clone.start("models"));

    for (Process start : starts) {
      assertTrue(start.inputReader().lines().toList().contains("models"));
      assertEquals(0, start.waitFor());
    }
    Run later = clone.easel("models");
    assertEquals("classes\n", Files.readString(later.archive().orElseThrow()));
    try (Stream<Path> files = Files.list(later.jar().getParent())) {
      assertEquals(2, files.filter(file -> file.toString().contains(".jsa")).count());
    }
  }

  @Test
  void aJdkThatIsTooOldIsPassedOver() throws Exception {
    clone.makeJdkOlder();

    assertFalse(clone.easel("models").output().startsWith("java"));
  }

  private static long deadProcess() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }
}
