package dev.easel.domain.cost;

import dev.easel.domain.cost.Price.Choice;
import dev.easel.domain.cost.Price.PerToken;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is asked of a priced model, read for its cost.
record Order(ImageRequest request, Price price, PromptTokens tokens) {

  private static final Set<String> BY_OTHERS = Set.of("svg", "gif");

  /// The size and quality in force when `first` is asked before the request, and then the defaults.
  Choice choice(Fields first) {
    return new Choice(
        word("size", first).orElse(price.defaults().size()),
        word("quality", first).orElse(price.defaults().quality()));
  }

  /// Says that the price has nothing at `choice`.
  String noRow(Choice choice) {
    return "no price is known for %s at size %s and quality %s"
        .formatted(request.model(), choice.size(), choice.quality());
  }

  private Optional<String> word(String name, Fields first) {
    return first.text(name).or(() -> request.parameters().text(name));
  }

  /// The format whose pictures no rule of the price book counts: `svg` or `gif`.
  Optional<String> uncountedFormat(Fields first) {
    return word("output_format", first).filter(BY_OTHERS::contains);
  }

  /// The prompt's own line, as often as pictures are made; none for an empty prompt.
  Span prompt(PerToken terms, long pictures) {
    if (request.prompt().isEmpty()) {
      return Span.NOTHING;
    }
    long each = Math.addExact(tokens.count(request.prompt()), terms.promptOverhead());
    return line(terms, LineClass.TEXT_INPUT, Math.multiplyExact(each, pictures));
  }

  /// The partial pictures asked for.
  Span partials(PerToken terms, long pictures) {
    long each = Math.multiplyExact(request.partialImages(), terms.partialImage());
    return line(terms, LineClass.PARTIAL_IMAGE, Math.multiplyExact(each, pictures));
  }

  private Span line(PerToken terms, LineClass lineClass, long quantity) {
    return Span.of(Tariff.tokens(price, terms, lineClass, quantity, true));
  }

  /// The number of pictures that travel along, masks and references by address included.
  long references() {
    return request.uploads().size()
        + (request.parameters().get("images") instanceof List<?> images ? images.size() : 0L);
  }
}
