package dev.easel.domain.ledger;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Raster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/// A picture store that forgets everything with its process. It draws thumbnails of what the JDK
/// reads: PNG, JPEG and GIF.
public final class InMemoryPictureStore implements PictureStore {
  private final Map<String, Picture> pictures = new ConcurrentHashMap<>();
  private final Set<String> tombstones = ConcurrentHashMap.newKeySet();
  private final Map<String, Instant> kept = new ConcurrentHashMap<>();
  private final Map<EntryId, Entry> endings = new ConcurrentHashMap<>();
  private final Supplier<Instant> clock;
  private volatile boolean full;
  private volatile Runnable beforeKeeping = () -> {};

  /// An empty store that goes by the system's clock.
  public InMemoryPictureStore() {
    this(Instant::now);
  }

  /// An empty store that goes by `clock`.
  public InMemoryPictureStore(Supplier<Instant> clock) {
    this.clock = clock;
  }

  /// From now on there is no room, or there is room again.
  public void full(boolean isFull) {
    full = isFull;
  }

  /// What happens before each picture is kept, such as a failure that nobody expects.
  public void beforeKeeping(Runnable action) {
    beforeKeeping = action;
  }

  @Override
  public StoredPicture keep(Content content) {
    beforeKeeping.run();
    byte[] bytes = content.bytes();
    ImageFormat format = recognise(bytes);
    demandRoom(bytes.length);
    String sha256 = sha256(bytes);
    pictures.put(sha256, picture(sha256, format, Content.of(bytes)));
    kept.put(sha256, clock.get());
    tombstones.remove(sha256);
    BufferedImage image = read(bytes);
    Integer width = image == null ? null : image.getWidth();
    Integer height = image == null ? null : image.getHeight();
    return new StoredPicture(sha256, format.word(), (long) bytes.length, width, height, null);
  }

  /// Keeps the ending with the picture.
  @Override
  public Kept keep(Content content, Entry entry, Function<StoredPicture, Ending> ends) {
    StoredPicture picture = keep(content);
    Ending ending = ends.apply(picture);
    endings.put(entry.id(), entry.ended(ending));
    return new Kept(picture, ending, () -> endings.remove(entry.id()));
  }

  /// The entries whose endings are kept now.
  public List<Entry> endings() {
    return List.copyOf(endings.values());
  }

  @Override
  public void demandRoom(long bytes) {
    if (full) {
      throw new Unstorable("There is no room left in memory.", true, null);
    }
  }

  private static ImageFormat recognise(byte[] bytes) {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, ImageFormat.HEAD_BYTES));
    return ImageFormat.recognise(head)
        .orElseThrow(() -> new Unstorable("The bytes are no picture.", false, null));
  }

  private static Picture picture(String sha256, ImageFormat format, Content content) {
    String path = "memory:" + sha256 + "." + format.extension();
    return new Picture(sha256, format.mediaType(), format.extension(), path, content);
  }

  @Override
  public Optional<Picture> find(String sha256) {
    return Optional.ofNullable(pictures.get(sha256));
  }

  @Override
  public Optional<Picture> thumbnail(String sha256, int width) {
    int most = Math.clamp(width, 16, 1024);
    return find(sha256)
        .map(picture -> read(picture.content().bytes()))
        .map(image -> Content.of(png(shrunk(image, (double) most / image.getWidth()))))
        .map(content -> picture(sha256, ImageFormat.PNG, content));
  }

  @Override
  public Optional<Raster> raster(String sha256, int width, int height) {
    return find(sha256)
        .map(picture -> read(picture.content().bytes()))
        .map(image -> shrunk(image, scale(image, width, height)))
        .map(InMemoryPictureStore::raster);
  }

  private static double scale(BufferedImage image, int width, int height) {
    double across = (double) Math.clamp(width, 1, 2_048) / image.getWidth();
    double down = (double) Math.clamp(height, 1, 2_048) / image.getHeight();
    return Math.min(across, down);
  }

  private static Raster raster(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return Raster.of(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }

  private static BufferedImage shrunk(BufferedImage image, double scale) {
    double smaller = Math.min(1, scale);
    int width = (int) Math.max(1, Math.round(image.getWidth() * smaller));
    int height = (int) Math.max(1, Math.round(image.getHeight() * smaller));
    BufferedImage shrunk = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    shrunk.createGraphics().drawImage(image, 0, 0, width, height, null);
    return shrunk;
  }

  private static @Nullable BufferedImage read(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException | IndexOutOfBoundsException damaged) {
      return null;
    }
  }

  private static byte[] png(BufferedImage image) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public boolean delete(String sha256) {
    boolean removed = pictures.remove(sha256) != null;
    if (removed) {
      tombstones.add(sha256);
    }
    return removed;
  }

  @Override
  public boolean deleteUntouched(String sha256, Instant since) {
    Instant moment = kept.get(sha256);
    return moment != null && moment.isBefore(since) && delete(sha256);
  }

  @Override
  public boolean deleted(String sha256) {
    return tombstones.contains(sha256);
  }

  @Override
  public void list(Consumer<Item> sink) {
    pictures
        .values()
        .forEach(picture -> sink.accept(new Item(picture.path(), picture, moment(picture))));
  }

  private Instant moment(Picture picture) {
    return kept.getOrDefault(picture.sha256(), Instant.EPOCH);
  }

  @Override
  public Condition condition() {
    long bytes = pictures.values().stream().mapToLong(picture -> picture.content().length()).sum();
    String trouble = full ? "There is no room left in memory." : null;
    return new Condition("memory", pictures.size(), bytes, full ? 0 : Long.MAX_VALUE, trouble);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
