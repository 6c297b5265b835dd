package dev.easel.app.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// What stands in for the provider in training: it answers at once, with a picture of one pixel
/// that is another one each time, and now and then with a refusal. The sandbox would draw for most
/// of the time.
final class TrainingProvider {

  private static final int REFUSED_ONE_IN = 4;
  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNQ"
                  + "SFjwHwAD5AIgpNgczAAAAABJRU5ErkJggg==");

  private final AtomicLong count = new AtomicLong();

  private TrainingProvider() {}

  /// Starts it on the loopback address, for the rest of this process.
  ///
  /// @return its base URL
  static String start() throws IOException {
    TrainingProvider provider = new TrainingProvider();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("training").factory()));
    server.createContext("/", provider::answer);
    server.start();
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    long number = count.incrementAndGet();
    boolean refused = number % REFUSED_ONE_IN == 0;
    byte[] body = (refused ? refusal() : picture(number)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(refused ? 400 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String refusal() {
    return "{\"error\":{\"message\":\"no\",\"type\":\"invalid_request_error\",\"code\":null}}";
  }

  private static String picture(long number) {
    byte[] bytes =
        ByteBuffer.allocate(PIXEL.length + Long.BYTES).put(PIXEL).putLong(number).array();
    return "{\"created\":1,\"data\":[{\"b64_json\":\""
        + Base64.getEncoder().encodeToString(bytes)
        + "\"}]}";
  }
}
