package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file of an open log, held so that none that lies in its place later can pass for it. Safe
/// for use by several threads.
final class JsonlHold implements AutoCloseable {

  private final Path place;
  private final FileChannel channel;
  private final FileIdentity identity;

  private JsonlHold(Path place, FileChannel channel, FileIdentity identity) {
    this.place = place;
    this.channel = channel;
    this.identity = identity;
  }

  /// Holds the log that lies there now.
  ///
  /// @param place how the user calls it
  static JsonlHold of(Path place, JsonlPlaces places) throws IOException {
    FileChannel channel = FileChannel.open(places.log(), StandardOpenOption.READ);
    return new JsonlHold(place, channel, FileIdentity.of(places.log()));
  }

  /// Demands that the log lies in its place still.
  ///
  /// @throws LogUnavailable when it does not
  void demand() {
    identity.demand(place);
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
    channel.close();
  }
}
