package dev.easel.adapter.openai;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server that does with each connection whatever a test wants, down to the last byte.
final class RawServer implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final ServerSocket listener;
  private final Behaviour behaviour;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /// What to do with a connection. Failures end it quietly.
  @FunctionalInterface
  interface Behaviour {
    void meet(Socket connection) throws IOException, InterruptedException;
  }

  private RawServer(ServerSocket listener, Behaviour behaviour) {
    this.listener = listener;
    this.behaviour = behaviour;
    Thread.ofVirtual().start(this::accept);
  }

  static RawServer meeting(Behaviour behaviour) {
    return on(listener(), behaviour);
  }

  static RawServer on(ServerSocket listener, Behaviour behaviour) {
    return new RawServer(listener, behaviour);
  }

  private static ServerSocket listener() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Reads each request whole and answers it with `answer` to the letter, then closes.
  static RawServer answering(String answer) {
    return answering(answer.getBytes(StandardCharsets.UTF_8));
  }

  static RawServer answering(byte[] answer) {
    RawServer[] self = new RawServer[1];
    self[0] =
        meeting(connection -> {
          self[0].requests.add(request(connection.getInputStream()));
          OutputStream out = connection.getOutputStream();
          out.write(answer);
          out.flush();
          connection.close();
        });
    return self[0];
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
    try {
      behaviour.meet(connection);
    } catch (IOException | InterruptedException ended) {
      // the test sees what the client made of it
    }
  }

  /// One request, head and body, each byte as one character.
  static String request(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        return head.toString(StandardCharsets.ISO_8859_1);
      }
      head.write(octet);
    }
    Matcher length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
    head.write(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  int port() {
    return listener.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  /// How often somebody connected.
  int connections() {
    return connections.size();
  }

  /// The requests that were read whole, those of [#answering] only.
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
