package dev.easel.domain.image;

import dev.easel.domain.image.RequestRules.Findings;
import java.util.List;

/// The rule of a parameter that takes only certain words.
final class Words {

  private Words() {}

  /// Checks `name` where the model takes it at all.
  static void check(
      ModelCard card, ImageRequest request, String name, List<String> words, Findings findings) {
    Object value = request.parameters().get(name);
    if (value == null || !card.accepted().contains(name)) {
      return;
    }
    if (!(value instanceof String word) || !words.contains(word)) {
      findings.add(
          name,
          "%s %s is not one of the words that %s takes: %s"
              .formatted(name, Quotation.of(value), card.id(), String.join(", ", words)));
    }
  }
}
