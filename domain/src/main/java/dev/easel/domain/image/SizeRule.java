package dev.easel.domain.image;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which sizes a model takes.
public sealed interface SizeRule {

  /// Whether the word `auto` is a size.
  boolean auto();

  /// Why this size is refused: how the sentence "size 512x512 …" goes on; empty when it is taken.
  Optional<String> objection(ImageSize size);

  /// What is allowed, for people.
  String allowed();

  /// Any size at all, for models of which no rule is known.
  record Free(boolean auto) implements SizeRule {
    @Override
    public Optional<String> objection(ImageSize size) {
      return Optional.empty();
    }

    @Override
    public String allowed() {
      return auto ? "WIDTHxHEIGHT, or auto" : "WIDTHxHEIGHT";
    }
  }

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
      return broken(size).map(rule -> rule + suggestion(size));
    }

    private Optional<String> broken(ImageSize size) {
      if (size.width() % multiple != 0 || size.height() % multiple != 0) {
        return Optional.of("has an edge that is not divisible by " + multiple);
      }
      if (size.longer() > longestEdge) {
        return Optional.of("has an edge longer than " + longestEdge);
      }
      if (size.longer() > (long) aspect * size.shorter()) {
        return Optional.of("has an edge more than " + aspect + " times as long as the other");
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

    private String suggestion(ImageSize size) {
      return nearest(size).map(near -> " (nearest: " + near + ")").orElse("");
    }

    /// A size of nearly the same shape that is taken; empty when there is none at hand.
    public Optional<ImageSize> nearest(ImageSize size) {
      double shorter = Math.max(size.shorter(), (double) size.longer() / aspect);
      double scale = scale(shorter, size.longer());
      double high = scale * (size.width() < size.height() ? size.longer() : shorter);
      double wide = scale * (size.width() < size.height() ? shorter : size.longer());
      return around(wide)
          .flatMap(width -> around(high).map(height -> new ImageSize(width, height)))
          .filter(near -> broken(near).isEmpty())
          .min(
              Comparator.comparingDouble(
                  near -> Math.hypot(near.width() - wide, near.height() - high)));
    }

    private double scale(double shorter, int longer) {
      double pixels = shorter * longer;
      double most = Math.min(Math.sqrt(mostPixels / pixels), (double) longestEdge / longer);
      return Math.min(Math.max(1, Math.sqrt(fewestPixels / pixels)), most);
    }

    private Stream<Integer> around(double edge) {
      int units = (int) Math.round(edge / multiple);
      return Stream.of(units, units + 1, units - 1)
          .filter(near -> near > 0 && (long) near * multiple <= longestEdge)
          .map(near -> near * multiple);
    }

    @Override
    public String allowed() {
      return "WIDTHxHEIGHT with both edges divisible by %d, none over %d, at most %d:1, from %d to %d pixels%s"
          .formatted(
              multiple, longestEdge, aspect, fewestPixels, mostPixels, auto ? ", or auto" : "");
    }
  }
}
