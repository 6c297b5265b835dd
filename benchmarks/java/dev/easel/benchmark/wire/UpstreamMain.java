package dev.easel.benchmark.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The provider's process: HTTP/1.1 as far as it is needed, an answer that lies ready outside of
/// the heap, and a thread that is not of the system for each connection.
final class UpstreamMain {

  private static final int BACKLOG = 2_000;
  private static final int LARGEST_REQUEST = 64 * 1024;
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  private final ByteBuffer answer;
  private final int mark;
  private final long delayMillis;
  private final AtomicLong count = new AtomicLong();

  private UpstreamMain(byte[] body, int status, int mark, long delayMillis) {
    byte[] head =
        "HTTP/1.1 %d Said\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, body.length)
            .getBytes(StandardCharsets.US_ASCII);
    this.answer = ByteBuffer.allocateDirect(head.length + body.length).put(head).put(body).flip();
    this.mark = mark < 0 ? mark : head.length + mark;
    this.delayMillis = delayMillis;
  }

  /// Serves until it is killed.
  ///
  /// @param arguments the file of the body, the status, where the mark is, the delay in
  ///   milliseconds
  public static void main(String[] arguments) throws IOException {
    UpstreamMain upstream =
        new UpstreamMain(
            Files.readAllBytes(Path.of(arguments[0])),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Long.parseLong(arguments[3]));
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      System.out.println("port " + server.socket().getLocalPort());
      while (true) {
        SocketChannel connection = server.accept();
        Thread.ofVirtual().start(() -> upstream.serve(connection));
      }
    }
  }

  private void serve(SocketChannel connection) {
    try (connection) {
      connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
      ByteBuffer request = ByteBuffer.allocate(LARGEST_REQUEST);
      while (received(connection, request)) {
        if (delayMillis > 0 && !text(request).contains(Target.AT_ONCE)) {
          TimeUnit.MILLISECONDS.sleep(delayMillis);
        }
        send(connection);
      }
    } catch (IOException _) {
      return; // the client has gone
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes one request, which is all that may lie in the buffer.
  private static boolean received(SocketChannel connection, ByteBuffer request) throws IOException {
    request.clear();
    while (!isWhole(request)) {
      if (connection.read(request) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String text(ByteBuffer request) {
    return StandardCharsets.ISO_8859_1.decode(request.duplicate().flip()).toString();
  }

  private static boolean isWhole(ByteBuffer request) {
    String text = text(request);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    Matcher length = LENGTH.matcher(text.substring(0, end));
    return length.find()
        ? text.length() - end - 4 >= Integer.parseInt(length.group(1))
        : text.endsWith("0\r\n\r\n"); // in chunks
  }

  private void send(SocketChannel connection) throws IOException {
    if (mark < 0) {
      write(connection, answer.duplicate());
      return;
    }
    String number = String.format(Locale.ROOT, "%0" + Sample.MARK + "d", count.incrementAndGet());
    write(connection, answer.slice(0, mark));
    write(connection, ByteBuffer.wrap(number.getBytes(StandardCharsets.US_ASCII)));
    int rest = mark + Sample.MARK;
    write(connection, answer.slice(rest, answer.limit() - rest));
  }

  private static void write(SocketChannel connection, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      connection.write(bytes);
    }
  }
}
