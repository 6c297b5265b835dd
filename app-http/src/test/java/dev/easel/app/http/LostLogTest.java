package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A server whose log is taken from under it.
class LostLogTest {

  @ParameterizedTest
  @CsvSource({"sqlite, easel.db", "sqlite, easel.db-wal", "jsonl, image_generation_log.jsonl"})
  void sendsNothingAndSaysSoUntilItIsBack(String backend, String name, @TempDir Path directory)
      throws Exception {
    ProviderDouble provider = new ProviderDouble();
    try (TestServer server =
        TestServer.start(directory, provider, Map.of("log.backend", backend))) {
      assertEquals(200, generated(server));
      assertEquals("healthy", health(server));
      Path file = directory.resolve("data").resolve(name);
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, new byte[0]);

      assertEquals("degraded", health(server));
      assertEquals(503, generated(server));
      assertEquals(503, server.get("/logs").statusCode());
      assertEquals(503, generated(server));
      assertEquals(1, provider.calls());
      Files.write(file, whole);

      assertEquals("healthy", health(server));
      assertEquals(200, generated(server));
    }
  }

  private static int generated(TestServer server) {
    return server.post("/generate", "{\"prompt\":\"a lighthouse\"}").statusCode();
  }

  private static String health(TestServer server) {
    return TestServer.json(server.get("/health")).get("status").asString();
  }
}
