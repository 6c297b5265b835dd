package dev.easel.adapter.openai;

import dev.easel.config.ConfigurationProblem;
import dev.easel.domain.cost.PriceBook;
import dev.easel.domain.cost.PromptTokens;
import dev.easel.domain.image.ModelCatalog;
import dev.easel.domain.image.Nullable;
import java.nio.file.Path;

/// What Easel knows of models, what they cost, and how their prompts are counted. Safe for use by
/// several threads.
///
/// A user's file has the form of the built-in one: a JSON object with the lists `models` and
/// `prices`, both optional. Its rows stand for all built-in rows of the same provider and id. The
/// rest of the format, with examples, is in `docs/prices.md`.
///
/// @param models the model cards
/// @param prices the price book
/// @param tokens the tokenizer, whose tables are loaded when a text is counted for the first time
public record Catalogues(ModelCatalog models, PriceBook prices, PromptTokens tokens) {

  /// Reads the built-in catalogue and, over it, the user's file.
  ///
  /// @param userFile null when there is none
  /// @throws ConfigurationProblem with everything that is wrong with the user's file
  public static Catalogues load(@Nullable Path userFile) {
    CatalogueFile builtIn = CatalogueFile.builtIn();
    JsonCatalogue catalogue =
        userFile == null
            ? JsonCatalogue.of(builtIn)
            : JsonCatalogue.of(builtIn, CatalogueFile.ofUser(userFile, builtIn));
    return new Catalogues(catalogue, catalogue, new O200kPromptTokens());
  }
}
