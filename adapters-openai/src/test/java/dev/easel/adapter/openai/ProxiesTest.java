package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.Dialect;
import dev.easel.config.ProxySettings;
import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Failure.Hindrance;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Watch;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The proxies that the environment names.
@Timeout(30)
final class ProxiesTest {

  private static final String BASIC =
      "Basic "
          + Base64.getEncoder().encodeToString("me:p@ss/w+rd".getBytes(StandardCharsets.UTF_8));
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: " + Calls.ANSWER.length() + "\r\n\r\n" + Calls.ANSWER;

  private static Outcome ask(String url, ProxySettings proxies) {
    return ImageGenerators.of(
            List.of(Calls.provider(Dialect.OPENAI, url)), proxies, "0.0", Arrivals.NONE)
        .generate(Calls.generate(), Watch.NOBODY);
  }

  private static ProxySettings through(RawServer proxy) {
    String address = "http://me:p%40ss%2Fw+rd@127.0.0.1:" + proxy.port();
    return new ProxySettings(address, address, List.of());
  }

  @Test
  void plainHttpGoesThroughAProxyWithItsPassword() throws IOException {
    try (RawServer proxy = RawServer.answering(ANSWER)) {
      Calls.delivered(ask("http://images.example/v1", through(proxy)));
      String request = proxy.requests().getFirst();
      assertTrue(
          request.startsWith("POST http://images.example/v1/images/generations HTTP/1.1\r\n"),
          request);
      assertTrue(request.contains("Proxy-Authorization: " + BASIC + "\r\n"), request);
      assertTrue(request.contains("Authorization: Bearer " + Calls.KEY + "\r\n"), request);
    }
  }

  /// In a JVM of its own: whether a password may pass is settled by the first client of a JVM.
  @Test
  void httpsAsksTheProxyForATunnelAndTellsItNoKey() throws Exception {
    try (RawServer proxy =
        RawServer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")) {
      String said = OtherJvm.run("64m", Tunnelled.class, Integer.toString(proxy.port()));
      String request = proxy.requests().getFirst();
      assertTrue(request.startsWith("CONNECT images.example:443 HTTP/1.1\r\n"), request);
      assertTrue(request.contains("Proxy-Authorization: " + BASIC + "\r\n"), request);
      assertFalse(request.contains(Calls.KEY), request);
      assertTrue(said.startsWith("connection_refused the proxy 127.0.0.1:" + proxy.port()), said);
      assertTrue(said.contains("403"), said);
    }
  }

  /// The first client of a JVM.
  static final class Tunnelled {
    private Tunnelled() {}

    /// Prints how a call through the proxy on this port failed.
    public static void main(String[] arguments) {
      String proxy = "http://me:p%40ss%2Fw+rd@127.0.0.1:" + arguments[0];
      Failure failure =
          Calls.failure(
              ask("https://images.example/v1", new ProxySettings(proxy, null, List.of())));
      System.out.println(failure.code() + " " + failure.message());
    }
  }

  @Test
  void aTunnelThatTheProxyCutsCarriedNoRequest() throws IOException {
    try (RawServer proxy = RawServer.answering("")) {
      unreachable(proxy, Calls.failure(ask("https://images.example/v1", through(proxy))));
    }
  }

  @Test
  void aProxyThatWantsAnotherPasswordIsTold() throws IOException {
    String answer =
        "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
    for (String scheme : List.of("http", "https")) {
      try (RawServer proxy = RawServer.answering(answer)) {
        Failure failure = Calls.failure(ask(scheme + "://images.example/v1", through(proxy)));
        unreachable(proxy, failure);
        assertTrue(failure.message().contains("password"), failure::message);
        assertFalse(failure.message().contains("p@ss"), failure::message);
      }
    }
  }

  private static void unreachable(RawServer proxy, Failure failure) {
    Failure.Unreachable unreachable = assertInstanceOf(Failure.Unreachable.class, failure);
    assertEquals(Hindrance.CONNECTION_REFUSED, unreachable.hindrance());
    assertTrue(unreachable.message().contains("127.0.0.1:" + proxy.port()), unreachable::message);
  }

  @Test
  void aProxyThatIsNotThereIsNamed() throws IOException {
    RawServer gone = RawServer.answering("");
    gone.close();
    unreachable(gone, Calls.failure(ask("https://images.example/v1", through(gone))));
  }

  @Test
  void theOriginNeverHearsTheProxysPassword() throws IOException {
    try (RawServer proxy = RawServer.answering("");
        RawServer origin = RawServer.answering(ANSWER)) {
      Calls.delivered(ask(origin.url(), through(proxy)));
      assertFalse(origin.requests().getFirst().contains("Proxy-"));
      assertEquals(0, proxy.connections());
    }
  }

  @Test
  void picturesAreFetchedThroughTheProxyToo() throws IOException {
    String json = "{\"data\":[{\"url\":\"http://93.184.216.34/a.png\"}]}";
    int[] count = {0};
    String[] second = {""};
    try (RawServer proxy =
        RawServer.meeting(connection -> {
          String request = RawServer.request(connection.getInputStream());
          boolean first = count[0]++ == 0;
          second[0] = request;
          byte[] body = first ? json.getBytes(StandardCharsets.UTF_8) : Calls.PNG;
          String head =
              "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
          connection.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
          connection.getOutputStream().write(body);
          connection.close();
        })) {
      Outcome.Delivered delivered =
          Calls.delivered(ask("http://images.example/v1", through(proxy)));
      assertEquals(1, delivered.images().size(), delivered::toString);
      assertTrue(second[0].startsWith("GET http://93.184.216.34/a.png HTTP/1.1\r\n"), second[0]);
      assertFalse(second[0].contains(Calls.KEY), second[0]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "*, http://a.example/, true",
    "a.example, http://a.example/, true",
    "a.example, http://A.EXAMPLE/, true",
    "a.example, http://b.a.example/, true",
    ".a.example, http://b.a.example/, true",
    ".a.example, http://a.example/, true",
    "*.a.example, http://b.a.example/, true",
    "a.example, http://ba.example/, false",
    "a.example:8080, http://a.example:8080/, true",
    "a.example:8080, http://a.example/, false",
    "a.example:443, https://a.example/, true",
    "10.1.2.3, http://10.1.2.3/, true",
    "10.1.2.3, http://10.1.2.4/, false",
    "10.1.2.3:81, http://10.1.2.3:81/, true",
    "10.1.2.3:81, http://10.1.2.3:82/, false",
    "10.0.0.0/8, http://10.1.2.3/, true",
    "10.0.0.0/8, http://11.1.2.3/, false",
    "10.128.0.0/9, http://10.127.0.1/, false",
    "10.128.0.0/9, http://10.129.0.1/, true",
    "10.0.0.0/33, http://10.0.0.0/, false",
    "10.0.0.0/x, http://10.0.0.0/, false",
    "0.0.0.0/0, http://9.9.9.9/, true",
    "0.0.0.0/0, http://a.example/, false",
    "fd00::/8, http://[fd12::1]/, true",
    "fd00::/8, http://10.0.0.1/, false",
    "::2, http://[::2]/, true",
    "[::2], http://[::2]/, true",
    "none, http://localhost/, true",
    "none, http://x.localhost/, true",
    "none, http://127.0.0.9/, true",
    "none, http://[::1]/, true",
    "none, http://a.example/, false"
  })
  void exceptionsAreReachedDirectly(String entry, String url, boolean direct) {
    Proxies proxies = new Proxies(new ProxySettings("p:1", "p:1", List.of(" ", " " + entry + " ")));
    assertEquals(direct, proxies.proxy(URI.create(url)).isEmpty());
  }

  @Test
  void eachSchemeHasItsOwnProxy() {
    Proxies proxies = new Proxies(new ProxySettings("s:1", null, List.of()));
    assertEquals("s:1", named(proxies, "https://a.example/"));
    assertNull(named(proxies, "http://a.example/"));
    assertNull(named(new Proxies(new ProxySettings("", "  ", List.of())), "https://a.example/"));
  }

  private static @Nullable String named(Proxies proxies, String url) {
    return proxies.proxy(URI.create(url)).map(ProxyAddress::toString).orElse(null);
  }

  @ParameterizedTest
  @CsvSource({
    "http://h:3128, h:3128,",
    "http://h, h:80,",
    "h:3128, h:3128,",
    "HTTP://h:3128/, h:3128,",
    "http://[::1]:3128, [::1]:3128,",
    "http://me:a%3Ab@h:1, h:1, me:a:b",
    "http://me@h:1, h:1, me:",
    "me:100%@h:1, h:1, me:100%",
    "http://me:p@ss@h:1, h:1, me:p@ss"
  })
  void addressesAreRead(String text, String address, @Nullable String login) {
    ProxyAddress proxy = ProxyAddress.parse("HTTPS_PROXY", text);
    assertEquals(address, proxy.toString());
    String expected =
        login == null
            ? null
            : "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    assertEquals(expected, proxy.authorization());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:hush-hush@h:1",
        "socks5://me:hush-hush@h:1",
        "http://me:hush-hush@h:99999",
        "http://me:hush-hush@h:0",
        "http://me:hush-hush@",
        "http://me:hush-hush@h:1/path",
        "::"
      })
  void whatIsNoUsableProxyIsRefusedWithoutItsPassword(String text) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> ProxyAddress.parse("HTTPS_PROXY", text));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith("HTTPS_PROXY "), message);
    assertFalse(message.contains("hush"), message);
  }
}
