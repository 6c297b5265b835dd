package dev.easel.domain.usecase;

import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.PictureStore;
import java.util.function.Consumer;

/// Verifies the books: that entries say what they said when they were sealed, that none is gone,
/// that the sums are those of the entries, and that the pictures are there and are what their names
/// say. Changes nothing. It holds sixteen bytes an entry at most, and sixteen a picture.
public final class VerifyBooks {

  private final GenerationLog log;
  private final PictureStore pictures;

  /// Puts the use case together.
  public VerifyBooks(GenerationLog log, PictureStore pictures) {
    this.log = log;
    this.pictures = pictures;
  }

  /// How far it is.
  public enum Stage {
    /// It reads the picture files.
    PICTURES,
    /// It reads the entries.
    ENTRIES
  }

  /// Follows how far it is.
  @FunctionalInterface
  public interface Follower {
    /// So many of about so many are done.
    void reached(Stage stage, long done, long all);
  }

  /// What came of it.
  ///
  /// @param entries finished ones that were read
  /// @param unsealed those of them without a hash, which older programs wrote
  /// @param running entries in flight
  /// @param pictures files that were read, 0 when they were left out
  /// @param wrong findings because of which the books are wrong
  /// @param noted findings that are only to be known
  public record Summary(
      long entries, long unsealed, long running, long pictures, long wrong, long noted) {
    /// Whether nothing is wrong.
    public boolean sound() {
      return wrong == 0;
    }
  }

  /// Verifies everything.
  ///
  /// @param withPictures false to leave the pictures out
  /// @param sink takes each finding, as soon as there is one
  public Summary verify(boolean withPictures, Follower follower, Consumer<BookFinding> sink) {
    FindingCount found = new FindingCount(sink);
    PictureVerification files = new PictureVerification(pictures, follower, found);
    // First the files, then the entries: a picture is there before its entry has ended.
    if (withPictures) {
      files.read();
    }
    EntryVerification entries =
        new EntryVerification(withPictures ? files::named : _ -> {}, follower, found);
    log.inspect(entries);
    entries.compareSums();
    if (withPictures) {
      files.compareNames();
    }
    return new Summary(
        entries.finished(),
        entries.unsealed(),
        entries.running(),
        files.count(),
        found.wrong(),
        found.noted());
  }
}
