package dev.easel.app.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A provider that reads each request whole, counts it, and then does whatever a test wants, down
/// to the last byte.
final class RawUpstream implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  /// With this byte a client begins who wants to speak TLS.
  private static final int HANDSHAKE = 22;

  private final ServerSocket listener;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Behaviour behaviour = _ -> {};

  /// What to do after a request. Then the connection is closed.
  @FunctionalInterface
  interface Behaviour {
    void answer(Socket connection) throws IOException, InterruptedException;

    /// Answers with these bytes.
    static Behaviour saying(String answer) {
      return connection -> {
        OutputStream out = connection.getOutputStream();
        out.write(answer.getBytes(StandardCharsets.UTF_8));
        out.flush();
      };
    }

    /// Answers whole.
    ///
    /// @param head further header lines, each with its end
    static Behaviour answering(int status, String head, String body) {
      return saying(
          "HTTP/1.1 %d Whatever\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s"
              .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, head, body));
    }
  }

  private RawUpstream(ServerSocket listener) {
    this.listener = listener;
    Thread.ofVirtual().start(this::accept);
  }

  static RawUpstream start() {
    try {
      return new RawUpstream(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket connection = listener.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> meet(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void meet(Socket connection) {
    try (connection) {
      if (heard(connection.getInputStream())) {
        requests.incrementAndGet();
        behaviour.answer(connection);
      } else {
        Behaviour.saying("HTTP/1.1 400 Bad Request\r\n\r\n").answer(connection);
      }
    } catch (IOException | InterruptedException _) {
      // the test sees what the client made of it
    }
  }

  private static boolean heard(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0 || octet == HANDSHAKE) {
        return false;
      }
      head.write(octet);
    }
    Matcher length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
    int expected = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return in.readNBytes(expected).length == expected;
  }

  int port() {
    return listener.getLocalPort();
  }

  /// How it answers from now on; forgets what it has counted.
  void behaves(Behaviour next) {
    behaviour = next;
    requests.set(0);
  }

  /// How many requests it has read whole.
  int requests() {
    return requests.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
