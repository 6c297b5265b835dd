package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.ModelCatalog;
import dev.easel.domain.image.Nullable;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Answers what models there are, as `/v1/models` does.
final class ModelRoute {

  private final ModelCatalog catalog;

  ModelRoute(ModelCatalog catalog) {
    this.catalog = catalog;
  }

  Fields list() {
    return Fields.NONE
        .with("object", "list")
        .with(
            "data",
            catalog.cards().stream()
                .filter(card -> card.provider().equals("openai"))
                .map(ModelRoute::model)
                .toList());
  }

  Fields one(String id) throws ApiError {
    return catalog
        .card("openai", id)
        .map(ModelRoute::model)
        .orElseThrow(() -> ApiError.unknownModel(id));
  }

  private static Fields model(ModelCard card) {
    LocalDate shutdown = card.lifecycle().shutdown();
    return Fields.NONE
        .with("id", card.id())
        .with("object", "model")
        .with("created", created(card.lifecycle().released()))
        .with("owned_by", "easel-sandbox")
        .with("shutdown_date", shutdown == null ? null : shutdown.toString());
  }

  private static long created(@Nullable LocalDate released) {
    return released == null ? 0 : released.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }
}
