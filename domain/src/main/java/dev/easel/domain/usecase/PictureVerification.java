package dev.easel.domain.usecase;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Fingerprints;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.StoredPicture;
import dev.easel.domain.usecase.VerifyBooks.Follower;
import dev.easel.domain.usecase.VerifyBooks.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Looks at the picture files and at what entries say of them.
final class PictureVerification {

  /// So many that are missing are looked for once more at the end.
  private static final int MOST_SOUGHT = 10_000;

  private final PictureStore pictures;
  private final Follower follower;
  private final Consumer<BookFinding> sink;
  private final Fingerprints there = new Fingerprints();
  private final Fingerprints named = new Fingerprints();
  private final List<BookFinding.PictureMissing> sought = new ArrayList<>();
  private @Nullable Instant oldestRunning;
  private long count;
  private long all;

  PictureVerification(PictureStore pictures, Follower follower, Consumer<BookFinding> sink) {
    this.pictures = pictures;
    this.follower = follower;
    this.sink = sink;
  }

  /// Reads every file.
  void read() {
    all = pictures.condition().pictures();
    try {
      pictures.list(this::read);
    } catch (Content.ContentUnavailable unreadable) {
      sink.accept(new BookFinding.Broken("the pictures", String.valueOf(unreadable.getMessage())));
    }
  }

  private void read(PictureStore.Item item) {
    PictureStore.Picture picture = item.picture();
    if (picture == null) {
      sink.accept(new BookFinding.PictureForeign(item.path()));
    } else {
      read(picture);
    }
  }

  private void read(PictureStore.Picture picture) {
    there.add(Fingerprints.of(picture.sha256()));
    if (!isWhatItsNameSays(picture)) {
      sink.accept(new BookFinding.PictureAltered(picture.sha256(), picture.path()));
    }
    follower.reached(Stage.PICTURES, ++count, all);
  }

  private boolean isWhatItsNameSays(PictureStore.Picture picture) {
    try {
      return CanonicalForm.sha256(picture.content()).equals(picture.sha256());
    } catch (Content.ContentUnavailable _) {
      return pictures.find(picture.sha256()).isEmpty(); // then it was removed in the meantime
    }
  }

  /// Takes what an entry says.
  void named(Entry entry) {
    if (!entry.finished() && (oldestRunning == null || entry.timestamp().isBefore(oldestRunning))) {
      oldestRunning = entry.timestamp();
    }
    for (StoredPicture picture : entry.images()) {
      String sha256 = picture.sha256();
      if (sha256 != null) {
        named.add(Fingerprints.of(sha256));
        seek(new BookFinding.PictureMissing(entry.id(), sha256));
      }
    }
  }

  private void seek(BookFinding.PictureMissing picture) {
    if (isMissing(picture.sha256())) {
      if (sought.size() < MOST_SOUGHT) {
        sought.add(picture);
      } else {
        sink.accept(picture);
      }
    }
  }

  private boolean isMissing(String sha256) {
    return pictures.find(sha256).isEmpty() && !pictures.deleted(sha256);
  }

  /// Says which pictures are missing, and of which files no entry speaks.
  void compareNames() {
    // A deleted picture that is kept once more is for a moment neither deleted nor there.
    sought.stream().filter(picture -> isMissing(picture.sha256())).forEach(sink);
    try {
      pictures.list(item -> {
        if (isForeign(item)) {
          sink.accept(new BookFinding.PictureForeign(item.path()));
        }
      });
    } catch (Content.ContentUnavailable _) {
      // it has been said already
    }
  }

  // What is younger than an entry in flight may be its picture.
  private boolean isForeign(PictureStore.Item item) {
    PictureStore.Picture picture = item.picture();
    if (picture == null || !isOlderThanWhatRuns(item)) {
      return false;
    }
    long print = Fingerprints.of(picture.sha256());
    return there.contains(print, 0) && !named.contains(print, 0);
  }

  private boolean isOlderThanWhatRuns(PictureStore.Item item) {
    return oldestRunning == null || item.modified().isBefore(oldestRunning);
  }

  /// How many files were read.
  long count() {
    return count;
  }
}
