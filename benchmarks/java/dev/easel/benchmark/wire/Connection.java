package dev.easel.benchmark.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/// A client's connection that stays open from one request to the next, with as little cost of its
/// own as can be. For use by one thread.
public final class Connection implements AutoCloseable {

  private static final int MOST_AT_ONCE = 256 * 1024;
  private static final byte[] NOTHING = {};

  private final Target target;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private byte[] run = NOTHING;
  private int status;
  private long length;
  private boolean chunked;

  /// Connects.
  ///
  /// @throws IOException when nobody listens
  public Connection(Target target) throws IOException {
    this.target = target;
    this.socket = new Socket(InetAddress.getLoopbackAddress(), target.port());
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    this.out = socket.getOutputStream();
  }

  /// What came.
  ///
  /// @param length of the body in bytes
  /// @param nanos from the request to the last byte
  public record Answer(int status, long length, long nanos) {}

  /// Asks, and takes all of the answer.
  ///
  /// @throws IOException when it does not come whole
  public Answer ask() throws IOException {
    long start = System.nanoTime();
    out.write(target.request());
    head();
    long taken = chunked ? chunks() : skipped(length);
    return new Answer(status, taken, System.nanoTime() - start);
  }

  private void head() throws IOException {
    String first = line();
    status = Integer.parseInt(first.substring(9, 12));
    length = 0;
    chunked = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Long.parseLong(header.substring(15).strip());
      }
      chunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("the answer of " + target.name() + " ends in its head");
      }
      line.append((char) octet);
    }
    return line.toString().stripTrailing();
  }

  private long chunks() throws IOException {
    long taken = 0;
    for (long size = size(); size > 0; size = size()) {
      taken += skipped(size);
      line();
    }
    line();
    return taken;
  }

  private long size() throws IOException {
    return Long.parseLong(line().split(";", 2)[0].strip(), 16);
  }

  // A thousand that wait for an answer hold no memory for it.
  private long skipped(long count) throws IOException {
    if (run.length < Math.min(count, MOST_AT_ONCE)) {
      run = new byte[Math.toIntExact(Math.min(count, MOST_AT_ONCE))];
    }
    for (long left = count; left > 0; ) {
      int taken = in.read(run, 0, (int) Math.min(run.length, left));
      if (taken < 0) {
        throw new EOFException("the answer of " + target.name() + " lacks " + left + " bytes");
      }
      left -= taken;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
