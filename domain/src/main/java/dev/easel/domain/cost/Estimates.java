package dev.easel.domain.cost;

import dev.easel.domain.cost.Estimate.Exact;
import dev.easel.domain.cost.Estimate.Range;
import dev.easel.domain.cost.Estimate.Unknown;
import dev.easel.domain.cost.Price.Bounds;
import dev.easel.domain.cost.Price.Choice;
import dev.easel.domain.cost.Price.PerToken;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One estimate at one price.
final class Estimates {

  private final ImageRequest request;
  private final Price price;
  private final Order order;
  private final Choice choice;
  private final String version;

  Estimates(ImageRequest request, Price price, PromptTokens tokens, String version) {
    this.request = request;
    this.price = price;
    this.order = new Order(request, price, tokens);
    this.choice = order.choice(Fields.NONE);
    this.version = version;
  }

  Estimate estimate() {
    return obstacle()
        .<Estimate>map(why -> new Unknown(why, version))
        .orElseGet(() -> ofPictures(request.n()));
  }

  private Optional<String> obstacle() {
    if (!countable()) {
      return Optional.of("n is not a number of pictures, so their cost is not known");
    }
    return order
        .uncountedFormat(Fields.NONE)
        .map("the tokens of %s pictures are not known before the answer"::formatted)
        .or(this::unboundedReferences);
  }

  private boolean countable() {
    return request.parameters().get("n") == null || request.parameters().whole("n").orElse(0) > 0;
  }

  private Optional<String> unboundedReferences() {
    boolean unbounded = price.terms() instanceof PerToken terms && terms.reference() == null;
    return unbounded && order.references() > 0
        ? Optional.of(
            "the input tokens of pictures sent along to %s are not known before the answer"
                .formatted(request.model()))
        : Optional.empty();
  }

  private Estimate ofPictures(long pictures) {
    return new Tariff(price)
        .pictures(choice, pictures, false)
        .<Estimate>map(output -> ofSpan(output.and(extras(pictures)), output))
        .orElseGet(() -> new Unknown(order.noRow(choice), version));
  }

  private Span extras(long pictures) {
    return switch (price.terms()) {
      case Price.PerImage _ -> Span.NOTHING;
      case PerToken terms ->
          order
              .partials(terms, pictures)
              .and(order.prompt(terms, pictures))
              .and(references(terms, pictures));
    };
  }

  private Span references(PerToken terms, long pictures) {
    Bounds each = terms.reference();
    Money rate = terms.rates().imageInput();
    long count = Math.multiplyExact(order.references(), pictures);
    if (each == null || rate == null || count == 0) {
      return Span.NOTHING;
    }
    return Span.of(
        reference(rate, Math.multiplyExact(each.low(), count)),
        reference(rate, Math.multiplyExact(each.high(), count)));
  }

  private CostLine reference(Money rate, long quantity) {
    return CostLine.of(
        LineClass.IMAGE_INPUT, quantity, rate, CostLine.MILLION, price.source(), true);
  }

  private Estimate ofSpan(Span all, Span output) {
    return all.exact()
        ? new Exact(all.most(), all.high(), version)
        : new Range(all.least(), all.most(), all.high(), why(output), version);
  }

  private String why(Span output) {
    List<String> reasons = new ArrayList<>();
    if (choice.open()) {
      reasons.add("the model chooses " + chosen());
    } else if (!output.exact()) {
      reasons.add(
          "the tokens of quality %s are known only within bounds".formatted(choice.quality()));
    }
    if (order.references() > 0) {
      reasons.add("the tokens of pictures sent along depend on their size");
    }
    return String.join(", and ", reasons);
  }

  private String chosen() {
    if (choice.anySize()) {
      return choice.anyQuality() ? "size and quality" : "the size";
    }
    return "the quality";
  }
}
