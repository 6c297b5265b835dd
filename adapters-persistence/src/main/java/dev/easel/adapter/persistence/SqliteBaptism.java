package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.LogUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;

/// What a log was given when it was made, and keeps.
///
/// @param zone whose days it counts
/// @param identity eight digits that no other log is likely to have
record SqliteBaptism(ZoneId zone, String identity) {

  /// That of the log at `path`.
  ///
  /// @throws LogUnavailable when this Java does not know the zone
  static SqliteBaptism read(Path path, SqliteConnection connection) throws SQLException {
    return new SqliteBaptism(
        zone(path, SqliteMeta.ZONE.get(connection).orElse("")),
        SqliteMeta.IDENTITY.get(connection).orElse(""));
  }

  private static ZoneId zone(Path path, String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new LogUnavailable(
          LogUnavailable.Reason.UNUSABLE,
          "the log %s counts the days of \"%s\", a zone that this Java does not know"
              .formatted(path, name),
          unknown);
    }
  }
}
