package dev.easel.benchmark.reading;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A stand-in for the demo server: each request reads the whole file and every line in it, as the
/// server from which Easel grew does.
final class DemoServer implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAGE = 50;

  private final Path file;
  private final HttpServer server;

  private DemoServer(Path file, HttpServer server) {
    this.file = file;
    this.server = server;
  }

  /// Starts it on a log.
  static DemoServer start(Path file) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    DemoServer demo = new DemoServer(file, HttpServer.create(any, 0));
    demo.server.createContext("/logs/stats", exchange -> answer(exchange, demo.statistics()));
    demo.server.createContext("/logs", exchange -> answer(exchange, demo.newest()));
    demo.server.start();
    return demo;
  }

  /// Where it listens.
  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private List<JsonNode> entries() throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    try (Stream<String> lines = Files.lines(file)) {
      lines.forEach(line -> entries.add(JSON.readTree(line)));
    }
    return entries;
  }

  private String statistics() throws IOException {
    Map<String, Double> costs = new TreeMap<>();
    long successful = 0;
    List<JsonNode> entries = entries();
    for (JsonNode entry : entries) {
      successful += entry.get("success").asBoolean(false) ? 1 : 0;
      costs.merge(
          entry.get("model").asString(), entry.get("cost_estimate_usd").asDouble(0), Double::sum);
    }
    return JSON.writeValueAsString(
        Map.of("requests", entries.size(), "successful", successful, "by_model", costs));
  }

  private String newest() throws IOException {
    List<JsonNode> entries = entries();
    int first = Math.max(0, entries.size() - PAGE);
    return JSON.writeValueAsString(entries.subList(first, entries.size()));
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
