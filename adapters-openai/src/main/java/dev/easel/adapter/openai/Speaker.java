package dev.easel.adapter.openai;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestWriter;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.http.impl.io.SessionOutputBufferImpl;
import org.apache.hc.core5.http.message.MessageSupport;

/// Speaks HTTP/1.1 on a connected socket. For use by one thread at a time.
final class Speaker {

  private static final int BUFFER = 8 * 1024;
  private static final int LONGEST_LINE = 32 * 1024;
  private static final int MOST_HEADERS = 300;
  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_HEADERS).build();

  private final Incoming in;
  private final OutputStream out;
  private final SessionInputBufferImpl heard = new SessionInputBufferImpl(BUFFER, LONGEST_LINE);
  private final SessionOutputBufferImpl said = new SessionOutputBufferImpl(BUFFER);
  private final DefaultHttpRequestWriter writer = new DefaultHttpRequestWriter();
  private final DefaultHttpResponseParser parser = new DefaultHttpResponseParser(LIMITS);
  private boolean saidAll = true;

  Speaker(Socket socket) throws IOException {
    in = new Incoming(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /// Sends a request, and waits for the head of its answer.
  ///
  /// @param body that the request says it has; null for none
  ClassicHttpResponse ask(ClassicHttpRequest request, @Nullable Body body) throws IOException {
    try {
      send(request, body);
      return head();
    } catch (HttpException senseless) {
      throw broken(senseless);
    }
  }

  private static IOException broken(HttpException senseless) {
    return new IOException(senseless.getMessage(), senseless);
  }

  // Whoever refuses a large request may answer and hang up before all of it is sent.
  private void send(ClassicHttpRequest request, @Nullable Body body)
      throws IOException, HttpException {
    try {
      writer.write(request, said, out);
      if (body != null) {
        say(body);
      }
      said.flush(out);
    } catch (Answered _) {
      saidAll = false;
    } catch (IOException failure) {
      saidAll = false;
      if (!hasMore()) {
        throw failure;
      }
    }
  }

  private void say(Body body) throws IOException {
    try {
      body.pieces().forEach(piece -> piece.writeTo(this::say));
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  private void say(byte[] bytes, int offset, int count) {
    try {
      if (count > said.available() && hasMore()) {
        throw new Answered();
      }
      said.write(bytes, offset, count, out);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The answer came before the request was sent.
  private static final class Answered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Answered() {
      super("answered", null, false, false);
    }
  }

  private ClassicHttpResponse head() throws IOException, HttpException {
    ClassicHttpResponse answer = line();
    while (answer.getCode() < HttpStatus.SC_SUCCESS) {
      answer = line();
    }
    return answer;
  }

  private ClassicHttpResponse line() throws IOException, HttpException {
    ClassicHttpResponse answer = parser.parse(heard, in);
    if (answer == null || in.ended()) {
      throw new IOException("it hung up before the head of its answer was complete");
    }
    if (answer.getCode() < HttpStatus.SC_CONTINUE) {
      throw new IOException("it answered with status " + answer.getCode());
    }
    return answer;
  }

  /// What follows the head of an answer.
  HttpBody body(ClassicHttpRequest request, ClassicHttpResponse answer) throws IOException {
    if (!MessageSupport.canResponseHaveBody(request.getMethod(), answer)) {
      return new HttpBody(InputStream.nullInputStream(), 0);
    }
    try {
      long length = DefaultContentLengthStrategy.INSTANCE.determineLength(answer);
      return new HttpBody(content(length), length);
    } catch (HttpException senseless) {
      throw broken(senseless);
    }
  }

  private InputStream content(long length) {
    if (length == ContentLengthStrategy.CHUNKED) {
      return new ChunkedInputStream(heard, in, LIMITS);
    }
    return length < 0
        ? new IdentityInputStream(heard, in)
        : new ContentLengthInputStream(heard, in, length);
  }

  /// Whether something has come that is not read yet.
  boolean hasMore() throws IOException {
    return heard.hasBufferedData() || in.available() > 0;
  }

  /// Whether the last request was sent to its end.
  boolean saidAll() {
    return saidAll;
  }
}
