package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Pictures on their way to their places, on stable storage meanwhile: one forced write for all
/// that come at the same time, instead of two for each. Their files need not be forced before the
/// half of the journal that they stand in is full; then the whole file system is, at once, while
/// the other half is filled. What a process leaves behind that dies is for [PictureRecovery].
///
/// It takes no picture when both halves are full, and none any more when anything went wrong, an
/// interrupt of one who writes to it among others: whoever brought one stores it in the usual way.
/// Safe for use by several threads.
final class PictureJournal implements AutoCloseable {

  /// The ending of its file's name, before which its owner stands.
  static final String ENDING = ".pictures";

  private final PictureJournalFile file;
  private final Owners owner;
  private final FileSystemForce everything;
  private final SharedForce.Force log;
  private final SharedForce force;
  private final Lock lock = new ReentrantLock();
  private PictureJournalHalf filling = new PictureJournalHalf(0);
  private PictureJournalHalf other = new PictureJournalHalf(PictureJournalFile.HALF);
  private long turn = UUID.randomUUID().getMostSignificantBits();
  private boolean closed;
  private volatile boolean failed;
  private volatile @Nullable Thread working;

  private PictureJournal(
      PictureJournalFile file, Owners owner, FileSystemForce everything, SharedForce.Force log) {
    this.file = file;
    this.owner = owner;
    this.everything = everything;
    this.log = log;
    this.force = new SharedForce(this::forceOnce);
  }

  /// Begins one; null where the file system of the pictures cannot be forced as a whole.
  ///
  /// @param directory of the journal, among the pictures; made when it is missing
  /// @param log puts what the log has of the entries that end with the pictures on stable storage
  static @Nullable PictureJournal begin(Path pictures, Path directory, SharedForce.Force log)
      throws IOException {
    FileSystemForce everything = FileSystemForce.of(pictures);
    if (everything == null) {
      return null;
    }
    try {
      return begin(pictures, directory, everything, log);
    } catch (IOException | RuntimeException failure) {
      everything.close();
      throw failure;
    }
  }

  private static PictureJournal begin(
      Path pictures, Path directory, FileSystemForce everything, SharedForce.Force log)
      throws IOException {
    Owners owner = Owners.enter(directory);
    try {
      PrivateFiles.force(pictures);
      Path file = directory.resolve(owner.id() + ENDING);
      return new PictureJournal(PictureJournalFile.make(file), owner, everything, log);
    } catch (IOException | RuntimeException failure) {
      owner.close();
      throw failure;
    }
  }

  /// A picture that is on stable storage, and how its entry ends: closed when it is in its place
  /// and the log has its entry's end, or when that will never be.
  interface Entry extends AutoCloseable {
    @Override
    void close();
  }

  /// Puts a picture on stable storage, and what ends with it.
  ///
  /// @param records one or two
  /// @return null when it did not
  @Nullable
  Entry append(List<JournalRecord> records) {
    PictureJournalHalf half = written(records);
    if (half == null) {
      return null;
    }
    if (isForced()) {
      return half::settled;
    }
    half.settled();
    return null;
  }

  // Nobody finds what stands in a file that somebody has removed.
  private @Nullable PictureJournalHalf written(List<JournalRecord> records) {
    lock.lock();
    try {
      if (closed || !demandPlace() || !makeRoom(records)) {
        return null;
      }
      file.write(filling.encoded(records), filling.end());
      filling.wrote(records);
      return filling;
    } catch (IOException failure) {
      giveUp();
      return null;
    } finally {
      lock.unlock();
    }
  }

  private boolean demandPlace() {
    boolean inPlace = file.isInPlace();
    if (!inPlace) {
      giveUp();
    }
    return inPlace;
  }

  private boolean makeRoom(List<JournalRecord> records) {
    if (filling.hasRoom(records)) {
      return true;
    }
    if (!other.isFree()) {
      return false;
    }
    PictureJournalHalf full = filling;
    filling = other;
    other = full;
    filling.begin(++turn);
    if (!full.isFree()) {
      working = inBackground(() -> empty(full));
    }
    return filling.hasRoom(records);
  }

  private static Thread inBackground(Runnable work) {
    return Thread.ofPlatform().daemon().name("easel-pictures").start(work);
  }

  private boolean isForced() {
    try {
      force.force();
      return true;
    } catch (IOException failure) {
      return false;
    }
  }

  // What could not be forced is said once, and not even then where an interrupt came at the same
  // moment: to force it once more would prove nothing.
  private void forceOnce() throws IOException {
    try {
      if (failed) {
        throw new IOException("the journal could not be forced");
      }
      file.force();
    } catch (IOException failure) {
      giveUp();
      throw failure;
    }
  }

  // The journal stays for whoever opens the pictures next. Those that are in it are forced now.
  private void giveUp() {
    lock.lock();
    try {
      closed = true;
      if (!failed) {
        failed = true;
        @Nullable Thread before = working;
        working = inBackground(() -> forceLeft(before));
      }
    } finally {
      lock.unlock();
    }
  }

  private void forceLeft(@Nullable Thread before) {
    if (before != null) {
      KeptInterrupt.join(before);
    }
    try {
      filling.awaitPictures();
      other.awaitPictures();
      everything.force();
      log.force();
    } catch (IOException stays) {
      return;
    }
  }

  private void empty(PictureJournalHalf full) {
    try {
      full.awaitPictures();
      forceFiles();
      file.write(ByteBuffer.allocate(Long.BYTES), full.start());
      lock.lock();
      try {
        full.free();
      } finally {
        lock.unlock();
      }
    } catch (IOException failure) {
      giveUp();
    }
  }

  // Without a journal of its own, ext4 writes names after it has told the disk to empty its cache;
  // to force any file tells it once more.
  private void forceFiles() throws IOException {
    log.force();
    everything.force();
    file.force();
  }

  /// Takes no more, puts the pictures themselves on stable storage and removes the journal; after a
  /// failure it stays. Takes as long as that takes.
  @Override
  public void close() throws IOException {
    takeNoMore();
    filling.awaitPictures();
    other.awaitPictures();
    awaitWork();
    try (owner;
        everything;
        file) {
      if (!failed) {
        forceFiles();
        file.remove();
      }
    }
  }

  private void takeNoMore() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  // What fails begins more of it.
  private void awaitWork() {
    Thread begun = working;
    while (begun != null && begun.isAlive()) {
      KeptInterrupt.join(begun);
      begun = working;
    }
  }
}
