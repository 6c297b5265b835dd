package dev.easel.domain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ModelFieldsTest {

  private static final LocalDate SHUTDOWN = LocalDate.of(2026, 5, 12);

  private static ModelCard card(SizeRule sizes) {
    return new ModelCard(
        "openai",
        "dall-e-3",
        new Lifecycle(LocalDate.of(2023, 11, 6), null, SHUTDOWN, "gpt-image-2"),
        4_000,
        1,
        sizes,
        "1024x1024",
        List.of("standard", "hd"),
        "standard",
        List.of(),
        List.of(),
        List.of(),
        ModelCard.References.NONE,
        Set.of("style", "n", "size"),
        "");
  }

  @Test
  void aCardNamesItsStageOnTheDayAndWhatReplacesIt() {
    ModelCard card = card(new SizeRule.Listed(List.of(new ImageSize(1024, 1024)), false));

    Fields before = ModelFields.of(card, SHUTDOWN.minusDays(1));
    Fields after = ModelFields.of(card, SHUTDOWN);

    assertEquals(Optional.of("deprecated"), before.text("stage"));
    assertEquals(Optional.of("shut_down"), after.text("stage"));
    assertEquals(Optional.of("2026-05-12"), after.text("shutdown"));
    assertEquals(Optional.of("gpt-image-2"), after.text("replacement"));
    assertEquals(Optional.of("dall-e-3"), after.text("model"));
    assertEquals(null, after.get("deprecated"));
    assertEquals(null, after.get("note"));
    assertEquals(List.of("n", "size", "style"), after.get("parameters"));
  }

  @Test
  void sizesAreListedWhereTheyAreAListAndSaidInWordsAlways() {
    SizeRule listed =
        new SizeRule.Listed(List.of(new ImageSize(1024, 1024), new ImageSize(1792, 1024)), true);
    SizeRule arithmetic = new SizeRule.Arithmetic(16, 3_840, 3, 655_360, 8_294_400, true);

    Fields sizes = ModelFields.of(card(listed), SHUTDOWN).fields("sizes");
    assertEquals(List.of("1024x1024", "1792x1024"), sizes.get("listed"));
    assertEquals(Optional.of("1024x1024, 1792x1024, auto"), sizes.text("allowed"));
    Fields free = ModelFields.of(card(arithmetic), SHUTDOWN).fields("sizes");
    assertEquals(null, free.get("listed"));
    assertEquals(Optional.of(arithmetic.allowed()), free.text("allowed"));
    assertEquals(Optional.of(true), free.flag("auto"));
  }
}
