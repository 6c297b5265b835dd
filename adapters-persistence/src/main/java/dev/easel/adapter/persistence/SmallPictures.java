package dev.easel.adapter.persistence;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.PictureStore.Kept;
import dev.easel.domain.ledger.StoredPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Keeps small pictures by way of a [PictureJournal], which is begun beside the first of them and
/// not where a file system cannot be forced as a whole. Safe for use by several threads.
final class SmallPictures implements AutoCloseable {

  /// To write a larger one twice costs more than it saves.
  static final int LARGEST = 64 * 1024;

  /// With less room than this on the disk, none of it is taken for a journal.
  private static final long ROOM = 1L << 30;

  /// How long the last pictures may take to be forced at the end.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final PictureDirectory pictures;
  private final Path journals;
  private final Tombstones tombstones;
  private final GenerationLog log;
  private @Nullable Thread beginning;
  private @Nullable Thread ending;
  private volatile @Nullable PictureJournal journal;

  /// @param pictures where they go
  /// @param journals where the journal goes
  /// @param log of the entries whose ends are kept with their pictures
  SmallPictures(
      PictureDirectory pictures, Path journals, Tombstones tombstones, GenerationLog log) {
    this.pictures = pictures;
    this.journals = journals;
    this.tombstones = tombstones;
    this.log = log;
  }

  /// Keeps a picture in the directory: durably, but in the journal alone for now.
  ///
  /// @return null when it is to be kept in the usual way, as one that is here already, or was and
  ///   has been deleted
  @Nullable
  Kept keep(Content content, PictureEnd end) throws IOException {
    @Nullable String sha256 = content.knownSha256();
    if (sha256 == null || content.length() > LARGEST) {
      return null;
    }
    PictureJournal open = journal;
    if (open == null) {
      beginOnce();
      return null;
    }
    return kept(new JournalRecord(sha256, content.bytes()), end, open);
  }

  private @Nullable Kept kept(JournalRecord picture, PictureEnd end, PictureJournal open)
      throws IOException {
    @Nullable ImageFormat format = picture.format().orElse(null);
    if (format == null || format == ImageFormat.SVG) {
      return null; // which has to be read before it passes for a picture
    }
    Path place = FilePictureStore.place(pictures.path(), picture.sha256(), format);
    if (tombstones.has(picture.sha256()) || Files.exists(place)) {
      return null;
    }
    Optional<Dimensions> dimensions = PictureHeader.dimensions(picture.bytes(), format);
    StoredPicture stored =
        FilePictureStore.stored(picture.sha256(), format, picture.bytes().length, dimensions);
    return kept(picture, place, open, end.of(stored));
  }

  private @Nullable Kept kept(
      JournalRecord picture, Path place, PictureJournal open, PictureEnd.Told told)
      throws IOException {
    PictureJournal.Entry entry = open.append(told.records(picture));
    if (entry == null) {
      return null;
    }
    boolean kept = false;
    try {
      kept = NewFile.write(place, picture.bytes()) && !isDeleted(picture, place);
    } finally {
      if (!kept) {
        entry.close();
      }
    }
    return kept ? told.kept(entry::close) : null;
  }

  // Recovery leaves those alone that have a tombstone, and the usual way takes one that is here for
  // durable.
  private boolean isDeleted(JournalRecord picture, Path place) throws IOException {
    if (!tombstones.has(picture.sha256())) {
      return false;
    }
    if (PrivateFiles.isFile(place)) {
      PrivateFiles.force(place);
    }
    return true;
  }

  private synchronized void beginOnce() throws IOException {
    if (beginning == null && ending == null) {
      pictures.make();
      beginning = inBackground(this::begin);
    }
  }

  private static Thread inBackground(Runnable work) {
    return Thread.ofPlatform().daemon().name("easel-journal").start(work);
  }

  private void begin() {
    try {
      journal =
          DiskRoom.free(pictures.path()) < ROOM || Files.isSymbolicLink(journals)
              ? null
              : PictureJournal.begin(pictures.path(), journals, this::forceLog);
    } catch (IOException | RuntimeException _) {
      journal = null; // in the usual way, then
    }
  }

  private void forceLog() throws IOException {
    try {
      log.force();
    } catch (LogUnavailable | IllegalStateException failure) {
      throw new IOException("the log could not be forced", failure);
    }
  }

  /// Begins none any more, and closes the one that was begun. What cannot be put on stable storage
  /// in two seconds stays in it for whoever opens the pictures next.
  @Override
  public void close() {
    try {
      ending().join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Thread ending() {
    if (ending == null) {
      @Nullable Thread begun = beginning;
      ending = inBackground(() -> end(begun));
    }
    return ending;
  }

  private void end(@Nullable Thread begun) {
    if (begun != null) {
      KeptInterrupt.join(begun);
    }
    PictureJournal open = journal;
    journal = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException stays) {
      return;
    }
  }
}
