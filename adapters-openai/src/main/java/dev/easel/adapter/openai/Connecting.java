package dev.easel.adapter.openai;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/// Opens a connection: to the host or its proxy, through the proxy's tunnel, with TLS.
final class Connecting {

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Route route;
  private final Deadline deadline;

  /// @param deadline until when the connection may come about
  Connecting(Route route, Deadline deadline) {
    this.route = route;
    this.deadline = deadline;
  }

  /// Opens it.
  ///
  /// @throws DeadlinePassed when it does not come about in time
  /// @throws InterruptedIOException when this thread is interrupted
  /// @throws ProxyRefused when the proxy wants another password
  Connection open() throws IOException {
    InetSocketAddress first = route.first();
    TimedSocket timed = TimedSocket.open(deadline);
    try {
      connect(timed.socket(), first);
      return new Connection(route, timed, speaker(timed.socket()));
    } catch (IOException failure) {
      timed.close();
      throw timed.meant(failure);
    }
  }

  private void connect(Socket socket, InetSocketAddress address) throws IOException {
    long patience = Math.clamp(deadline.left(), SHORTEST_NANOS, LONGEST_NANOS);
    try {
      socket.connect(address, (int) TimeUnit.NANOSECONDS.toMillis(patience));
    } catch (SocketTimeoutException _) {
      throw new DeadlinePassed();
    }
  }

  private Speaker speaker(Socket socket) throws IOException {
    if (route.tunnelled()) {
      tunnel(socket);
    }
    return new Speaker(route.secure() ? secured(socket, route) : socket);
  }

  private void tunnel(Socket socket) throws IOException {
    String place = route.authority();
    ClassicHttpRequest request = new BasicClassicHttpRequest(Method.CONNECT, null, place);
    request.addHeader("Host", place);
    route.authorise(request);
    int status = new Speaker(socket).ask(request, null).getCode();
    if (status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) {
      throw new ProxyRefused();
    }
    if (status / 100 != 2) {
      throw new ConnectException("it refused the tunnel with status " + status);
    }
  }

  /// Speaks TLS on a connected socket, which closes with what comes of it.
  ///
  /// @throws IOException when the other side is not trusted to be the host of the route, or does
  ///   not speak TLS
  static SSLSocket secured(Socket socket, Route route) throws IOException {
    SSLSocket secured =
        (SSLSocket) sockets().createSocket(socket, route.host(), route.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static SSLSocketFactory sockets() throws ConnectException {
    try {
      return SSLContext.getDefault().getSocketFactory();
    } catch (NoSuchAlgorithmException unusable) {
      throw new ConnectException("TLS cannot be used here: " + unusable.getMessage());
    }
  }
}
