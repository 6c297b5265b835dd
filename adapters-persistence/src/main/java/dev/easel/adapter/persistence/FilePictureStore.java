package dev.easel.adapter.persistence;

import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Raster;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.StoredPicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Pictures as files: `<sha256>.<extension>` in one directory, with `thumbnails`, the tombstones in
/// `deleted` and what small pictures take to be durable in `journal` below it.
///
/// Nothing is locked, so the order of the steps carries the promises. Keeping takes the tombstone
/// away before the file gets its name, and touches one that is there, so that it counts as kept
/// lately; deleting puts it before and once more after the file is gone. However two processes
/// interleave, a picture that is gone has a tombstone. That a picture which is there may have one
/// too is why [#deleted] looks for both.
final class FilePictureStore implements ClosablePictureStore {
  /// A 4K picture of 16 bits a channel, not compressed, with room to spare.
  static final long MOST_BYTES = 64L * 1024 * 1024;

  /// The largest lossless WebP took twelve seconds on a slow machine.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// For so long a directory that took a file is taken to take another one.
  private static final Duration TRUST = Duration.ofMillis(50);

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  private final Path directory;
  private final PictureDirectory root;
  private final SharedForce force;
  private final long mostBytes;
  private final Thumbnails thumbnails;
  private final Rasters rasters;
  private final Tombstones tombstones;
  private final Path journals;
  private final @Nullable SmallPictures small;
  private final LargePictures large;
  private final SeenRoom room = new SeenRoom(TRUST);

  /// @param mostBytes how long a picture may be
  /// @param log of the pictures; null when small ones do not go by way of a journal
  FilePictureStore(Path directory, long mostBytes, @Nullable GenerationLog log) {
    this.directory = directory;
    this.root = PictureDirectory.at(directory);
    this.force = new SharedForce(() -> PrivateFiles.force(directory));
    this.mostBytes = mostBytes;
    PictureDrawing drawing = new PictureDrawing(new PictureDecoder(PATIENCE));
    DrawingTurns turns = new DrawingTurns();
    this.thumbnails = new Thumbnails(directory.resolve("thumbnails"), drawing, turns);
    this.rasters = new Rasters(thumbnails, drawing, turns);
    this.tombstones = new Tombstones(directory.resolve("deleted"));
    this.journals = directory.resolve("journal");
    this.large = new LargePictures(root, mostBytes, tombstones, force);
    this.small = log == null ? null : new SmallPictures(root, journals, tombstones, log);
  }

  /// Puts in its place what earlier processes left in their journals, and removes what they left
  /// half-written.
  ///
  /// @param log gets the ends of its entries that they left; null when there is none at hand
  void clearUp(@Nullable GenerationLog log) {
    recover(log);
    TemporaryFiles.removeStale(directory);
    thumbnails.removeStale();
  }

  /// Puts in its place what earlier processes left in their journals.
  ///
  /// @param log as above
  void recover(@Nullable GenerationLog log) {
    UnaryOperator<List<Entry>> endings =
        log == null ? UnaryOperator.identity() : new EndingRecovery(this::isKnown, log)::take;
    new PictureRecovery(directory, journals, tombstones, endings).recover();
  }

  private boolean isKnown(String sha256) {
    return tombstones.has(sha256) || find(sha256).isPresent();
  }

  @Override
  public StoredPicture keep(Content content) {
    try (Kept kept = keep(content, PictureEnd.NONE)) {
      return kept.picture();
    }
  }

  @Override
  public Kept keep(Content content, Entry entry, Function<StoredPicture, Ending> ends) {
    return keep(content, PictureEnd.of(entry, ends));
  }

  private Kept keep(Content content, PictureEnd end) {
    if (content.length() > mostBytes) {
      throw IncomingPicture.tooLarge(mostBytes);
    }
    return uninterrupted(() -> kept(content, end));
  }

  /// Something that is done to files.
  private interface Work<T> {
    T done() throws IOException;
  }

  // An interrupt closes the file under the writer. It must not cost a picture, nor pass for a disk
  // that takes none.
  private <T> T uninterrupted(Work<T> work) {
    try (KeptInterrupt kept = KeptInterrupt.begin()) {
      return done(work, kept);
    } catch (IOException | UncheckedIOException failure) {
      room.forget();
      throw root.unstorable("stored", failure);
    }
  }

  private static <T> T done(Work<T> work, KeptInterrupt kept) throws IOException {
    while (true) {
      try {
        return work.done();
      } catch (IOException | UncheckedIOException failure) {
        if (!kept.take()) {
          throw failure;
        }
      }
    }
  }

  private Kept kept(Content content, PictureEnd end) throws IOException {
    Kept kept = small == null ? null : small.keep(content, end);
    return kept == null ? Kept.alone(large.keep(content)) : kept;
  }

  static StoredPicture stored(
      String sha256, ImageFormat format, long length, Optional<Dimensions> dimensions) {
    Integer width = dimensions.map(Dimensions::width).orElse(null);
    Integer height = dimensions.map(Dimensions::height).orElse(null);
    return new StoredPicture(sha256, format.word(), length, width, height, null);
  }

  private Path place(String sha256, ImageFormat format) {
    return place(directory, sha256, format);
  }

  /// Where a picture belongs in a directory of pictures.
  static Path place(Path directory, String sha256, ImageFormat format) {
    return directory.resolve(sha256 + "." + format.extension());
  }

  @Override
  public Arrivals arrivals() {
    return large;
  }

  @Override
  public void demandRoom(long bytes) {
    uninterrupted(() -> {
      root.makeInPlace();
      if (!room.promises(bytes)) {
        look(bytes);
      }
      return directory;
    });
  }

  // Many requests at once need not each make and remove a file, and ask how much room there is.
  private void look(long bytes) throws IOException {
    root.tryOut();
    room.saw(root.demandRoom(bytes) - bytes);
  }

  @Override
  public Optional<Picture> find(String sha256) {
    return format(sha256).flatMap(format -> picture(sha256, format, place(sha256, format)));
  }

  private Optional<ImageFormat> format(String sha256) {
    if (!NAME.matcher(sha256).matches()) {
      return Optional.empty();
    }
    return Stream.of(ImageFormat.values())
        .filter(format -> PrivateFiles.isFile(place(sha256, format)))
        .findFirst();
  }

  /// The picture in a file; empty when the file has just gone.
  static Optional<Picture> picture(String sha256, ImageFormat format, Path file) {
    try {
      Content content = FileContent.of(file);
      String extension = format.extension();
      return Optional.of(
          new Picture(sha256, format.mediaType(), extension, file.toString(), content));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Picture> thumbnail(String sha256, int width) {
    Optional<Picture> thumbnail =
        find(sha256).flatMap(picture -> thumbnails.thumbnail(picture, width));
    if (thumbnail.isPresent() && find(sha256).isEmpty()) {
      // Deleted while it was drawn: the picture must not live on in its thumbnail.
      thumbnails.forget(sha256);
      return Optional.empty();
    }
    return thumbnail;
  }

  @Override
  public Optional<Raster> raster(String sha256, int width, int height) {
    return find(sha256).flatMap(picture -> rasters.raster(picture, width, height));
  }

  @Override
  public boolean delete(String sha256) {
    return deleteUntouched(sha256, Instant.MAX);
  }

  @Override
  public boolean deleteUntouched(String sha256, Instant since) {
    Optional<ImageFormat> format = format(sha256);
    if (format.isEmpty()) {
      return false;
    }
    try {
      UntouchedFile file = new UntouchedFile(place(sha256, format.get()), since);
      return file.isThere() && delete(sha256, file);
    } catch (IOException failure) {
      throw root.unstorable("removed", failure);
    }
  }

  private boolean delete(String sha256, UntouchedFile file) throws IOException {
    tombstones.put(sha256);
    boolean removed = file.remove();
    if (removed) {
      thumbnails.delete(sha256);
      tombstones.put(sha256);
      force.force();
    }
    return removed;
  }

  @Override
  public boolean deleted(String sha256) {
    return NAME.matcher(sha256).matches() && tombstones.has(sha256) && find(sha256).isEmpty();
  }

  @Override
  public void list(Consumer<Item> sink) {
    new PictureListing(directory).list(sink);
  }

  @Override
  public Condition condition() {
    return root.condition();
  }

  @Override
  public void close() {
    if (small != null) {
      small.close();
    }
  }
}
