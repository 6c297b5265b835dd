package dev.easel.adapter.persistence;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.sqlite.BusyHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// The file of a log, to which connections are opened.
///
/// Nothing but SQLite may open it while this process has it open: closing any channel to a file
/// drops the locks that the process has on it.
///
/// @param path absolute
record SqliteFile(Path path) {

  /// How long a transaction waits for those of others.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// Where the owners' files are: beside the file itself, by whatever link it was found, so that
  /// all who share it meet.
  Path owners() throws IOException {
    return side(path.toRealPath()).resolve("owners");
  }

  /// Where it is told how much the log holds, or held when it is not there.
  Path witness() {
    return side().resolve("witness");
  }

  /// Where SQLite writes ahead: beside the file itself, by whatever link it was found.
  Path journal() {
    Path real = real();
    return real.resolveSibling(real.getFileName() + "-wal");
  }

  /// The directory in which lies what is kept beside the log.
  Path side() {
    return side(real());
  }

  private Path real() {
    try {
      return path.toRealPath();
    } catch (IOException missing) {
      return path;
    }
  }

  private static Path side(Path file) {
    return file.resolveSibling(file.getFileName() + ".easel");
  }

  /// Makes the file and its directory where they are missing.
  void make() throws IOException {
    Path directory = path.getParent();
    if (directory != null) {
      PrivateFiles.makeDirectory(directory);
    }
    PrivateFiles.makeFile(path);
  }

  /// What the log takes on the disk, side files included, in bytes.
  long bytes() {
    return Stream.of("", "-wal", "-shm")
        .mapToLong(suffix -> new File(path + suffix).length())
        .sum();
  }

  /// Loads the driver and its library, if they can be loaded already.
  static void prepare() {
    SQLiteConfig config = new SQLiteConfig(); // for its dates the JDK looks through all its locales
    SqliteLibrary.ahead();
    try (Connection connection = config.createConnection("jdbc:sqlite::memory:")) {
      connection.getAutoCommit();
    } catch (SQLException _) {
      // whoever opens a log will hear of it
    }
  }

  /// A connection that may write and whose transactions hold the write lock from their beginning.
  SqliteConnection write() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SqliteConnection connection =
        connect(config, "", "PRAGMA cache_size = -16000", "PRAGMA synchronous = FULL");
    connection.number("PRAGMA journal_size_limit = 67108864");
    connection.number("PRAGMA wal_autocheckpoint = 4000");
    return connection;
  }

  /// A connection that reads, each transaction as the log was at its beginning. It keeps files
  /// beside the log, and has made sure that it can.
  SqliteConnection read() throws SQLException {
    return read("");
  }

  /// A connection that reads without any file beside the log. It takes no locks and notices no
  /// change: what it read is the log only if [SqliteStillness] has lasted.
  SqliteConnection readStill() throws SQLException {
    return read("?immutable=1");
  }

  private SqliteConnection read(String manner) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return connect(config, manner, "PRAGMA cache_size = -8000");
  }

  private SqliteConnection connect(SQLiteConfig config, String manner, String... wishes)
      throws SQLException {
    SqliteLibrary.prepare(side(path));
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.setGetGeneratedKeys(false);
    Connection connection =
        config.createConnection("jdbc:sqlite:file:" + path.toUri().getRawPath() + manner);
    SqlitePatience patience = new SqlitePatience(PATIENCE);
    BusyHandler.setHandler(connection, patience);
    SqliteConnection opened = new SqliteConnection(connection, patience);
    try {
      opened.update("PRAGMA trusted_schema = OFF");
      opened.update("PRAGMA temp_store = MEMORY");
      for (String wish : wishes) {
        opened.update(wish);
      }
      opened.number("PRAGMA schema_version");
      return opened;
    } catch (SQLException failure) {
      opened.close();
      throw failure;
    }
  }
}
