package dev.easel.domain.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The size of a picture in pixels, each edge from 1 to 99,999.
public record ImageSize(int width, int height) {

  private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

  /// Checks the edges.
  ///
  /// @throws IllegalArgumentException when an edge is out of range
  public ImageSize {
    if (width < 1 || height < 1 || width > 99_999 || height > 99_999) {
      throw new IllegalArgumentException("no picture is " + width + "x" + height);
    }
  }

  /// Reads `1536x1024`; empty for anything else, `auto` included.
  public static Optional<ImageSize> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new ImageSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /// The number of pixels.
  public long pixels() {
    return (long) width * height;
  }

  /// The longer edge.
  public int longer() {
    return Math.max(width, height);
  }

  /// The shorter edge.
  public int shorter() {
    return Math.min(width, height);
  }

  // The JDK makes the methods of a record when they are first called, which takes a start tens of
  // milliseconds; every start compares sizes.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ImageSize size && size.width == width && size.height == height;
  }

  @Override
  public int hashCode() {
    return 31 * width + height;
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
