package dev.easel.domain.image;

import dev.easel.domain.image.RequestRules.Findings;
import java.util.Optional;

/// How long, how many, how large, how good.
record PromptAndSizeRules(ModelCard card, ImageRequest request, Findings findings) {

  void check() {
    promptLength();
    number();
    size();
    quality();
  }

  private void promptLength() {
    int length = request.prompt().codePointCount(0, request.prompt().length());
    if (length > card.longestPrompt()) {
      findings.add(
          "prompt",
          "the prompt has %d characters; %s takes at most %d"
              .formatted(length, card.id(), card.longestPrompt()));
    }
  }

  private void number() {
    long n = request.n();
    if (n > card.mostImages()) {
      findings.add("n", "n %d is too many; %s takes %s".formatted(n, card.id(), numbers()));
    }
  }

  private String numbers() {
    return card.mostImages() == 1 ? "only 1" : "1 to " + card.mostImages();
  }

  private void size() {
    Object value = request.parameters().get("size");
    if (value != null && card.accepted().contains("size")) {
      sizeObjection(value).ifPresent(rule -> addSize(value, rule));
    }
  }

  private void addSize(Object value, String rule) {
    String quoted = value instanceof String text ? Quotation.shown(text) : Quotation.of(value);
    findings.add(
        "size",
        "size %s %s; %s takes %s".formatted(quoted, rule, card.id(), card.sizes().allowed()));
  }

  private Optional<String> sizeObjection(Object value) {
    if (!(value instanceof String text)) {
      return Optional.of("is not text");
    }
    if (text.equals("auto")) {
      return card.sizes().auto() ? Optional.empty() : Optional.of("is not one of its sizes");
    }
    return ImageSize.parse(text)
        .map(card.sizes()::objection)
        .orElse(Optional.of("is not a width and a height in pixels"));
  }

  private void quality() {
    Words.check(card, request, "quality", card.qualities(), findings);
  }
}
