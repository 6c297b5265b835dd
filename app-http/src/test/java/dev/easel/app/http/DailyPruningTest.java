package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.config.Settings;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogRecord;
import dev.easel.domain.ledger.SamplePictures;
import dev.easel.domain.ledger.StoredPicture;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server does by itself with pictures that may go.
final class DailyPruningTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "jsonl"})
  void twoServersOnOneLogRemoveSoonWhatTheRulesLetGo(String backend) throws Exception {
    String old = picture(backend, 10, 90);
    String late = picture(backend, 20, 5);
    Map<String, String> rules =
        Map.of("EASEL_PICTURES_KEEP_DAYS", "30", "EASEL_LOG_BACKEND", backend);
    try (ServerJvm one = ServerJvm.start(directory, rules, "--port", "0", "--sandbox");
        ServerJvm two = ServerJvm.start(directory, rules, "--port", "0", "--sandbox")) {
      one.await(" by the rules for pictures");
      two.await(" by the rules for pictures");
      String said = one.printed() + two.printed();
      assertTrue(said.contains("easel: removed 1 pictures ("), said);
      assertEquals(410, get(one.address(), "/pictures/" + old));
      assertEquals(200, get(two.address(), "/pictures/" + late));
      one.stop();
      assertEquals(0, one.exitCode(), one.printed());
    }
    assertFalse(Files.exists(file(old)));
  }

  @Test
  void aFailureIsToldAndTheServerGoesOn() throws Exception {
    picture("sqlite", 10, 90);
    Path tombstones = file("x").resolveSibling("deleted");
    Files.writeString(tombstones, "in the way");
    Map<String, String> rules = Map.of("EASEL_PICTURES_KEEP_DAYS", "30");
    try (ServerJvm server = ServerJvm.start(directory, rules, "--port", "0", "--sandbox")) {
      server.await("1 could not be removed: ");
      assertEquals(200, get(server.address(), "/health"));
      server.stop();
      assertEquals(0, server.exitCode(), server.printed());
    }
  }

  private static int get(URI server, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private Path file(String sha256) {
    return directory.resolve("data/sandbox/pictures").resolve(sha256 + ".png");
  }

  private String picture(String backend, int edge, int daysAgo) throws Exception {
    byte[] bytes = SamplePictures.twoColours("png", edge, edge);
    String name = CanonicalForm.sha256(bytes);
    Files.createDirectories(file(name).getParent());
    Files.write(file(name), bytes);
    Instant moment = Instant.now().minus(Duration.ofDays(daysAgo));
    Files.setLastModifiedTime(file(name), FileTime.from(moment));
    StoredPicture stored = new StoredPicture(name, "png", (long) bytes.length, edge, edge, null);
    Settings settings =
        TestServer.settings(directory, Map.of("log.backend", backend))
            .forSandbox(URI.create("http://127.0.0.1:1/v1"));
    try (GenerationLog log = GenerationLogs.open(settings.log())) {
      EntryDraft draft = EntryDraft.at(moment, edge).images(stored);
      log.add(sink -> sink.accept(new LogRecord.Whole(draft.entry())));
    }
    return name;
  }
}
