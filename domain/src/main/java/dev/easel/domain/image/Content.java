package dev.easel.domain.image;

import java.util.Arrays;
import java.util.List;

/// Bytes that can be read as often as wanted: an upload, a picture, a stored file. Implementations
/// are safe for use by several threads.
public interface Content {

  /// The number of bytes.
  long length();

  /// Writes all bytes, in order, to `sink`.
  ///
  /// @throws ContentUnavailable when the bytes cannot be read any more
  void writeTo(Sink sink);

  /// The content of one array, which the caller no longer changes.
  static Content of(byte[] bytes) {
    return new Content() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void writeTo(Sink sink) {
        sink.write(bytes, 0, bytes.length);
      }
    };
  }

  /// Other contents, one after the other.
  static Content of(List<Content> pieces) {
    List<Content> all = List.copyOf(pieces);
    return new Content() {
      @Override
      public long length() {
        return all.stream().mapToLong(Content::length).sum();
      }

      @Override
      public void writeTo(Sink sink) {
        all.forEach(piece -> piece.writeTo(sink));
      }
    };
  }

  /// The SHA-256 of the bytes, as 64 lower-case hexadecimal digits, where it came about with them;
  /// null where all would have to be read for it.
  default @Nullable String knownSha256() {
    return null;
  }

  /// The first `most` bytes, or all where there are fewer.
  ///
  /// @throws ContentUnavailable when the bytes cannot be read any more
  default byte[] head(int most) {
    byte[] head = new byte[(int) Math.min(most, length())];
    int[] filled = {0};
    writeTo((bytes, offset, count) -> {
      int taken = Math.min(count, head.length - filled[0]);
      System.arraycopy(bytes, offset, head, filled[0], taken);
      filled[0] += taken;
    });
    return Arrays.copyOf(head, filled[0]);
  }

  /// All bytes in one new array.
  ///
  /// @throws ArithmeticException when there are more than an array can hold
  default byte[] bytes() {
    byte[] all = new byte[Math.toIntExact(length())];
    int[] position = {0};
    writeTo((bytes, offset, count) -> {
      System.arraycopy(bytes, offset, all, position[0], count);
      position[0] += count;
    });
    return all;
  }

  /// Takes bytes, a run at a time. The array belongs to the caller and may change after the call.
  @FunctionalInterface
  interface Sink {
    /// Takes `count` bytes of `bytes`, from `offset` on.
    void write(byte[] bytes, int offset, int count);
  }

  /// Bytes that were there and are not any more, or cannot be read.
  final class ContentUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// A failure to read.
    ///
    /// @param message one sentence that names the content
    public ContentUnavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
