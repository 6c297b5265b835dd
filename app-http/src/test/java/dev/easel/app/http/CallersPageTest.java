package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.usecase.ChangeCallers;
import dev.easel.platform.Platform;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page, used in a real browser by a caller, who may look at its own and order more.
final class CallersPageTest {

  private static final String TOKEN = "a-token-of-more-than-sixteen-characters";

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();

  private static String caller(TestServer server) {
    ChangeCallers changing =
        new ChangeCallers(server.studio().log(), Platform.tokens(), Platform.time());
    return assertInstanceOf(
            ChangeCallers.Change.Admitted.class, changing.add("anna", Money.ofUsd("0.15")))
        .token();
  }

  private static void order(TestServer server, String token, String prompt) {
    String body = Json.write(Fields.NONE.with("prompt", prompt));
    server.post("/generate", body, "Authorization", "Bearer " + token);
  }

  @Test
  void aCallerIsOfferedWhatItMayDoAndNoMore() throws Exception {
    try (TestServer server = TestServer.start(directory, provider, Map.of("server.token", TOKEN));
        Chromium.Driven browser = Chromium.drive(directory)) {
      String anna = caller(server);
      order(server, anna, "a lighthouse");
      provider.answers(request ->
          new Outcome.Failed(Fields.NONE, null, new Failure.TimedOut(Duration.ofSeconds(5))));
      order(server, anna, "a boat");
      order(server, anna, "a bridge");
      URI page = URI.create("http://127.0.0.1:" + server.port() + "/");
      try (PageScene scene =
          PageScene.begin(PageScene.place(), "caller", browser.endpoint(), page, anna, TOKEN)) {
        scene.end();
      }
    }
  }
}
