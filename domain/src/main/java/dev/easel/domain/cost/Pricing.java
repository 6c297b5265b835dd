package dev.easel.domain.cost;

import dev.easel.domain.cost.Estimate.Unknown;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// What a request would cost, and what it did cost. Safe for use by several threads when its parts
/// are.
public record Pricing(PriceBook book, PromptTokens tokens) {

  /// What an answer says that touches its cost.
  ///
  /// @param actual what the answer says it used: size, quality, output_format, …
  /// @param usage the answer's `usage` as received, null when there was none
  /// @param providerCost the cost in USD that the answer itself names, null when it names none
  /// @param pictures how many were made, those included that could not be had
  public record Answer(
      Fields actual, @Nullable Fields usage, @Nullable BigDecimal providerCost, int pictures) {

    /// What a delivery says.
    public static Answer of(Outcome.Delivered delivered) {
      return new Answer(
          delivered.actual(),
          delivered.usage(),
          delivered.providerCost(),
          delivered.images().size() + delivered.missing().size());
    }
  }

  /// What `request` would cost at the prices of `day`, UTC. Never throws: what cannot be computed
  /// is [Unknown].
  ///
  /// An empty prompt has no line at all, so that a bare model, size and quality can be estimated. A
  /// parameter that is missing is taken as the API takes it, which for GPT image models is `auto`
  /// and so a range.
  public Estimate estimate(ImageRequest request, LocalDate day) {
    try {
      return book.price(request.provider(), request.model(), day)
          .map(price -> new Estimates(request, price, tokens, book.version()).estimate())
          .orElseGet(() -> unknownModel(request));
    } catch (ArithmeticException _) {
      return new Unknown(Obstacle.outOfRange().sentence(), book.version());
    }
  }

  private Estimate unknownModel(ImageRequest request) {
    return new Unknown(noPrice(request), book.version());
  }

  private static String noPrice(ImageRequest request) {
    return "no price is known for the model %s of %s; prices.file can name one"
        .formatted(request.model(), request.provider());
  }

  /// What an answered `request` cost at the prices of `day`, UTC: by the provider's own figure,
  /// else by the reported usage, else by table or formula at the size and quality of the answer,
  /// else unknown. Never throws.
  public Cost cost(ImageRequest request, Answer answer, LocalDate day) {
    return reckon(request, answer, day).cost();
  }

  /// The same, with the reason where the cost is not known. Never throws.
  public Reckoning reckon(ImageRequest request, Answer answer, LocalDate day) {
    try {
      return answer.providerCost() == null
          ? byPrice(request, answer, day)
          : Charges.byProvider(answer.providerCost());
    } catch (ArithmeticException _) {
      return new Reckoning(Cost.UNKNOWN, Obstacle.outOfRange());
    }
  }

  private Reckoning byPrice(ImageRequest request, Answer answer, LocalDate day) {
    Optional<Price> price = book.price(request.provider(), request.model(), day);
    return price
        .map(found -> new Charges(request, answer, found, tokens, book.version()).reckoning())
        .orElseGet(() -> Reckoning.unknown(Obstacle.Kind.NO_PRICE, noPrice(request)));
  }
}
