package dev.easel.adapter.openai;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.net.URI;
import java.util.function.LongConsumer;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;

/// The answer to a request, whose head is there and whose body may still arrive. Closing it gives
/// the connection to the next request when the body was read to its end. For use by one thread.
final class HttpReply implements AutoCloseable {

  private final Connections connections;
  private final Connection connection;
  private final URI url;
  private final ClassicHttpRequest request;
  private final ClassicHttpResponse answer;
  private final ReplyHeaders headers;
  private @Nullable ReplyStream stream;

  HttpReply(
      Connections connections,
      Connection connection,
      URI url,
      ClassicHttpRequest request,
      ClassicHttpResponse answer) {
    this.connections = connections;
    this.connection = connection;
    this.url = url;
    this.request = request;
    this.answer = answer;
    this.headers = ReplyHeaders.of(answer.headerIterator());
  }

  int status() {
    return answer.getCode();
  }

  ReplyHeaders headers() {
    return headers;
  }

  /// What was asked for.
  URI url() {
    return url;
  }

  /// The body, once.
  ///
  /// @param deadline until when it is waited for
  /// @param limit in bytes
  /// @param progress hears of the bytes received so far, at the first and every 64 KiB
  ReplyStream body(Deadline deadline, long limit, LongConsumer progress) throws IOException {
    connection.until(deadline);
    stream = new ReplyStream(connection, connection.body(request, answer), limit, progress);
    return stream;
  }

  @Override
  public void close() {
    if (stream != null && stream.isRead() && connection.goesOn(request, answer)) {
      connections.giveBack(connection);
    } else {
      connection.close();
    }
  }
}
