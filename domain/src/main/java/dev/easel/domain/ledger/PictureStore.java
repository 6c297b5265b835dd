package dev.easel.domain.ledger;

import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Raster;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The port to the picture files. Pictures are named by the SHA-256 of their bytes, so that storing
/// one twice stores it once. All methods are safe for use by several threads and processes.
public interface PictureStore {

  /// Stores a picture durably. A name that was deleted is there again.
  ///
  /// @throws Unstorable when its bytes are no picture, are too many, or cannot be written
  /// @throws Content.ContentUnavailable when its bytes cannot be read
  StoredPicture keep(Content content);

  /// Stores a picture as [#keep(Content)] does and, where that costs nothing more, how its entry
  /// ends with it. To be closed when the log has the ending, or never will have it.
  ///
  /// @param entry as it is in the log
  /// @param ends gives its end from the picture; asked at most once
  default Kept keep(Content content, Entry entry, Function<StoredPicture, Ending> ends) {
    return Kept.alone(keep(content));
  }

  /// Where pictures that will be kept may come before they are whole.
  default Arrivals arrivals() {
    return Arrivals.NONE;
  }

  /// Makes sure that pictures of so many bytes together could be kept now, so that nobody pays for
  /// some that cannot. Takes well under a millisecond, however many pictures there are.
  ///
  /// @throws Unstorable when they could not
  void demandRoom(long bytes);

  /// The picture with this name.
  ///
  /// @param sha256 64 lower-case hexadecimal digits; anything else is never found
  Optional<Picture> find(String sha256);

  /// A PNG of the picture, at most `width` pixels wide and no larger than the picture; made when
  /// first asked for. Of an animation it shows the first frame. Empty when there is no such
  /// picture, or it cannot be drawn: SVG never is.
  ///
  /// @param width 16 to 1,024; what lies outside is taken for the nearer of the two
  Optional<Picture> thumbnail(String sha256, int width);

  /// The pixels of the picture, shrunk with its proportions until it fits into a box; never
  /// enlarged, and of an animation the first frame. Leaves nothing behind. May take seconds for a
  /// large picture. Empty when there is no such picture, or it cannot be drawn: SVG never is.
  ///
  /// @param width of the box, 1 to 2,048 pixels; what lies outside is taken for the nearer of the
  ///   two
  /// @param height of the box, likewise
  Optional<Raster> raster(String sha256, int width, int height);

  /// Removes a picture and its thumbnails, and remembers that it was here. Entries that speak of it
  /// stay as they are.
  ///
  /// @return whether there was such a picture
  /// @throws Unstorable when it cannot be removed
  boolean delete(String sha256);

  /// Does the same unless the picture was kept, for the first time or once more, at `since` or
  /// later.
  ///
  /// @return whether there was such a picture and it has gone
  /// @throws Unstorable when it cannot be removed
  boolean deleteUntouched(String sha256, Instant since);

  /// Whether a picture of this name was here and has been deleted on purpose.
  boolean deleted(String sha256);

  /// Gives every file that lies among the pictures to `sink`, in no order: pictures and what others
  /// put there, but not what is still being written, thumbnails and tombstones.
  ///
  /// @throws Content.ContentUnavailable when the place cannot be read
  void list(Consumer<Item> sink);

  /// How the store is.
  Condition condition();

  /// A picture that is kept.
  ///
  /// @param ending what is on stable storage with it, at least until this is closed and the log was
  ///   forced; null when nothing is
  /// @param closing is run when this is closed
  record Kept(StoredPicture picture, @Nullable Ending ending, Runnable closing)
      implements AutoCloseable {

    /// One with which no ending is kept.
    public static Kept alone(StoredPicture picture) {
      return new Kept(picture, null, () -> {});
    }

    @Override
    public void close() {
      closing.run();
    }
  }

  /// A file among the pictures.
  ///
  /// @param path where it is, for people
  /// @param picture what [#find] gives under its name, null when it has not the name of a picture
  /// @param modified when it was written
  record Item(String path, @Nullable Picture picture, Instant modified) {}

  /// A picture file.
  ///
  /// @param sha256 the picture's name; a thumbnail carries that of the picture it shows
  /// @param mediaType by its bytes
  /// @param extension of its file, without the dot
  /// @param path where its file is, for people
  record Picture(String sha256, String mediaType, String extension, String path, Content content) {}

  /// How a picture store is.
  ///
  /// @param place its directory
  /// @param free bytes that may still be written there
  /// @param trouble one sentence when it cannot be written, else null
  record Condition(String place, long pictures, long bytes, long free, @Nullable String trouble) {}

  /// A picture that cannot be stored, or not be removed.
  final class Unstorable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean full;

    /// A failure to store or to remove.
    ///
    /// @param message one sentence
    /// @param full whether room on the disk is what is missing
    public Unstorable(String message, boolean full, @Nullable Throwable cause) {
      super(message, cause);
      this.full = full;
    }

    /// Whether room on the disk is what is missing.
    public boolean full() {
      return full;
    }
  }
}
