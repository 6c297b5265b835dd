package dev.easel.app.http;

import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.ModelCatalog;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// The names of models that measurements go by: those of the catalogue, and of others a hundred
/// that have made a picture. Whoever sends requests can make names up without end. Safe for use by
/// several threads.
final class ModelLabels {

  static final String OTHER = "other";
  static final int MOST_OTHERS = 100;

  private final Set<String> known;
  private final Set<String> others = new HashSet<>();

  ModelLabels(ModelCatalog catalog) {
    this.known = catalog.cards().stream().map(ModelCard::id).collect(Collectors.toSet());
  }

  /// The name for a model.
  ///
  /// @param made whether it has made a picture
  synchronized String of(String model, boolean made) {
    if (!known.contains(model) && made && others.size() < MOST_OTHERS) {
      others.add(model);
    }
    return known.contains(model) || others.contains(model) ? model : OTHER;
  }
}
