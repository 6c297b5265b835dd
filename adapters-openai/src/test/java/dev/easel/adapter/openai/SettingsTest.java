package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.Dialect;
import dev.easel.config.Pace;
import dev.easel.config.ProviderSettings;
import dev.easel.config.ProxySettings;
import dev.easel.config.Secret;
import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Watch;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked of a provider's settings, and that secrets stay secret.
final class SettingsTest {

  private static ProviderSettings settings(
      String name, Dialect dialect, String url, @Nullable String key, Map<String, Secret> headers) {
    return new ProviderSettings(
        name,
        dialect,
        URI.create(url),
        key == null ? null : new Secret(key),
        Duration.ofSeconds(5),
        headers,
        Pace.STANDARD);
  }

  private static String refusal(ProviderSettings settings) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Calls.generator(settings));
    return String.valueOf(refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "connection", "Content-Length", "Expect", "Upgrade", "a b", ""})
  void headersThatHttpKeepsToItselfAreRefused(String header) {
    String message =
        refusal(
            settings(
                "p", Dialect.OPENAI, "http://h/v1", "k", Map.of(header, new Secret("hush-hush"))));
    assertTrue(message.contains("provider p") && message.contains(header), message);
    assertFalse(message.contains("hush"), message);
  }

  @Test
  void valuesThatNoHeaderCanCarryAreRefusedUnseen() {
    Secret secret = new Secret("hush\r\nX-Evil: 1");
    String header =
        refusal(settings("p", Dialect.OPENAI, "http://h/v1", "k", Map.of("X-Own", secret)));
    assertFalse(header.contains("hush"), header);
    String key = refusal(settings("p", Dialect.OPENAI, "http://h/v1", "hush\n", Map.of()));
    assertFalse(key.contains("hush"), key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://h/v1",
        "/v1",
        "h",
        "http:///v1",
        "https://me:hush-hush@h/v1",
        "mailto:x",
        "http://h:70000/v1"
      })
  void onlyPlainWebAddressesAreBaseUrls(String url) {
    String message = refusal(settings("p", Dialect.OPENAI, url, "k", Map.of()));
    assertTrue(message.contains("base URL of the provider p"), message);
    assertFalse(message.contains("hush"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "openai, OPENAI, https://api.openai.com/v1, OPENAI_API_KEY",
    "other, OPENAI, https://API.openai.com/v1, provider.other.api-key",
    "a, AZURE, https://x.openai.azure.com/openai/v1, provider.a.api-key",
    "x, XAI, https://api.x.ai/v1, provider.x.api-key",
    "r, OPENROUTER, https://openrouter.ai/api/v1, provider.r.api-key",
    "t, TOGETHER, https://api.together.ai/v1, provider.t.api-key"
  })
  void whoWantsAKeyIsNotAskedWithoutOne(String name, Dialect dialect, String url, String hint) {
    for (String key : new String[] {null, ""}) {
      Failure failure =
          Calls.failure(
              Calls.generator(settings(name, dialect, url, key, Map.of()))
                  .generate(requestTo(name), Watch.NOBODY));
      assertEquals("missing_key", failure.code());
      assertTrue(failure.message().contains(hint), failure::message);
    }
  }

  private static ImageRequest requestTo(String provider) {
    return new ImageRequest(Operation.GENERATE, provider, "m", "x", Fields.NONE, List.of());
  }

  @Test
  void aLocalServerNeedsNoKeyAndGetsNone() throws IOException {
    try (RawServer server = RawServer.answering("")) {
      Calls.generator(settings("p", Dialect.OPENAI, server.url(), null, Map.of()))
          .generate(requestTo("p"), Watch.NOBODY);
      assertFalse(server.requests().getFirst().contains("Authorization"));
    }
  }

  @Test
  void configuredHeadersAreSentAndMayReplaceTheKey() throws IOException {
    try (RawServer server = RawServer.answering("")) {
      Map<String, Secret> headers =
          Map.of("OpenAI-Project", new Secret("proj_1"), "authorization", new Secret("Bearer own"));
      Calls.generator(settings("p", Dialect.OPENAI, server.url(), "k", headers))
          .generate(requestTo("p"), Watch.NOBODY);
      String request = server.requests().getFirst();
      assertTrue(request.contains("OpenAI-Project: proj_1\r\n"), request);
      assertTrue(request.contains("uthorization: Bearer own\r\n"), request);
      assertFalse(request.contains("Bearer k"), request);
    }
  }

  @Test
  void aProviderThatIsNotConfiguredIsNamed() {
    Failure failure =
        Calls.failure(
            ImageGenerators.of(List.of(), ProxySettings.NONE, "0.0", Arrivals.NONE)
                .generate(requestTo("nowhere"), Watch.NOBODY));
    assertInstanceOf(Failure.NotSent.class, failure);
    assertTrue(failure.message().contains("nowhere"), failure::message);
  }

  @Test
  void theKeyIsInNoOutcome() throws IOException {
    String echo =
        "{\"error\":{\"message\":\"key %s in header X %s\"}}".formatted(Calls.KEY, "tok-en-42");
    for (String answer :
        List.of(
            "HTTP/1.1 401 No\r\nx-request-id: " + Calls.KEY + "\r\n\r\n" + echo,
            "HTTP/1.1 200 OK\r\n\r\n" + echo,
            "HTTP/1.1 200 OK\r\n\r\n<p>" + Calls.KEY,
            "HTTP/1.1 200 OK\r\n\r\n{\"" + Calls.KEY + "\":" + Calls.KEY,
            "HTTP/1.1 307 Away\r\nLocation: /" + Calls.KEY + "\r\n\r\n",
            "HTTP/1.1 " + Calls.KEY + "\r\n\r\n",
            "HTTP/1.1 500 Oops\r\n\r\n" + Calls.KEY)) {
      try (RawServer server = RawServer.answering(answer)) {
        ProviderSettings settings =
            settings(
                "p",
                Dialect.OPENAI,
                server.url(),
                Calls.KEY,
                Map.of("X-Own", new Secret("tok-en-42")));
        String outcome =
            Calls.generator(settings).generate(requestTo("p"), Watch.NOBODY).toString();
        assertFalse(outcome.contains("canary"), outcome);
        assertFalse(outcome.contains("tok-en-42"), outcome);
        assertFalse(settings.toString().contains("canary"), settings::toString);
      }
    }
  }
}
