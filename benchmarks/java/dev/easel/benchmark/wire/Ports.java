package dev.easel.benchmark.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Ports of the loopback address, for servers that have to be told theirs.
public final class Ports {

  private Ports() {}

  /// One on which nobody listens now.
  ///
  /// @throws IOException when there is none
  public static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
