package dev.easel.domain.cost;

import dev.easel.domain.image.Fields;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What an answer's `usage` says, whichever of the field's two vocabularies it speaks: input and
/// output tokens, or prompt and completion tokens.
sealed interface UsageReport {

  /// Not both sides: nothing to count with.
  record Missing() implements UsageReport {}

  /// Zeros only, as servers send that do not count.
  record Zeros() implements UsageReport {}

  /// A number below zero, or something that is no number of tokens.
  record Absurd() implements UsageReport {}

  /// Both sides.
  record Tokens(Side input, Side output) implements UsageReport {}

  /// One side's total and, where it is told apart, its share of text and of pictures.
  record Side(long total, OptionalLong text, OptionalLong image) {

    boolean toldApart() {
      return text.isPresent() || image.isPresent();
    }

    long texts() {
      return text.orElse(Math.max(0, total - image.orElse(0)));
    }

    long images() {
      return image.orElse(Math.max(0, total - text.orElse(0)));
    }

    /// Tokens that are in the total and of neither kind.
    long rest() {
      return Math.max(0, Math.subtractExact(total, Math.addExact(texts(), images())));
    }

    private boolean absurd() {
      return total < 0 || text.orElse(0) < 0 || image.orElse(0) < 0;
    }
  }

  /// Reads `usage`.
  static UsageReport of(Fields usage) {
    List<String> totals = List.of("input", "prompt", "output", "completion", "total");
    if (totals.stream().anyMatch(side -> malformed(usage, side + "_tokens"))) {
      return new Absurd();
    }
    if (totals.stream().allMatch(side -> usage.whole(side + "_tokens").orElse(0) == 0)) {
      return usage.isEmpty() ? new Missing() : new Zeros();
    }
    return tokens(side(usage, "input", "prompt"), side(usage, "output", "completion"));
  }

  private static boolean malformed(Fields usage, String name) {
    return usage.get(name) != null && usage.whole(name).isEmpty();
  }

  private static UsageReport tokens(List<Side> input, List<Side> output) {
    if (input.isEmpty() || output.isEmpty()) {
      return new Missing();
    }
    Tokens tokens = new Tokens(input.getFirst(), output.getFirst());
    return tokens.input().absurd() || tokens.output().absurd() ? new Absurd() : tokens;
  }

  private static List<Side> side(Fields usage, String... names) {
    return Stream.of(names)
        .filter(name -> usage.whole(name + "_tokens").isPresent())
        .map(name -> side(usage, name))
        .toList();
  }

  private static Side side(Fields usage, String name) {
    Fields details = usage.fields(name + "_tokens_details");
    return new Side(
        usage.whole(name + "_tokens").orElseThrow(),
        details.whole("text_tokens"),
        details.whole("image_tokens"));
  }
}
