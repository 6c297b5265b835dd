package dev.easel.app.http;

import dev.easel.domain.image.Nullable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Runs a server, visits it as its first users do, keeps it busy as clients of its gateway do, and
/// stops it. The launcher runs this to keep what the JVM learns meanwhile of classes and of busy
/// methods in an archive, from which later starts take it. It works in the data directory that the
/// environment names.
final class TrainingMain {

  private static final int PATIENCE_MILLISECONDS = 30_000;
  private static final List<String> VISITED =
      List.of("/", "/health", "/logs?limit=50", "/logs/stats", "/models");
  private static final String ORDER = "{\"prompt\":\"a lighthouse at dusk\"}";
  private static final int CLIENTS = 8;
  private static final long BUSY_NANOSECONDS = 6_000_000_000L;

  private TrainingMain() {}

  public static void main(String[] arguments) throws IOException {
    System.setOut(new PrintStream(new Line(), true, StandardCharsets.UTF_8));
    String provider = "openai.base-url=" + TrainingProvider.start();
    String key = "openai.api-key=training";
    ServerMain.main(new String[] {"--json", "--port=0", "--set", provider, "--set", key});
  }

  /// Waits for the line in which the server says where it is.
  private static final class Line extends OutputStream {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public void write(int next) {
      line.write(next);
      if (next == '\n') {
        String place = line.toString(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("visitor").start(() -> visit(place));
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      for (int index = offset; index < offset + length; index++) {
        write(bytes[index]);
      }
    }
  }

  private static void visit(String place) {
    try {
      String url = JsonMapper.shared().readTree(place).get("url").asString();
      VISITED.forEach(path -> request(URI.create(url).resolve(path), null));
      request(URI.create(url).resolve("/generate"), ORDER);
      keepBusy(URI.create(url).resolve("/v1/images/generations"));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      stop();
    }
  }

  private static void keepBusy(URI gateway) throws InterruptedException {
    long end = System.nanoTime() + BUSY_NANOSECONDS;
    List<Thread> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(Thread.ofPlatform().name("client-" + client).start(() -> ask(gateway, end)));
    }
    for (Thread client : clients) {
      client.join();
    }
  }

  private static void ask(URI gateway, long end) {
    for (int number = 0; System.nanoTime() < end; number++) {
      request(
          gateway,
          """
          {"model":"gpt-image-2","size":"1024x1024","prompt":"%s picture %d"}
          """
              .formatted(Thread.currentThread().getName(), number));
    }
  }

  // Whatever the answer: an archive of fewer classes is one too.
  private static void request(URI address, @Nullable String body) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setReadTimeout(PATIENCE_MILLISECONDS);
      if (body != null) {
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      }
      connection.getInputStream().readAllBytes();
    } catch (IOException _) {
      System.err.println("no answer from " + address);
    }
  }

  private static void stop() {
    try {
      new ProcessBuilder("kill", "-TERM", Long.toString(ProcessHandle.current().pid())).start();
    } catch (IOException unable) {
      throw new IllegalStateException("the server cannot be stopped", unable);
    }
  }
}
