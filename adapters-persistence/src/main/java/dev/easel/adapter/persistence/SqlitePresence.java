package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;

/// The name under which a handle owns entries. It enters the owners when it first needs to: one
/// that only reads leaves no file. Safe for use by several threads.
final class SqlitePresence implements AutoCloseable {

  private final SqliteFile file;
  private final SqliteHold hold;
  private @Nullable Owners owners;
  private @Nullable FileIdentity directory;
  private boolean inPlace;
  private boolean closed;

  SqlitePresence(SqliteFile file, SqliteHold hold) {
    this.file = file;
    this.hold = hold;
  }

  /// Forgets what was seen.
  synchronized void lookAgain() {
    inPlace = false;
  }

  /// The name, seen to be in its place since [#lookAgain].
  ///
  /// @throws LogUnavailable when it cannot be put there
  synchronized String owner() {
    if (closed) {
      throw new IllegalStateException("the log " + file.path() + " is closed");
    }
    try {
      Owners present = entered();
      if (!inPlace) {
        demandInPlace(present);
      }
      return present.id();
    } catch (IOException failure) {
      throw LogFailures.of(file.path(), failure);
    }
  }

  private void demandInPlace(Owners present) throws IOException {
    if (directory != null) {
      directory.demand(file.path());
    }
    if (!present.isThere()) {
      hold.demand();
      present.renew();
    }
    inPlace = true;
  }

  private Owners entered() throws IOException {
    Owners present = owners;
    if (present == null) {
      hold.demand();
      present = Owners.enter(file.owners());
      owners = present;
      directory = FileIdentity.of(file.side());
      present.tidy();
    }
    return present;
  }

  /// The name, null when there never was a need for one.
  synchronized @Nullable String known() {
    return owners == null ? null : owners.id();
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (owners != null) {
        owners.close();
      }
    } catch (IOException _) {
      // the lock is gone all the same, at the latest with the process
    }
  }
}
