package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Whole processes, for what no thread of this one can show: signals and pipes.
class ProcessTest {

  private static final long PATIENCE_SECONDS = 60;

  @TempDir private Path directory;

  @Test
  void twoInterruptsLeaveAnUnknownEntryAnd130() throws Exception {
    Process process = start("generate", "--sandbox", "slow", "--latency", "30s");
    Desk desk = new Desk(directory);
    awaitReserved(desk, process);

    signal(process, "INT");
    Thread.sleep(300);
    signal(process, "INT");

    assertStopped(desk, process);
  }

  @Test
  void aRequestToTerminateLeavesAnUnknownEntryAnd130() throws Exception {
    Process process = start("generate", "--sandbox", "slow", "--latency", "30s");
    Desk desk = new Desk(directory);
    awaitReserved(desk, process);

    signal(process, "TERM");

    assertStopped(desk, process);
  }

  private static void assertStopped(Desk desk, Process process) throws Exception {
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
    assertEquals(130, process.exitValue(), text(process.getErrorStream()));
    JsonNode entry = desk.easel("log", "--sandbox", "--json").json().get("logs").get(0);
    assertEquals("unknown", entry.get("state").asString());
    assertEquals("stopped", entry.get("code").asString());
  }

  private static void awaitReserved(Desk desk, Process process) throws InterruptedException {
    while (!desk.easel("log", "--sandbox", "state:reserved", "--json")
        .out()
        .contains("\"count\":1")) {
      assertTrue(process.isAlive(), "the command ended by itself");
      Thread.sleep(50);
    }
    Thread.sleep(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "log boat -n 1000", "log boat -n 1000 --json"})
  void aReaderThatGoesAwayIsNoError(String command) throws Exception {
    Path lines = directory.resolve("many.jsonl");
    StringBuilder many = new StringBuilder();
    for (int entry = 0; entry < 2_000; entry++) {
      many.append(
          "{\"timestamp\":\"2026-11-20T10:30:00.%06d\",\"model\":\"dall-e-3\",\"prompt\":\"boat\",\"success\":true,\"cost_estimate_usd\":0.04}\n"
              .formatted(entry));
    }
    Files.writeString(lines, many);
    assertEquals(0, new Desk(directory).easel("import", "many.jsonl").exitCode());

    Process process = start(command.split(" "));
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      char[] some = new char[20];
      assertEquals(some.length, reader.read(some));
    }

    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
    assertEquals("", text(process.getErrorStream()));
    assertEquals(0, process.exitValue());
  }

  @Test
  void theSandboxAnswersUntilItIsInterrupted() throws Exception {
    Process process = start("sandbox", "--port", "0");
    String first = process.inputReader(StandardCharsets.UTF_8).readLine();
    String baseUrl = first.substring(0, first.indexOf(' '));

    URLConnection connection = URI.create(baseUrl + "/models").toURL().openConnection();
    connection.setRequestProperty("Authorization", "Bearer sk-sandbox");
    try (InputStream models = connection.getInputStream()) {
      assertTrue(new String(models.readAllBytes(), StandardCharsets.UTF_8).contains("gpt-image-2"));
    }
    signal(process, "INT");

    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
    assertEquals(130, process.exitValue());
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "dev.easel.app.tui.TerminalMain"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("EASEL_HOME", directory.resolve("data").toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.start();
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void signal(Process process, String name)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
