package dev.easel.adapter.persistence;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.PictureStore.Unstorable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// A picture on its way into the store: a temporary file beside its final place, hashed while it is
/// written unless its hash is known, gone at the end unless it was moved there. For one thread.
final class IncomingPicture implements Content.Sink, AutoCloseable {
  /// So much of its start is kept, in which most pictures tell their size.
  private static final int KEPT = 16 * 1024;

  private final Path path;
  private final FreshFile file;
  private final long mostBytes;
  private final @Nullable MessageDigest digest;
  private final byte[] head;
  private int headLength;
  private long length;
  private boolean moved;
  private @Nullable ImageFormat format;

  private IncomingPicture(
      Path path, FreshFile file, long mostBytes, @Nullable MessageDigest digest, byte[] head) {
    this.path = path;
    this.file = file;
    this.mostBytes = mostBytes;
    this.digest = digest;
    this.head = head;
  }

  /// Starts a temporary file in `directory`.
  ///
  /// @param mostBytes how long the picture may become
  /// @param content what will be written, of which it asks no more than the length and the hash
  static IncomingPicture in(Path directory, long mostBytes, Content content) throws IOException {
    Path path = TemporaryFiles.fresh(directory);
    @Nullable MessageDigest digest = content.knownSha256() == null ? CanonicalForm.digest() : null;
    byte[] head = new byte[Math.clamp(content.length(), ImageFormat.HEAD_BYTES, KEPT)];
    FreshFile file = FreshFile.make(path, content.length());
    return new IncomingPicture(path, file, mostBytes, digest, head);
  }

  /// Starts a temporary file in `directory` for a large picture that is hashed elsewhere.
  ///
  /// @param mostBytes how long the picture may become
  static IncomingPicture arriving(Path directory, long mostBytes) throws IOException {
    Path path = TemporaryFiles.fresh(directory);
    FreshFile file = FreshFile.makeLarge(path);
    return new IncomingPicture(path, file, mostBytes, null, new byte[KEPT]);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) {
    if (count > mostBytes - length) {
      throw tooLarge(mostBytes);
    }
    collectHead(bytes, offset, count);
    length += count;
    if (digest != null) {
      digest.update(bytes, offset, count);
    }
    append(ByteBuffer.wrap(bytes, offset, count));
  }

  private void collectHead(byte[] bytes, int offset, int count) {
    if (headLength < head.length) {
      int wanted = Math.min(head.length - headLength, count);
      System.arraycopy(bytes, offset, head, headLength, wanted);
      boolean told = headLength >= ImageFormat.HEAD_BYTES;
      headLength += wanted;
      if (!told && headLength >= ImageFormat.HEAD_BYTES) {
        format(); // refuses early
      }
    }
  }

  private void append(ByteBuffer bytes) {
    try {
      file.write(bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Gives what was written to the disk, as far as it takes it.
  void flush() throws IOException {
    file.flush();
  }

  /// What its first bytes show, which have all been written.
  ///
  /// @throws Unstorable when they show no picture
  ImageFormat format() {
    if (format == null) {
      byte[] start = Arrays.copyOf(head, Math.min(headLength, ImageFormat.HEAD_BYTES));
      format = ImageFormat.recognise(start).orElseThrow(IncomingPicture::noPicture);
    }
    return format;
  }

  static Unstorable noPicture() {
    String message = "The bytes are no picture: Easel knows PNG, JPEG, WebP, GIF and SVG.";
    return new Unstorable(message, false, null);
  }

  static Unstorable tooLarge(long mostBytes) {
    String message = "The picture is larger than " + mostBytes + " bytes, the most Easel stores.";
    return new Unstorable(message, false, null);
  }

  /// Makes what was written durable. Afterwards nothing more can be written.
  ///
  /// @throws Unstorable when it is no picture
  void finish() throws IOException {
    file.finish();
    if (format() == ImageFormat.SVG
        && SvgHeader.read(path).filter(root -> !root.isSvg()).isPresent()) {
      throw noPicture();
    }
  }

  /// The hash of what was written, once: asking resets it.
  ///
  /// @throws IllegalStateException when it was not to be hashed
  String sha256() {
    if (digest == null) {
      throw new IllegalStateException("its hash is known");
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  long length() {
    return length;
  }

  /// How large it is, once it is finished; empty when its header does not tell.
  Optional<Dimensions> dimensions() {
    ImageFormat format = format();
    return format == ImageFormat.SVG
        ? PictureHeader.dimensions(path, format)
        : PictureHeader.dimensions(Arrays.copyOf(head, headLength), format)
            .or(() ->
                headLength < length ? PictureHeader.dimensions(path, format) : Optional.empty());
  }

  /// Moves it to its place, over what may be there.
  void moveTo(Path place) throws IOException {
    Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
    moved = true;
  }

  @Override
  public void close() throws IOException {
    try (file) {
      if (!moved) {
        Files.deleteIfExists(path);
      }
    }
  }
}
