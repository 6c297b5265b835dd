package dev.easel.benchmark.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Whom a client asks, and with which bytes.
///
/// @param name for people
/// @param port on the loopback address
/// @param request a whole request
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Target(String name, int port, byte[] request) {

  /// What is in a request that the provider keeps waiting for nothing.
  static final String AT_ONCE = "a lighthouse at once";

  private static final String AT_DUSK = "a lighthouse at dusk";

  private static final String BODY =
      "{\"model\":\"gpt-image-2\",\"prompt\":\""
          + AT_DUSK
          + "\",\"size\":\"1024x1024\","
          + "\"quality\":\"medium\"}";

  /// Asks for a picture as clients of OpenAI do.
  ///
  /// @param more headers besides the usual ones
  static Target of(String name, int port, Map<String, String> more) {
    StringBuilder head = new StringBuilder("POST /v1/images/generations HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1:").append(port).append("\r\n");
    head.append("Content-Type: application/json\r\nAuthorization: Bearer sk-benchmark\r\n");
    more.forEach((header, value) -> head.append(header).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(BODY.length()).append("\r\n\r\n").append(BODY);
    return new Target(name, port, head.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /// The same with a prompt of the same length that the provider keeps waiting for nothing.
  public Target atOnce() {
    String all = new String(request, StandardCharsets.US_ASCII);
    String other = all.replace(AT_DUSK, AT_ONCE);
    return new Target(name, port, other.getBytes(StandardCharsets.US_ASCII));
  }

  /// Asks a server of this machine for a page.
  ///
  /// @param path with its query
  public static Target page(String name, int port, String path) {
    String head = "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n".formatted(path, port);
    return new Target(name, port, head.getBytes(StandardCharsets.US_ASCII));
  }

  /// The provider itself, with nothing between.
  public static Target direct(Upstream upstream) {
    return of("direct", upstream.port(), Map.of());
  }
}
