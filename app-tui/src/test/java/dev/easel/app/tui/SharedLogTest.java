package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two servers, processes of their own, and a shell on one log at the same time.
class SharedLogTest {

  private static final Pattern ADDRESS = Pattern.compile("listening on (http://\\S+/) ");
  private static final int PATIENCE_SECONDS = 60;
  private static final int ORDERS = 4;

  @TempDir private Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Process> processes = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
    client.shutdownNow();
  }

  private record Server(Process process, URI address) {}

  private Server serve(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path"))));
    command.addAll(List.of("dev.easel.app.http.ServerMain", "--port=0"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("EASEL_HOME", directory.resolve("data").toString());
    builder.environment().putAll(environment);
    Path printed = Files.createTempFile(directory, "printed", ".txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(printed.toFile()).start();
    processes.add(process);
    return new Server(process, address(process, printed));
  }

  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static URI address(Process process, Path printed) throws Exception {
    for (int look = 0; look < PATIENCE_SECONDS * 20; look++) {
      Matcher matcher = ADDRESS.matcher(Files.readString(printed));
      if (matcher.find()) {
        return URI.create(matcher.group(1));
      }
      assertTrue(process.isAlive(), Files.readString(printed));
      Thread.sleep(50);
    }
    throw new AssertionError(Files.readString(printed));
  }

  private CompletableFuture<String> order(Server server, String prompt) {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/generate"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(order(prompt)))
            .build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(answer -> JsonMapper.shared().readTree(answer.body()))
        .thenApply(answer -> answer.get("log_entry").get("id").asString());
  }

  private Set<String> seenBy(Server server) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/logs?limit=100")).build();
    String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return ids(JsonMapper.shared().readTree(body));
  }

  private static Set<String> ids(JsonNode listing) {
    Set<String> ids = new TreeSet<>();
    listing.get("logs").forEach(entry -> ids.add(entry.get("id").asString()));
    return ids;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void allSeeWhatEachWritesAndNothingIsLost(String backend) throws Exception {
    Desk desk = desk(Map.of("EASEL_LOG_BACKEND", backend));
    Server first = serve("--sandbox");
    Server second = serve("--sandbox");
    List<CompletableFuture<String>> made = new ArrayList<>();
    try (ExecutorService shell = Executors.newSingleThreadExecutor()) {
      for (int number = 0; number < ORDERS; number++) {
        String prompt = "boat " + number;
        made.add(order(number % 2 == 0 ? first : second, prompt));
        made.add(CompletableFuture.supplyAsync(() -> typed(desk, "of the shell " + prompt), shell));
      }
      made.forEach(CompletableFuture::join);
    }
    Set<String> ids = new TreeSet<>(made.stream().map(CompletableFuture::join).toList());

    assertEquals(2 * ORDERS, ids.size());
    assertEquals(ids, seenBy(first));
    assertEquals(ids, seenBy(second));
    assertEquals(ids, ids(desk.easel("log", "--sandbox", "-n", "100", "--json").json()));
    assertEquals(0, desk.easel("verify", "--sandbox").exitCode());
  }

  private static String typed(Desk desk, String prompt) {
    Ran ran =
        desk.easel(
            "generate", "--sandbox", prompt, "--model", "dall-e-2", "--size", "256x256", "--json");
    assertEquals(0, ran.exitCode(), ran.err() + ran.out());
    return ran.json().get("log_entry").get("id").asString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void whatAKilledServerHadSentIsUnknownOnceTheShellLooks(String backend) throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String provider = "http://127.0.0.1:%d/v1".formatted(silent.getLocalPort());
      Desk desk =
          desk(
              Map.of(
                  "EASEL_LOG_BACKEND", backend,
                  "OPENAI_BASE_URL", provider,
                  "OPENAI_API_KEY", "sk-test"));
      Server killed = serve();
      Server living = serve();
      CompletableFuture<String> lost = order(killed, "lost");
      CompletableFuture<String> held = order(living, "held");
      awaitReserved(desk, 2);

      killed.process().destroyForcibly().waitFor();

      JsonNode unknown = desk.easel("log", "state:unknown", "--json").json();
      assertEquals(1, unknown.get("count").asInt(), unknown.toString());
      assertEquals("lost", unknown.get("logs").get(0).get("prompt").asString());
      assertEquals("process_died", unknown.get("logs").get(0).get("code").asString());
      assertEquals(1, desk.easel("log", "state:reserved", "--json").json().get("count").asInt());
      assertEquals(2, seenBy(living).size());
      assertTrue(lost.handle((_, failed) -> failed != null).join());
      assertFalse(held.isDone());
    }
  }

  private static void awaitReserved(Desk desk, int count) throws InterruptedException {
    JsonNode reserved = desk.easel("log", "state:reserved", "--json").json();
    for (int look = 0; look < PATIENCE_SECONDS * 20 && !sent(reserved, count); look++) {
      Thread.sleep(50);
      reserved = desk.easel("log", "state:reserved", "--json").json();
    }
    assertTrue(sent(reserved, count), reserved.toString());
  }

  /// Whether so many entries are reserved and none of them waits.
  private static boolean sent(JsonNode reserved, int count) {
    int sent = 0;
    for (JsonNode entry : reserved.get("logs")) {
      sent += entry.get("code").isNull() ? 1 : 0;
    }
    return sent == count;
  }

  /// A shell in the environment in which the servers start too.
  private Desk desk(Map<String, String> variables) {
    environment.putAll(variables);
    Desk desk = new Desk(directory);
    variables.forEach(desk::with);
    return desk;
  }

  private static String order(String prompt) {
    return "{\"prompt\":\"%s\",\"model\":\"dall-e-2\",\"size\":\"256x256\"}".formatted(prompt);
  }
}
