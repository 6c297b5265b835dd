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
  private final Path log;
  private final JsonlStamp held;

  private JsonlHold(Path place, RandomAccessFile file, Path log) throws IOException {
    this.place = place;
    this.file = file;
    this.log = log;
    this.held = JsonlStamp.of(log);
  }

  /// Holds the log that lies there now.
  ///
  /// @param place how the user calls it
  static JsonlHold of(Path place, JsonlPlaces places) throws IOException {
    RandomAccessFile file = new RandomAccessFile(places.log().toFile(), "r");
    return new JsonlHold(place, file, places.log());
  }

  /// How long the log is, which is demanded to lie in its place still.
  ///
  /// @throws LogUnavailable when it does not
  JsonlStamp look() {
    JsonlStamp now = inPlace();
    if (!now.isSameFile(held)) {
      throw moved();
    }
    return now;
  }

  // What cannot be looked at is not there any more.
  private JsonlStamp inPlace() {
    try {
      return JsonlStamp.of(log);
    } catch (IOException _) {
      throw moved();
    }
  }

  /// Some bytes of it, fewer when it is shorter.
  synchronized byte[] bytes(long offset, int length) throws IOException {
    return JsonlLines.bytes(file, offset, length);
  }

  /// The line that begins there, without its newline.
  synchronized byte[] line(long offset) throws IOException {
    return JsonlLines.one(file, offset, file.length());
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
