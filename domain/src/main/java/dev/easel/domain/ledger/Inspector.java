package dev.easel.domain.ledger;

import dev.easel.domain.image.Fields;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;

/// Looks through all that a log holds, see [GenerationLog#inspect]. Called by one thread.
public interface Inspector {

  /// The statistics that a log keeps.
  ///
  /// @param zone whose days are counted
  /// @param days those of each day that has entries
  record Sums(ZoneId zone, Statistics everything, SortedMap<LocalDate, Statistics> days) {}

  /// The statistics that the log keeps. Called once, before anything else.
  void kept(Sums sums);

  /// An entry as it stands written. When it changed afterwards, it stands written twice: as it was
  /// and as it is.
  ///
  /// @param fields what stands there
  /// @param place where, for people
  void written(Entry entry, Fields fields, String place);

  /// An entry as it is now, finished or in flight. It is counted in the sums each time.
  void entry(Entry entry);

  /// Something that only the log can know.
  void found(BookFinding finding);
}
