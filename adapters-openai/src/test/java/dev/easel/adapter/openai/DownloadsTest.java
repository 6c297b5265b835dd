package dev.easel.adapter.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.easel.config.Dialect;
import dev.easel.config.ProxySettings;
import dev.easel.config.Secret;
import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.MissingImage;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Watch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Pictures of which an answer gives only the place.
@Timeout(30)
final class DownloadsTest {

  @RegisterExtension
  static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

  /// To whom the provider, `localhost`, seems to be far away, so that nothing near may be asked.
  private static List<InetAddress> farProvider(String host) throws UnknownHostException {
    return switch (host) {
      case "localhost" -> List.of(InetAddress.ofLiteral("93.184.216.34"));
      case "rebound.test" ->
          List.of(InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral("10.0.0.9"));
      default -> List.of(InetAddress.getAllByName(host));
    };
  }

  private static Outcome.Delivered offered(String url, Reach.Names names, Duration timeout) {
    String json = "{\"data\":[{\"url\":\"%s\",\"revised_prompt\":\"r\"}]}".formatted(url);
    SERVER.stubFor(post(anyUrl()).willReturn(okJson(json)));
    Outcome outcome =
        ImageGenerators.of(
                List.of(
                    Calls.provider(
                        Dialect.OPENAI,
                        "http://localhost:" + SERVER.getPort() + "/v1",
                        timeout,
                        Map.of("X-Own", new Secret("own-secret")))),
                ProxySettings.NONE,
                "0.0",
                Arrivals.NONE,
                names)
            .generate(Calls.generate(), Watch.NOBODY);
    return Calls.delivered(outcome);
  }

  private static Outcome.Delivered offered(String url) {
    return offered(url, Reach.Names.SYSTEM, Duration.ofSeconds(20));
  }

  private static Outcome.Delivered lying(ResponseDefinitionBuilder there) {
    SERVER.stubFor(get(anyUrl()).willReturn(there));
    return offered(SERVER.baseUrl() + "/a.png?signature=s");
  }

  private static MissingImage missing(Outcome.Delivered delivered) {
    assertEquals(List.of(), delivered.images());
    return delivered.missing().getFirst();
  }

  @Test
  void aPictureIsFetchedWithoutAnythingSecret() {
    Outcome.Delivered delivered = lying(aResponse().withBody(Calls.PNG));
    assertArrayEquals(Calls.PNG, delivered.images().getFirst().content().bytes());
    assertEquals("r", delivered.images().getFirst().revisedPrompt());
    assertEquals(
        SERVER.baseUrl() + "/a.png?signature=s", delivered.images().getFirst().providerUrl());
    LoggedRequest request =
        SERVER.findAll(getRequestedFor(urlEqualTo("/a.png?signature=s"))).getFirst();
    for (String header : List.of("Authorization", "X-Own", "Cookie", "Referer", "Origin")) {
      assertFalse(request.containsHeader(header), header);
    }
  }

  @Test
  void aRelativePlaceIsReadAgainstTheProvider() {
    SERVER.stubFor(
        get(urlEqualTo("/v1/images/7/content")).willReturn(aResponse().withBody(Calls.PNG)));
    assertEquals(1, offered("/v1/images/7/content").images().size());
  }

  @Test
  void redirectsAreFollowedThreeTimesAndNoMore() {
    SERVER.stubFor(get(anyUrl()).willReturn(aResponse().withBody(Calls.PNG)));
    for (int hop = 0; hop < 3; hop++) {
      SERVER.stubFor(
          get(urlEqualTo("/hop" + hop))
              .willReturn(aResponse().withStatus(302).withHeader("Location", "/hop" + (hop + 1))));
    }
    assertEquals(1, offered(SERVER.baseUrl() + "/hop0").images().size());
    SERVER.stubFor(
        get(urlEqualTo("/hop3"))
            .willReturn(aResponse().withStatus(302).withHeader("Location", "/hop4")));
    assertTrue(missing(offered(SERVER.baseUrl() + "/hop0")).reason().contains("redirected"));
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(aResponse().withStatus(404), "status 404"),
        Arguments.of(aResponse().withStatus(302), "status 302"),
        Arguments.of(aResponse().withBody("<html>expired</html>"), "no picture"),
        Arguments.of(aResponse().withBody(""), "no picture"),
        Arguments.of(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "failed"),
        Arguments.of(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), "failed"),
        Arguments.of(aResponse().withStatus(302).withHeader("Location", "http://[oops"), "no URL"),
        Arguments.of(
            aResponse().withStatus(302).withHeader("Location", "file:///etc/passwd"), "http"),
        Arguments.of(
            aResponse().withStatus(302).withHeader("Location", "http://169.254.169.254/x"),
            "link-local"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatCannotBeHadIsMissed(ResponseDefinitionBuilder there, String reason) {
    MissingImage missing = missing(lying(there));
    assertTrue(missing.reason().contains(reason), missing::reason);
    assertEquals(SERVER.baseUrl() + "/a.png?signature=s", missing.providerUrl());
  }

  @Test
  void theOtherPicturesAreStillDelivered() {
    SERVER.stubFor(
        post(anyUrl())
            .willReturn(
                okJson(
                    "{\"data\":[{\"url\":\"http://localhost:1/gone\"},{\"b64_json\":\""
                        + Calls.PNG64
                        + "\"}]}")));
    Outcome.Delivered delivered =
        Calls.delivered(Calls.ask(SERVER.baseUrl() + "/v1", Calls.generate("n", 2)));
    assertEquals(1, delivered.images().size());
    assertEquals(1, delivered.missing().size());
  }

  @Test
  void aDownloadEndsWithTheCallsDeadline() {
    SERVER.stubFor(
        get(anyUrl())
            .willReturn(aResponse().withBody(Calls.PNG).withChunkedDribbleDelay(10, 20_000)));
    long start = System.nanoTime();
    MissingImage missing =
        missing(offered(SERVER.baseUrl() + "/slow", Reach.Names.SYSTEM, Duration.ofMillis(1_500)));
    assertTrue(missing.reason().contains("in time"), missing::reason);
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(6).toNanos());
  }

  @Test
  void aDownloadHasALargestSize() throws IOException {
    byte[] run = new byte[1024 * 1024];
    try (RawServer server =
        RawServer.meeting(connection -> {
          RawServer.request(connection.getInputStream());
          connection
              .getOutputStream()
              .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < 100; i++) {
            connection.getOutputStream().write(run);
          }
        })) {
      assertTrue(missing(offered(server.url())).reason().contains("larger"));
    }
  }

  static Stream<Arguments> forbidden() {
    return Stream.of(
        Arguments.of("http://127.0.0.1:PORT/a", "this machine"),
        Arguments.of("http://[::1]:PORT/a", "this machine"),
        Arguments.of("http://[::ffff:127.0.0.1]:PORT/a", "this machine"),
        Arguments.of("http://127.1:PORT/a", "no plain host"),
        Arguments.of("http://2130706433:PORT/a", "this machine"),
        Arguments.of("http://0.0.0.0:PORT/a", "no place"),
        Arguments.of("http://10.0.0.1/a", "private"),
        Arguments.of("http://192.168.0.1/a", "private"),
        Arguments.of("http://169.254.169.254/latest/meta-data/", "link-local"),
        Arguments.of("http://100.64.0.1/a", "private"),
        Arguments.of("http://224.0.0.1/a", "no place"),
        Arguments.of("http://[fd00::1]/a", "private"),
        Arguments.of("http://[fe80::1]/a", "link-local"),
        Arguments.of("http://rebound.test:PORT/a", "private"),
        Arguments.of("http://user:password@93.184.216.34:PORT/a", "no plain host"),
        Arguments.of("http://no-such-host.invalid/a", "not known"),
        Arguments.of("ftp://127.0.0.1:PORT/a", "neither http nor https"),
        Arguments.of("file:///etc/passwd", "neither http nor https"),
        Arguments.of("jar:file:///x.jar!/a", "neither http nor https"),
        Arguments.of("//127.0.0.1:PORT/a", "this machine"),
        Arguments.of("http:///a", "no plain host"),
        Arguments.of("http://exa mple/a", "no URL"),
        Arguments.of("javascript:alert(1)", "neither http nor https"));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void aProviderFarAwayPointsToNothingNear(String url, String reason) throws IOException {
    try (RawServer trap = RawServer.answering(new byte[0])) {
      String place = url.replace("PORT", Integer.toString(trap.port()));
      MissingImage missing =
          missing(offered(place, DownloadsTest::farProvider, Duration.ofSeconds(20)));
      assertTrue(missing.reason().contains(reason), missing::reason);
      assertEquals(0, trap.connections(), missing.reason());
      assertEquals(0, SERVER.findAll(getRequestedFor(anyUrl())).size());
    }
  }

  @Test
  void aRedirectDoesNotLeadToWhereAPlaceMayNot() throws IOException {
    try (RawServer trap = RawServer.answering(new byte[0])) {
      SERVER.stubFor(
          get(anyUrl())
              .willReturn(
                  aResponse()
                      .withStatus(307)
                      .withHeader("Location", "http://127.0.0.1:" + trap.port() + "/")));
      // localhost passes for a public place here, 127.0.0.1 does not
      MissingImage missing =
          missing(
              offered(
                  "http://localhost:" + SERVER.getPort() + "/a",
                  DownloadsTest::farProvider,
                  Duration.ofSeconds(20)));
      assertTrue(missing.reason().contains("this machine"), missing::reason);
      assertEquals(0, trap.connections());
    }
  }

  @Test
  void aDataUrlIsThePictureItself() {
    Outcome.Delivered delivered = offered("data:image/png;base64," + Calls.PNG64);
    assertArrayEquals(Calls.PNG, delivered.images().getFirst().content().bytes());
    assertNull(delivered.images().getFirst().providerUrl());
    assertEquals(
        "<svg/>",
        new String(
            offered("data:image/svg+xml,%3Csvg/%3E").images().getFirst().content().bytes(),
            StandardCharsets.UTF_8));
  }

  @Test
  void aMalformedDataUrlIsMissed() {
    for (String url :
        List.of("data:image/png;base64", "data:image/png;base64,*", "data:,", "data:,%zz")) {
      MissingImage missing = missing(offered(url));
      assertTrue(missing.reason().contains("data URL"), missing::reason);
      assertNull(missing.providerUrl());
    }
  }
}
