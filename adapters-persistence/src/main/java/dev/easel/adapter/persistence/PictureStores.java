package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.PictureStore;
import java.nio.file.Path;

/// Opens picture stores.
public final class PictureStores {
  private PictureStores() {}

  /// The store whose files are in `directory`, readable for their owner alone.
  ///
  /// The directory is made when the first picture is kept. Opening never fails: what is wrong with
  /// the directory stands in [PictureStore#condition], and pictures can be read even where none can
  /// be written. Any number of processes may have the same directory open.
  ///
  /// A picture has at most 64 MiB. Thumbnails and rasters are drawn of pictures of at most 64
  /// million pixels and 10,000 pixels a side, one at a time. The width of a thumbnail is taken down
  /// to a multiple of 16, so that a picture has at most 64 of them on the disk, whatever widths are
  /// asked for. A raster comes from a thumbnail that is there and large enough, and makes none.
  public static PictureStore open(Path directory) {
    return opened(directory, null);
  }

  /// The same store for a process that keeps many pictures, until it is closed. Small ones, of 64
  /// KiB at most, whose hash is known, are durable in a journal first, which is kept where the
  /// system can put a whole file system on stable storage; what is in it when the process dies is
  /// put in its place by whoever opens the store next.
  ///
  /// How an entry ends is durable there, too, with the last of its pictures, until the log was
  /// forced.
  ///
  /// @param log of these pictures, to be closed after the store; what an end that a dead process
  ///   left is missing there, it gets now if it can be written
  public static ClosablePictureStore openJournalled(Path directory, GenerationLog log) {
    return opened(directory, log);
  }

  /// Gives a log what an end that a dead process left with its pictures is missing there, if it can
  /// be written. [#openJournalled] does so, too.
  ///
  /// @param directory of the pictures
  public static void recover(Path directory, GenerationLog log) {
    FilePictureStore store =
        new FilePictureStore(directory.toAbsolutePath(), FilePictureStore.MOST_BYTES, null);
    store.recover(log);
  }

  private static FilePictureStore opened(Path directory, @Nullable GenerationLog log) {
    FilePictureStore store =
        new FilePictureStore(directory.toAbsolutePath(), FilePictureStore.MOST_BYTES, log);
    store.clearUp(log);
    return store;
  }

  /// Loads what opening a store will take, for a caller that does something else meanwhile.
  public static void prepare() {
    TemporaryFiles.prepare();
  }
}
