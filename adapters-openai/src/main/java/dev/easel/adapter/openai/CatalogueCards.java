package dev.easel.adapter.openai;

import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.Lifecycle;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.SizeRule;
import java.util.List;
import java.util.Set;

/// Reads a row of `models`.
record CatalogueCards(CatalogueSection row) {

  private static final int MILLION = 1_000_000;
  private static final String[] FIELDS = {
    "provider",
    "ids",
    "released",
    "deprecated",
    "shutdown",
    "replacement",
    "longest_prompt",
    "most_images",
    "sizes",
    "default_size",
    "qualities",
    "default_quality",
    "formats",
    "backgrounds",
    "fidelities",
    "references",
    "accepted",
    "note"
  };

  /// The card, once for each of the row's ids.
  static List<ModelCard> read(CatalogueSection row) {
    row.only(FIELDS);
    ModelCard card = new CatalogueCards(row).card();
    checkDefaults(row, card);
    return row.texts("ids").stream().map(id -> withId(card, id)).toList();
  }

  private static void checkDefaults(CatalogueSection row, ModelCard card) {
    if (row.has("default_size") && !takes(card.sizes(), card.defaultSize())) {
      row.refuse("has a default_size that its sizes do not hold: " + card.defaultSize());
    }
    if (!card.qualities().isEmpty() && !card.qualities().contains(card.defaultQuality())) {
      row.refuse("has a default_quality that is none of its qualities: " + card.defaultQuality());
    }
  }

  private static boolean takes(SizeRule rule, String size) {
    return size.equals("auto")
        ? rule.auto()
        : ImageSize.parse(size).filter(parsed -> rule.objection(parsed).isEmpty()).isPresent();
  }

  private ModelCard card() {
    return new ModelCard(
        row.text("provider"),
        "",
        lifecycle(),
        row.whole("longest_prompt", 1, MILLION),
        row.whole("most_images", 1, MILLION),
        sizes(row.sectionOrEmpty("sizes")),
        row.text("default_size"),
        row.texts("qualities"),
        row.text("default_quality"),
        row.texts("formats"),
        row.texts("backgrounds"),
        row.texts("fidelities"),
        references(row.sectionOrEmpty("references")),
        Set.copyOf(row.texts("accepted")),
        row.has("note") && !row.node().path("note").asString("").isEmpty() ? row.text("note") : "");
  }

  private Lifecycle lifecycle() {
    return new Lifecycle(
        row.day("released"),
        row.day("deprecated"),
        row.day("shutdown"),
        row.textOrNull("replacement"));
  }

  static SizeRule sizes(CatalogueSection sizes) {
    if (sizes.has("list")) {
      sizes.only("list", "auto");
      return new SizeRule.Listed(sizes.sizes("list"), sizes.flag("auto"));
    }
    if (sizes.has("multiple")) {
      return arithmetic(sizes);
    }
    sizes.only("auto");
    return new SizeRule.Free(sizes.flag("auto"));
  }

  static SizeRule.Arithmetic arithmetic(CatalogueSection sizes) {
    sizes.only("multiple", "longest_edge", "aspect", "fewest_pixels", "most_pixels", "auto");
    return new SizeRule.Arithmetic(
        sizes.whole("multiple", 1, 10_000),
        sizes.whole("longest_edge", 1, 99_999),
        sizes.whole("aspect", 1, 10_000),
        sizes.whole("fewest_pixels", 1L, 10_000_000_000L),
        sizes.whole("most_pixels", 1L, 10_000_000_000L),
        sizes.flag("auto"));
  }

  private static ModelCard.References references(CatalogueSection references) {
    references.only("most", "bytes", "formats");
    return new ModelCard.References(
        references.whole("most", 0, 10_000),
        references.whole("bytes", 0L, 1L << 40),
        references.formats("formats"));
  }

  private static ModelCard withId(ModelCard card, String id) {
    return new ModelCard(
        card.provider(),
        id,
        card.lifecycle(),
        card.longestPrompt(),
        card.mostImages(),
        card.sizes(),
        card.defaultSize(),
        card.qualities(),
        card.defaultQuality(),
        card.formats(),
        card.backgrounds(),
        card.fidelities(),
        card.references(),
        card.accepted(),
        card.note());
  }
}
