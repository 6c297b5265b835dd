package dev.easel.domain.image;

import java.util.List;
import java.util.Optional;

/// The port to what is known of models.
public interface ModelCatalog {

  /// The card of the model with exactly this id at this provider.
  Optional<ModelCard> card(String provider, String model);

  /// All cards, in the order in which they are shown.
  List<ModelCard> cards();

  /// Whether this provider serves only models that have a card, so that another id is a mistake.
  boolean complete(String provider);
}
