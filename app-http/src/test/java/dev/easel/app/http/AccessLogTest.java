package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is said of each request.
final class AccessLogTest {

  private static final String LIGHTHOUSE = "{\"prompt\":\"a COLOUR lighthouse\"}";
  private static final String QUIET = "{\"prompt\":\"a secret\",\"log_prompt\":false}";

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();

  private List<String> lines(Map<String, String> configuration) {
    try (TestServer server = TestServer.start(directory, provider, configuration)) {
      List<Runnable> requests =
          List.of(
              () -> server.post("/generate", LIGHTHOUSE.replace("COLOUR", "white")),
              () -> server.post("/generate", QUIET),
              () -> server.post("/v1/images/generations", LIGHTHOUSE.replace("COLOUR", "green")),
              () -> server.get("/logs?q=lighthouse"),
              () -> server.get("/nothing/at/all"));
      for (int count = 1; count <= requests.size(); count++) {
        requests.get(count - 1).run();
        server.printed("\"method\"", count);
      }
      return server.printed("\"method\"", 5);
    }
  }

  private static JsonNode line(String line) {
    return TestServer.MAPPER.readTree(line);
  }

  @Test
  void aRequestIsALineOfNamedValuesAndNoPrompt() {
    List<String> lines = lines(Map.of());
    assertEquals(5, lines.size());
    for (String line : lines) {
      assertFalse(line.contains("lighthouse") || line.contains("nothing"), line);
      Set<String> names = new TreeSet<>(line(line).propertyNames());
      names.removeAll(Set.of("entry", "note", "client"));
      assertEquals(Set.of("time", "method", "route", "status", "bytes", "micros"), names, line);
    }
    assertEquals("/generate", line(lines.getFirst()).get("route").asString());
    assertEquals(36, line(lines.getFirst()).get("entry").asString().length());
    assertEquals("-", line(lines.getLast()).get("route").asString());
    assertEquals(404, line(lines.getLast()).get("status").asInt());
  }

  @Test
  void whoAsksForPromptsHasThoseThatTheLogKeeps() {
    List<String> lines = lines(Map.of("server.log-prompts", "keep"));
    assertEquals("a white lighthouse", line(lines.get(0)).get("prompt").asString());
    assertFalse(line(lines.get(1)).has("prompt"), lines.get(1));
    assertEquals("a green lighthouse", line(lines.get(2)).get("prompt").asString());
    assertFalse(line(lines.get(3)).has("prompt"), lines.get(3));
  }
}
