package dev.easel.app.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.easel.domain.image.Content;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// Reads bodies: whole, and within bounds.
final class RequestBody {

  /// The most bytes of a body.
  static final int LARGEST = 256 * 1024;

  // A client that is still sending reads its refusal only when its sending comes to an end.
  private static final int DRAINED = 1024 * 1024;

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private RequestBody() {}

  /// How much of a body has been read.
  enum State {
    /// Nothing, or not all: the rest may be on its way.
    WAITING,
    /// All of it.
    READ,
    /// It cannot be read to its end.
    BROKEN
  }

  /// The body, read to its end.
  ///
  /// @throws Refusal 413 when it is too large
  /// @throws IOException when it does not arrive whole
  static Content read(HttpExchange exchange) throws IOException {
    long declared = declared(exchange);
    if (declared > LARGEST) {
      throw tooLarge();
    }
    byte[] body = atMost(exchange, declared == 0 ? LARGEST : (int) declared);
    if (body.length > LARGEST) {
      throw tooLarge();
    }
    return Content.of(body);
  }

  /// How many bytes it is said to have; 0 when it comes in chunks, or there is none.
  ///
  /// @throws Refusal 400 when that is no number, 411 when there should be one
  static long declared(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    boolean told =
        headers.containsKey("Content-Length") || headers.containsKey("Transfer-Encoding");
    if (!told && Gate.WITH_BODY.contains(exchange.getRequestMethod())) {
      throw Refusal.of(411, "length_required", "the request must say how long its body is");
    }
    List<String> lengths = headers.getOrDefault("Content-Length", List.of("0"));
    if (lengths.size() != 1 || !DIGITS.matcher(lengths.getFirst()).matches()) {
      throw Refusal.of(400, "bad_length", "Content-Length must be one whole number");
    }
    String length = lengths.getFirst();
    return length.length() > 18 ? Long.MAX_VALUE : Long.parseLong(length);
  }

  // One byte more shows that there are too many.
  private static byte[] atMost(HttpExchange exchange, int most) throws IOException {
    try {
      return exchange.getRequestBody().readNBytes(most + 1);
    } catch (IndexOutOfBoundsException impossible) {
      throw new IOException(impossible); // the JDK's word for a chunk of a negative size
    }
  }

  private static Refusal tooLarge() {
    return Refusal.of(413, "body_too_large", "a body has at most " + LARGEST + " bytes");
  }

  /// Swallows what a refused client still sends, up to a bound.
  ///
  /// @throws IOException when what it sends is broken, or was before
  static void drain(HttpExchange exchange, State request) throws IOException {
    switch (request) {
      case READ -> {}
      case WAITING -> drain(exchange);
      case BROKEN -> throw new IOException("nothing can be read after a broken body");
    }
  }

  private static void drain(HttpExchange exchange) throws IOException {
    byte[] buffer = new byte[8 * 1024];
    long left = DRAINED;
    while (left > 0) {
      int count = read(exchange, buffer);
      if (count < 0) {
        return;
      }
      left -= count;
    }
  }

  private static int read(HttpExchange exchange, byte[] buffer) throws IOException {
    try {
      return exchange.getRequestBody().read(buffer);
    } catch (IndexOutOfBoundsException impossible) {
      throw new IOException(impossible);
    }
  }
}
