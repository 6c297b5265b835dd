package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.PictureStore.Kept;
import dev.easel.domain.ledger.StoredPicture;
import java.util.List;
import java.util.function.Function;

/// How an entry ends with a picture that is about to be kept.
@FunctionalInterface
interface PictureEnd {

  /// Nothing ends with it.
  PictureEnd NONE = picture -> new Told(picture, null, null);

  /// Tells it once the picture is known.
  Told of(StoredPicture picture);

  /// That this entry ends.
  ///
  /// @param ends gives its end from the picture
  static PictureEnd of(Entry entry, Function<StoredPicture, Ending> ends) {
    return picture -> {
      Ending ending = ends.apply(picture);
      return new Told(picture, ending, JournalRecord.of(entry.ended(ending)));
    };
  }

  /// A picture and what ends with it.
  ///
  /// @param ending null when nothing does
  /// @param record of the ending, null likewise
  record Told(StoredPicture picture, @Nullable Ending ending, @Nullable JournalRecord record) {

    /// What goes into a journal.
    List<JournalRecord> records(JournalRecord ofPicture) {
      return record == null ? List.of(ofPicture) : List.of(ofPicture, record);
    }

    /// Both are kept.
    Kept kept(Runnable closing) {
      return new Kept(picture, ending, closing);
    }
  }
}
