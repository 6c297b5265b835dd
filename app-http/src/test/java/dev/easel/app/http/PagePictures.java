package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.adapter.sandbox.Sandbox;
import dev.easel.adapter.sandbox.SandboxSettings;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Makes the pictures of the README: of the page, in a browser, before a server with a month behind
/// it whose provider is the sandbox, and of the dashboard, from what its tests expect.
final class PagePictures {

  private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();
  private static final Path SCREEN =
      Path.of("..", "app-tui", "src", "test", "resources", "golden", "overview", "busy-120x30.txt");
  private static final Duration LATENCY = Duration.ofSeconds(4);
  private static final int DAYS = 34;

  /// A picture to be made: prompt, model, size, quality.
  private static final List<List<String>> ORDERS =
      List.of(
          List.of("a sailing boat on a stormy sea", "gpt-image-1.5", "1536x1024", "low"),
          List.of("a robot reading on a park bench", "gpt-image-2", "1024x1024", "low"),
          List.of("harbour cranes in fog", "gpt-image-2.5-flare", "1536x1024", "medium"),
          List.of("a still life with an apple", "gpt-image-2", "1024x1024", "medium"),
          List.of("a red fox in a snowy forest", "gpt-image-2.6-sunburst", "1024x1024", "low"),
          List.of("mountains over a lake at sunrise", "gpt-image-2", "1536x1024", "low"),
          List.of("a nebula with a ringed planet", "gpt-image-2", "1024x1024", "medium"),
          List.of("currents, an abstract composition", "gpt-image-2.5-flare", "1024x1536", "low"),
          List.of("an old town at night", "gpt-image-2", "1024x1024", "medium"),
          List.of("desert dunes at noon", "gpt-image-2", "1536x1024", "medium"));

  @TempDir private Path directory;

  @Test
  void arePutIntoTheDocumentation() throws Exception {
    Files.writeString(DOCS.resolve("dashboard.svg"), ScreenDrawing.of(Files.readAllLines(SCREEN)));
    Path place = PageScene.place();
    writeHistory(Files.createDirectories(directory.resolve("data")));
    try (Sandbox sandbox = sandbox();
        TestServer server = TestServer.calling(directory, sandbox.baseUrl(), CONFIGURATION);
        Chromium.Driven browser = Chromium.drive(directory)) {
      orderPictures(server);
      URI page = URI.create("http://127.0.0.1:" + server.port() + "/");
      String[] given = {DOCS.toString(), Integer.toString(ORDERS.size())};
      try (PageScene scene = PageScene.begin(place, "pictures", browser.endpoint(), page, given)) {
        scene.end();
      }
    }
  }

  private static final Map<String, String> CONFIGURATION =
      Map.of(
          "log.backend", "jsonl",
          "budget.daily-usd", "1",
          "budget.monthly-usd", "25",
          "provider.openai.concurrency", "16");

  private static Sandbox sandbox() throws IOException {
    return Sandbox.start(
        new SandboxSettings(0, new SandboxSettings.Latency(LATENCY, LATENCY), List.of()),
        TestServer.catalogues().models(),
        TestServer.pricing());
  }

  /// Orders all of them; each is in the log before the next.
  private static void orderPictures(TestServer server) {
    for (List<String> order : ORDERS) {
      assertEquals(
          202, server.post("/generate", body(order), "Prefer", "respond-async").statusCode());
    }
  }

  private static String body(List<String> order) {
    return Json.write(
        Fields.NONE
            .with("prompt", order.get(0))
            .with("model", order.get(1))
            .with("size", order.get(2))
            .with("quality", order.get(3)));
  }

  /// A month of what a demo server would have written down.
  private static void writeHistory(Path data) throws IOException {
    Random random = new Random(7);
    Instant now = Instant.now();
    Stream<String> lines =
        Stream.iterate(DAYS, day -> day > 0, day -> day - 1)
            .flatMap(day ->
                Stream.generate(() -> now.minus(Duration.ofDays(day)))
                    .limit(random.nextInt(9))
                    .map(instant -> line(instant, random)));
    Files.write(data.resolve("image_generation_log.jsonl"), lines.toList());
  }

  private static String line(Instant instant, Random random) {
    List<String> order = ORDERS.get(random.nextInt(ORDERS.size()));
    boolean made = random.nextInt(14) > 0;
    double latency = 9_000 * Math.exp(random.nextGaussian() * 0.35);
    return Json.write(
        Fields.NONE
            .with("timestamp", instant.toString())
            .with("model", order.get(1))
            .with("prompt", order.get(0))
            .with("parameters", Map.of("size", order.get(2), "quality", order.get(3), "n", 1))
            .with("latency_ms", Math.round(latency))
            .with("cost_estimate_usd", made ? 0.02 * (1 + random.nextInt(5)) : 0)
            .with("success", made)
            .with("error", made ? null : "rate limited")
            .with("image_url", null));
  }
}
