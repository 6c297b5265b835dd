package dev.easel.adapter.persistence;

import java.util.Optional;

/// Reads for whoever asks, who finds the entries of dead processes ended. Safe for use by several
/// threads.
final class SqliteLookout {

  private final SqliteReaders readers;
  private final SqliteAbandoned abandoned;
  private final Vigil vigil;

  SqliteLookout(SqliteReaders readers, SqliteWriter writer, SqliteAbandoned abandoned) {
    this.readers = readers;
    this.abandoned = abandoned;
    this.vigil = new Vigil(() -> writer.submit(books -> abandoned.release(books, null)));
  }

  /// Only looks for the dead.
  void look() {
    if (readers.read(abandoned::exist)) {
      vigil.bury();
    }
  }

  /// Reads. While nobody has anything in flight, to look for the dead is one step in an index.
  <T> T read(SqliteReaders.Look<T> look) {
    Optional<T> read =
        readers.read(connection ->
            abandoned.exist(connection) ? Optional.empty() : Optional.of(look.look(connection)));
    if (read.isPresent()) {
      return read.get();
    }
    vigil.bury();
    return readers.read(look);
  }
}
