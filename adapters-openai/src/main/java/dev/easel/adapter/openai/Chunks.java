package dev.easel.adapter.openai;

import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.CanonicalForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Gathers the bytes of a picture in pieces: they are never copied into a larger array, so that a
/// picture costs about its own size while it arrives and afterwards. They are hashed on the way,
/// and handed on to whoever stores them.
final class Chunks extends OutputStream {

  private static final int CHUNK = 64 * 1024;
  private static final int LARGE = 16 * 1024;

  private final long limit;
  private final Arrivals.Arrival arrival;
  private final MessageDigest digest = CanonicalForm.digest();
  private final List<byte[]> full = new ArrayList<>();
  private byte[] last = new byte[4 * 1024];
  private int used;
  private long length;

  /// @param limit the most bytes to take
  /// @param arrival is ended with this
  Chunks(long limit, Arrivals.Arrival arrival) {
    this.limit = limit;
    this.arrival = arrival;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  /// @throws TooLarge when the limit is passed
  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    admit(count);
    digest.update(bytes, offset, count);
    int taken = 0;
    while (taken < count) {
      makeRoom();
      int run = Math.min(count - taken, last.length - used);
      System.arraycopy(bytes, offset + taken, last, used, run);
      used += run;
      taken += run;
    }
  }

  /// Takes all of an array, which the caller no longer changes: a large one is kept as it is.
  ///
  /// @throws TooLarge when the limit is passed
  void take(byte[] bytes) throws IOException {
    if (bytes.length < LARGE) {
      write(bytes, 0, bytes.length);
      return;
    }
    admit(bytes.length);
    digest.update(bytes);
    keepLast();
    add(bytes);
  }

  private void add(byte[] bytes) {
    full.add(bytes);
    arrival.take(bytes);
  }

  private void admit(int count) throws TooLarge {
    if (length + count > limit) {
      throw new TooLarge(limit);
    }
    length += count;
  }

  private void keepLast() {
    if (used > 0) {
      add(Arrays.copyOf(last, used));
      used = 0;
    }
  }

  private void makeRoom() {
    if (used == last.length) {
      add(last);
      last = new byte[CHUNK];
      used = 0;
    }
  }

  /// What has been gathered, once. Nothing may be written afterwards.
  Content content() {
    keepLast();
    String sha256 = HexFormat.of().formatHex(digest.digest());
    return arrival.whole(new Gathered(List.copyOf(full), length, sha256));
  }

  /// At most the first `count` bytes.
  byte[] head(int count) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (byte[] chunk : full) {
      head.write(chunk, 0, Math.min(chunk.length, count - head.size()));
    }
    head.write(last, 0, Math.min(used, count - head.size()));
    return head.toByteArray();
  }

  /// Gives up what was not asked for as a whole.
  @Override
  public void close() {
    arrival.close();
  }

  private record Gathered(List<byte[]> chunks, long length, String knownSha256) implements Content {
    @Override
    public void writeTo(Sink sink) {
      chunks.forEach(chunk -> sink.write(chunk, 0, chunk.length));
    }
  }
}
