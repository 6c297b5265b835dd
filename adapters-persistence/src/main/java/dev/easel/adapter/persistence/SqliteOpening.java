package dev.easel.adapter.persistence;

import dev.easel.config.LogSettings;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.ZoneId;

/// Opens a SQLite log: makes the file where it is missing, and brings its schema up to date.
final class SqliteOpening {

  private SqliteOpening() {}

  /// Opens the log, or makes it.
  ///
  /// @throws LogUnavailable when it cannot be used
  static SqliteGenerationLog open(LogSettings settings) {
    return open(settings, SqliteWords.MOST_WAITING);
  }

  /// The same with another number of entries that are let wait for text search, for tests.
  static SqliteGenerationLog open(LogSettings settings, int mostWaiting) {
    SqliteFile file = new SqliteFile(settings.path().toAbsolutePath().normalize());
    if (Files.isDirectory(file.path())) {
      throw LogFailures.directory(file.path());
    }
    if (Files.exists(file.path()) && !Files.isRegularFile(file.path())) {
      throw LogFailures.noFile(file.path());
    }
    return open(file, settings.zone(), mostWaiting);
  }

  // One at a time: making the file closes it, and that would drop the locks of another handle.
  private static synchronized SqliteGenerationLog open(
      SqliteFile file, @Nullable ZoneId zone, int mostWaiting) {
    try {
      file.make();
      return toWrite(file, zone, mostWaiting);
    } catch (IOException failure) {
      throw LogFailures.of(file.path(), failure);
    } catch (SQLException failure) {
      if (SqliteFailures.keepsFromWriting(failure)) {
        return toRead(file, failure, mostWaiting);
      }
      throw SqliteFailures.of(file.path(), failure);
    }
  }

  private static SqliteGenerationLog toWrite(
      SqliteFile file, @Nullable ZoneId zone, int mostWaiting) throws SQLException {
    SqliteConnection connection = file.write();
    try {
      new SqliteSchema(file.path(), connection).migrate(zone);
      SqliteBaptism baptism = SqliteBaptism.read(file.path(), connection);
      return new SqliteGenerationLog(file, baptism, readers(file), connection, mostWaiting);
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  // What cannot be written may be read, and whoever wants to write is told.
  private static SqliteGenerationLog toRead(
      SqliteFile file, SQLException refusal, int mostWaiting) {
    SqliteReaders readers = readers(file);
    try {
      SqliteBaptism baptism =
          readers.read(connection -> {
            if (new SqliteSchema(file.path(), connection).isReadable()) {
              return SqliteBaptism.read(file.path(), connection);
            }
            throw refusal;
          });
      return new SqliteGenerationLog(file, baptism, readers, null, mostWaiting);
    } catch (RuntimeException failure) {
      readers.close();
      throw failure;
    }
  }

  private static SqliteReaders readers(SqliteFile file) {
    return new SqliteReaders(file, new SqliteHold(file));
  }
}
