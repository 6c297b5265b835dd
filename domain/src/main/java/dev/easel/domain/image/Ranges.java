package dev.easel.domain.image;

import dev.easel.domain.image.RequestRules.Findings;

/// The rule of a parameter that takes only certain whole numbers.
final class Ranges {

  private Ranges() {}

  /// Checks `name` where the model takes it at all; both ends are inclusive.
  static void check(
      ModelCard card, ImageRequest request, String name, long low, long high, Findings findings) {
    Object value = request.parameters().get(name);
    if (value == null || !card.accepted().contains(name)) {
      return;
    }
    boolean fits =
        request.parameters().whole(name).stream()
            .anyMatch(number -> low <= number && number <= high);
    if (!fits) {
      findings.add(
          name,
          "%s %s is not a whole number from %d to %d"
              .formatted(name, Quotation.of(value), low, high));
    }
  }
}
