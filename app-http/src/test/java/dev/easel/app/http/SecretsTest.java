package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.easel.app.http.Router.Route;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.ledger.SamplePictures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What a provider that repeats the key everywhere, and whoever writes prompts, can put into the
/// files, the answers and the log of a server that runs.
final class SecretsTest {

  private static final String KEY = TestServer.KEY;
  private static final String TELLING = KEY.substring(4, 16);
  private static final String TOKEN = "token-canary-5b81e0f3";

  @TempDir private Path directory;

  /// A provider that answers each call with the next of its answers.
  private static final class Parrot implements AutoCloseable {

    /// An answer, in which `KEY` stands for the key.
    record Answer(int status, String type, String body) {}

    private final List<Answer> answers = new ArrayList<>();
    private final HttpServer http;
    private int calls;

    Parrot() throws IOException {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.createContext("/", this::answer);
      http.start();
    }

    void says(int status, String type, String body) {
      answers.add(new Answer(status, type, body));
    }

    void refuses(String message) {
      Fields error = Fields.NONE.with("message", message).with("code", "invalid_api_key");
      says(401, "application/json", Json.write(Fields.NONE.with("error", error)));
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        exchange.getRequestBody().readAllBytes();
        Answer answer = answers.get(calls++);
        byte[] body = answer.body().replace("KEY", KEY).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.getResponseHeaders().set("X-Request-Id", "req-" + KEY);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/v1");
    }

    @Override
    public void close() {
      http.stop(0);
    }
  }

  private static Parrot parrot() throws IOException {
    Parrot parrot = new Parrot();
    parrot.refuses("Incorrect API key provided: KEY.");
    parrot.refuses("Bearer KEY is not welcome, nor is bearer\tKEY");
    parrot.refuses("a key that begins with " + KEY.substring(0, 14));
    parrot.refuses("a key that ends with " + KEY.substring(6));
    parrot.refuses("{\"Authorization\":\"Bearer KEY\"}");
    parrot.refuses("K\u200bE".replace("KE", KEY) + " KEY\u0000KEY");
    parrot.says(500, "text/html", "<html><body title=KEY>Sorry, KEY<!-- KEY --></body></html>");
    parrot.says(401, "text/plain", "KEY".repeat(400));
    parrot.says(
        400,
        "application/json",
        """
        {"error":{"message":"no","code":"KEY","type":"KEY","param":"KEY",
         "moderation_details":{"moderation_stage":"KEY","categories":["KEY"]}}}\
        """);
    parrot.says(302, "text/plain", "KEY");
    parrot.says(200, "application/json", "{\"data\":[{\"b64_json\":\"KEY\"}],\"KEY\":\"KEY\"}");
    parrot.says(200, "application/json", "{\"created\":1,\"data\":\"KEY");
    String picture = Base64.getEncoder().encodeToString(SamplePictures.twoColours("png", 64, 64));
    parrot.says(
        200,
        "application/json",
        """
        {"created":1,"size":"KEY","quality":"KEY","background":"KEY","output_format":"KEY",
         "usage":{"input_tokens":3,"output_tokens":5,"total_tokens":8,"KEY":"KEY",
          "input_tokens_details":{"text_tokens":3,"KEY":1}},
         "data":[{"b64_json":"%s","revised_prompt":"a lighthouse for KEY"},
          {"url":"http://127.0.0.1:1/KEY.png?key=KEY","revised_prompt":"KEY"}]}\
        """
            .formatted(picture));
    return parrot;
  }

  private static HttpResponse<String> get(TestServer server, String path) {
    return server.send(server.request(path).header("Authorization", "Bearer " + TOKEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void theKeyIsInNoFileNoAnswerAndNoLog(String backend) throws Exception {
    Map<String, String> configuration =
        Map.of("log.backend", backend, "server.token", TOKEN, "server.host", "127.0.0.1");
    List<String> told = new ArrayList<>();
    try (Parrot parrot = parrot();
        TestServer server = TestServer.calling(directory, parrot.url(), configuration)) {
      String start = server.studio().log().changes(null, 1).cursor();
      for (Parrot.Answer answer : parrot.answers) {
        HttpResponse<String> ending =
            server.post(
                "/generate",
                "{\"prompt\":\"a lighthouse\",\"n\":2}",
                "Authorization",
                "Bearer " + TOKEN);
        assertTrue(ending.statusCode() == 200 || ending.statusCode() > 400, ending.body());
        told.add(ending.body() + ending.headers().map());
        assertEquals(parrot.answers.indexOf(answer) + 1, parrot.calls);
      }
      for (String path : paths(server)) {
        told.add(get(server, path).body());
        told.add(get(server, path + "?w=64&q=state:settled").body());
      }
      told.addAll(events(server, start, parrot.answers.size()));
      told.add(server.printed());
    }
    for (String text : told) {
      assertFalse(text.contains(TELLING), text);
      assertFalse(text.contains(TOKEN), text);
    }
    assertInNoFile();
  }

  private static List<String> events(TestServer server, String cursor, int count) {
    String[] headers = {"Authorization", "Bearer " + TOKEN, "Last-Event-ID", cursor};
    List<String> told = new ArrayList<>();
    try (EventReader events = new EventReader(server, "/events", headers)) {
      for (int index = 0; index < count; index++) {
        told.add(events.next("entry").toString());
      }
    }
    return told;
  }

  /// Every route that has an end, with each entry and each picture where it takes one.
  private static Set<String> paths(TestServer server) {
    Set<String> paths = new LinkedHashSet<>();
    for (JsonNode entry : TestServer.json(get(server, "/logs")).get("logs")) {
      String id = entry.get("id").asString();
      String picture = entry.at("/images/0/sha256").asString("none");
      for (Route route : server.routes()) {
        paths.add(
            route
                .template()
                .replace("{id}", id)
                .replace("{sha256}", picture)
                .replace("{asset}", "page.js"));
      }
    }
    paths.remove("/events");
    return paths;
  }

  private void assertInNoFile() throws IOException {
    int looked = 0;
    for (Path file : files().toList()) {
      String name = String.valueOf(file.getFileName());
      assertFalse(name.contains(TELLING), name);
      if (Files.isRegularFile(file)) {
        looked++;
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        int at = text.indexOf(TELLING);
        assertTrue(at < 0, () -> file + " " + text.substring(Math.max(0, at - 300), at + 60));
        assertFalse(text.contains(TOKEN), file.toString());
      }
    }
    assertTrue(looked > 1, "files were looked at");
  }

  private Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("data"))) {
      return files.toList().stream();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void nothingInTheDataDirectoryIsForOthers(String backend) throws Exception {
    ProviderDouble provider = new ProviderDouble();
    Map<String, String> configuration =
        Map.of("log.backend", backend, "server.host", "0.0.0.0", "server.token", "");
    try (TestServer server = TestServer.start(directory, provider, configuration)) {
      String token = Files.readString(directory.resolve("data").resolve("server-token")).strip();
      String[] authorization = {"Authorization", "Bearer " + token};
      HttpResponse<String> made =
          server.post("/generate", "{\"prompt\":\"a lighthouse\"}", authorization);
      String url = TestServer.json(made).get("image_url").asString();
      assertEquals(
          200, server.send(server.request(url + "?w=64").headers(authorization)).statusCode());
      server.post("/generate", "{\"prompt\":\"\"}", authorization);
      server.studio().pictures().delete(url.substring(url.lastIndexOf('/') + 1));
      assertForTheOwnerAlone();
    }
    assertForTheOwnerAlone();
  }

  private void assertForTheOwnerAlone() throws IOException {
    List<Path> all = files().toList();
    assertTrue(all.size() > 5, all.toString());
    for (Path path : all) {
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
      assertTrue(mode.endsWith("------"), path + " " + mode);
    }
  }

  @Test
  void aPromptCannotForgeALine() throws Exception {
    List<String> prompts =
        List.of(
            "\"}\n{\"status\":\"ok\",\"state\":\"settled\"}",
            "a\r\nb",
            "a\u2028b\u2029c\u0085d",
            "\u001b]0;title\u0007\u009b31m");
    try (TestServer server =
        TestServer.start(directory, new ProviderDouble(), Map.of("log.backend", "jsonl"))) {
      for (String prompt : prompts) {
        Fields body = Fields.NONE.with("prompt", prompt).with(prompt, prompt);
        String model = URLEncoder.encode(prompt, StandardCharsets.UTF_8);
        server.post("/generate", Json.write(body));
        server.get("/logs?q=" + model);
        server.get("/logs/" + model.replace("+", "%20"));
      }
      List<String> lines =
          Files.readAllLines(directory.resolve("data").resolve("image_generation_log.jsonl"));
      assertEquals(prompts.size(), lines.size(), lines.toString());
      for (int index = 0; index < lines.size(); index++) {
        String prompt = TestServer.MAPPER.readTree(lines.get(index)).get("prompt").asString();
        assertEquals(prompts.get(index), prompt);
      }
      List<String> visits = server.printed("", 3L * prompts.size());
      for (String line : visits) {
        assertTrue(TestServer.MAPPER.readTree(line).has("time"), line);
        assertTrue(line.chars().allMatch(character -> character >= ' ' && character < 0x7f), line);
      }
      assertEquals(3 * prompts.size(), visits.size());
    }
  }

  @Test
  void aLinkInThePlaceOfAPictureIsNotFollowed() throws Exception {
    try (TestServer server = TestServer.start(directory, new ProviderDouble())) {
      String made = server.post("/generate", "{\"prompt\":\"a lighthouse\"}").body();
      String url = TestServer.MAPPER.readTree(made).get("image_url").asString();
      Path picture =
          directory
              .resolve("data/pictures")
              .resolve(url.substring(url.lastIndexOf('/') + 1) + ".png");
      Path secret = Files.writeString(directory.resolve("secret.png"), "the secret");
      Files.delete(picture);
      Files.createSymbolicLink(picture, secret);
      for (String path : List.of(url, url + "?w=64")) {
        HttpResponse<String> answer = server.get(path);
        assertEquals(404, answer.statusCode());
        assertFalse(answer.body().contains("the secret"));
      }
    }
  }
}
