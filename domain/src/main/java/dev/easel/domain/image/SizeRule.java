package dev.easel.domain.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which sizes a model takes.
public sealed interface SizeRule {

  /// Whether the word `auto` is a size.
  boolean auto();

  /// Why this size is refused, with the rule and what is allowed; empty when it is taken.
  Optional<String> objection(ImageSize size);

  /// What is allowed, for people.
  String allowed();

  /// Only the sizes listed.
  record Listed(List<ImageSize> sizes, boolean auto) implements SizeRule {
    /// Copies the list.
    public Listed {
      sizes = List.copyOf(sizes);
    }

    @Override
    public Optional<String> objection(ImageSize size) {
      return sizes.contains(size) ? Optional.empty() : Optional.of("is not one of its sizes");
    }

    @Override
    public String allowed() {
      String listed = sizes.stream().map(ImageSize::toString).collect(Collectors.joining(", "));
      return auto ? listed + ", auto" : listed;
    }
  }

  /// Any size that satisfies some arithmetic.
  ///
  /// @param multiple both edges are divisible by it
  /// @param longestEdge in pixels, inclusive
  /// @param aspect the longer edge is at most this many times the shorter
  /// @param fewestPixels inclusive
  /// @param mostPixels inclusive
  record Arithmetic(
      int multiple, int longestEdge, int aspect, long fewestPixels, long mostPixels, boolean auto)
      implements SizeRule {

    @Override
    public Optional<String> objection(ImageSize size) {
      if (size.width() % multiple != 0 || size.height() % multiple != 0) {
        return Optional.of("has an edge that is not divisible by " + multiple + nearest(size));
      }
      if (size.longer() > longestEdge) {
        return Optional.of("has an edge longer than " + longestEdge);
      }
      if (size.longer() > (long) aspect * size.shorter()) {
        return Optional.of("is more than " + aspect + " times as long as it is short");
      }
      return pixelObjection(size.pixels());
    }

    private Optional<String> pixelObjection(long pixels) {
      if (pixels < fewestPixels) {
        return Optional.of("has " + pixels + " pixels, fewer than " + fewestPixels);
      }
      return pixels > mostPixels
          ? Optional.of("has " + pixels + " pixels, more than " + mostPixels)
          : Optional.empty();
    }

    private String nearest(ImageSize size) {
      return " (nearest: " + rounded(size.width()) + "x" + rounded(size.height()) + ")";
    }

    private int rounded(int edge) {
      return Math.max(multiple, (edge + multiple / 2) / multiple * multiple);
    }

    @Override
    public String allowed() {
      return "WIDTHxHEIGHT with both edges divisible by %d, none over %d, at most %d:1, from %d to %d pixels%s"
          .formatted(
              multiple, longestEdge, aspect, fewestPixels, mostPixels, auto ? ", or auto" : "");
    }
  }
}
