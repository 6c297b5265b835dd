package dev.easel.domain.usecase;

import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.ModelCatalog;
import dev.easel.domain.image.RequestRules;
import dev.easel.domain.image.Violation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Says what a request would cost, and what is wrong with it, without sending anything.
public final class EstimateCost {

  private final ModelCatalog catalog;
  private final Pricing pricing;
  private final Defaults defaults;
  private final Time time;

  /// Puts the use case together.
  public EstimateCost(ModelCatalog catalog, Pricing pricing, Defaults defaults, Time time) {
    this.catalog = catalog;
    this.pricing = pricing;
    this.defaults = defaults;
    this.time = time;
  }

  /// A request with its defaults filled in, what is wrong with it, and what it would cost.
  ///
  /// @param violations broken rules, of a missing prompt too
  public record Assessment(ImageRequest request, List<Violation> violations, Estimate estimate) {
    /// Copies the violations.
    public Assessment {
      violations = List.copyOf(violations);
    }

    /// The violations but those of the prompt, which an estimate can do without.
    public List<Violation> apartFromPrompt() {
      return violations.stream().filter(broken -> !broken.parameter().equals("prompt")).toList();
    }
  }

  /// Assesses a request with the configured defaults.
  public Assessment assess(ImageRequest asked) {
    Optional<ModelCard> card = catalog.card(asked.provider(), asked.model());
    return assessed(defaults.fill(asked, card.orElse(null)), card);
  }

  /// Assesses a request whose open questions the provider decides.
  Assessment assessVerbatim(ImageRequest asked) {
    return assessed(asked, catalog.card(asked.provider(), asked.model()));
  }

  private Assessment assessed(ImageRequest request, Optional<ModelCard> card) {
    LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    return new Assessment(request, violations(request, card), pricing.estimate(request, today));
  }

  private List<Violation> violations(ImageRequest request, Optional<ModelCard> card) {
    if (card.isEmpty() && catalog.complete(request.provider())) {
      return List.of(
          RequestRules.unknownModel(request.provider(), request.model(), catalog.cards()));
    }
    return RequestRules.check(card.orElse(null), request);
  }
}
