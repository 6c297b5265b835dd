package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// The file of an open log, held so that none that lies in its place later can pass for it. Safe
/// for use by several threads. It is no channel, which an interrupt of whoever reads would close.
final class JsonlHold implements AutoCloseable {

  private final Path place;
  private final RandomAccessFile file;
  private final FileIdentity identity;

  private JsonlHold(Path place, RandomAccessFile file, FileIdentity identity) {
    this.place = place;
    this.file = file;
    this.identity = identity;
  }

  /// Holds the log that lies there now.
  ///
  /// @param place how the user calls it
  static JsonlHold of(Path place, JsonlPlaces places) throws IOException {
    RandomAccessFile file = new RandomAccessFile(places.log().toFile(), "r");
    return new JsonlHold(place, file, FileIdentity.of(places.log()));
  }

  /// Demands that the log lies in its place still.
  ///
  /// @throws LogUnavailable when it does not
  void demand() {
    identity.demand(place);
  }

  /// Some bytes of it, fewer when it is shorter.
  synchronized byte[] bytes(long offset, int length) throws IOException {
    return JsonlLines.bytes(file, offset, length);
  }

  /// The same, of which it is known that it does not.
  LogUnavailable moved() {
    return LogFailures.moved(place);
  }

  /// It lies in its place, and does not hold any more what it held.
  LogUnavailable shortened() {
    return LogFailures.shortened(place);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
