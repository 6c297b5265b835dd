package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// How the tables of a log came to be: the steps from an empty file to the newest version, of which
/// a new file runs all. A step that has been released never changes.
final class SqliteSchema {

  /// `Easl`, by which a file is known to be Easel's.
  static final int APPLICATION = 0x4561736c;

  /// From this version on nothing is missing that is read.
  private static final int READABLE = 7;

  private static final List<List<String>> STEPS =
      List.of(
          SqliteFirstStep.statements(),
          SqliteSecondStep.statements(),
          SqliteThirdStep.statements(),
          SqliteFourthStep.statements(),
          SqliteFifthStep.statements(),
          SqliteSixthStep.statements(),
          SqliteSeventhStep.statements());

  private final Path path;
  private final SqliteConnection connection;
  private final List<List<String>> steps;

  SqliteSchema(Path path, SqliteConnection connection) {
    this(path, connection, STEPS);
  }

  /// With other steps, for tests.
  SqliteSchema(Path path, SqliteConnection connection, List<List<String>> steps) {
    this.path = path;
    this.connection = connection;
    this.steps = steps;
  }

  /// Brings the file to the newest version.
  ///
  /// @param zone for a new log; null for the system's
  /// @throws LogUnavailable when the file is a newer Easel's, or none of Easel's
  void migrate(@Nullable ZoneId zone) throws SQLException {
    if (version() < steps.size()) {
      demandWriteAheadLog();
      connection.begin();
      try {
        climb(zone);
        connection.commit();
      } catch (SQLException | RuntimeException failure) {
        connection.rollback();
        throw failure;
      }
    }
  }

  /// Whether the file can be read as it is.
  ///
  /// @throws LogUnavailable when it is a newer Easel's, or none of Easel's
  boolean isReadable() throws SQLException {
    return version() >= READABLE;
  }

  /// Demands that no newer Easel has brought the file, since it was opened, to a version of which
  /// this one knows nothing. Within a transaction.
  ///
  /// @throws LogUnavailable when one has
  void demandKnown() throws SQLException {
    known();
  }

  // Another process may have been faster, so all is asked once more under the lock.
  private void climb(@Nullable ZoneId zone) throws SQLException {
    int from = version();
    for (List<String> step : steps.subList(from, steps.size())) {
      for (String statement : step) {
        connection.update(statement);
      }
    }
    if (from == 0) {
      baptise(Objects.requireNonNullElseGet(zone, ZoneId::systemDefault));
    }
    connection.update("PRAGMA application_id = " + APPLICATION);
    connection.update("PRAGMA user_version = " + steps.size());
  }

  private void baptise(ZoneId zone) throws SQLException {
    SqliteMeta.ZONE.put(connection, zone.getId());
    SqliteMeta.IDENTITY.put(connection, UUID.randomUUID().toString().substring(0, 8));
  }

  private int version() throws SQLException {
    long application = connection.number("PRAGMA application_id");
    int version = known();
    boolean empty = connection.number("SELECT count(*) FROM sqlite_schema") == 0;
    if (application != APPLICATION && !(empty && application == 0 && version == 0)) {
      throw new LogUnavailable(
          LogUnavailable.Reason.UNUSABLE,
          "the log "
              + path
              + " is a database of another program; set log.path to a file of Easel's");
    }
    return version;
  }

  private int known() throws SQLException {
    int version = Math.toIntExact(connection.number("PRAGMA user_version"));
    if (version > steps.size()) {
      throw new LogUnavailable(
          LogUnavailable.Reason.NEWER,
          "the log %s is of version %d, and this Easel knows up to %d; use the newer Easel that wrote it"
              .formatted(path, version, steps.size()));
    }
    return version;
  }

  // In this mode readers and the writer do not wait for one another. It stays with the file.
  private void demandWriteAheadLog() throws SQLException {
    String mode = connection.first("PRAGMA journal_mode = WAL", row -> row.getString(1)).orElse("");
    if (!mode.equals("wal")) {
      throw new LogUnavailable(
          LogUnavailable.Reason.UNUSABLE,
          "the log %s lies on a file system that cannot be shared by processes; set log.path to a local disk"
              .formatted(path));
    }
  }
}
