package dev.easel.domain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every model is asked, card or not, and how refusals read.
final class RequestRulesTest {

  private static final ModelCard CARD =
      new ModelCard(
          "openai",
          "gpt-image-2",
          new Lifecycle(null, null, null, null),
          10,
          4,
          new SizeRule.Arithmetic(16, 3840, 3, 655_360, 8_294_400, true),
          "1024x1024",
          List.of("low", "medium", "high", "auto"),
          "medium",
          List.of("png", "jpeg", "webp"),
          List.of("auto", "opaque", "transparent"),
          List.of(),
          new ModelCard.References(2, 2000, List.of(ImageFormat.PNG)),
          Set.of("n", "size", "quality", "output_format", "background", "mask"),
          "");

  private static RequestDraft draft() {
    return RequestDraft.of("gpt-image-2").saying("a boat");
  }

  private static List<String> general(RequestDraft draft) {
    return messages(RequestRules.check(null, draft.request()));
  }

  private static List<String> carded(RequestDraft draft) {
    return messages(RequestRules.check(CARD, draft.request()));
  }

  private static List<String> messages(List<Violation> violations) {
    return violations.stream().map(Violation::message).toList();
  }

  @Test
  void aPlainRequestPasses() {
    assertEquals(List.of(), carded(draft().at("1024x1024", "low").with("n", 4)));
    assertEquals(List.of(), general(draft()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t "})
  void anEmptyPromptIsRefused(String prompt) {
    assertEquals(
        List.of("the prompt is empty; say what the picture is to show"),
        general(draft().saying(prompt)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 11, 27, 127, 0x85, 0x9f})
  void aControlCharacterInThePromptIsRefusedWithItsPlace(int point) {
    assertEquals(
        List.of(
            ("the prompt holds the control character U+%04X at position 3;"
                    + " of these only line breaks and tabs are allowed")
                .formatted(point)),
        general(draft().saying("🚤 " + Character.toString(point) + "b")));
  }

  @Test
  void halfASurrogatePairIsRefused() {
    assertEquals(1, general(draft().saying("a\ud83d")).size());
  }

  @Test
  void lineBreaksTabsAndEveryScriptPass() {
    assertEquals(List.of(), general(draft().saying("a\r\n\tb é 漢字 🚤 \u200d שלום")));
  }

  @Test
  void aLongPromptIsCountedInCharactersNotInUnits() {
    assertEquals(List.of(), carded(draft().saying("🚤".repeat(10))));
    assertEquals(
        List.of("the prompt has 11 characters; gpt-image-2 takes at most 10"),
        carded(draft().saying("🚤".repeat(11))));
  }

  @Test
  void nIsAWholeNumberWithinTheModelsLimit() {
    assertEquals(
        List.of("n 5 is too many; gpt-image-2 takes 1 to 4"), carded(draft().with("n", 5)));
    assertEquals(List.of("n 0 is not a whole number from 1 on"), carded(draft().with("n", 0)));
    assertEquals(
        List.of("n \"two\" is not a whole number from 1 on"), general(draft().with("n", "two")));
    assertEquals(
        List.of("n 1.5 is not a whole number from 1 on"),
        general(draft().with("n", new BigDecimal("1.5"))));
    assertEquals(List.of(), general(draft().with("n", 5000)));
  }

  @Test
  void seedAndStepsAreOnlyOfTheRightKind() {
    assertEquals(List.of(), carded(draft().with("seed", -1).with("steps", 1)));
    assertEquals(
        List.of("seed \"x\" is not a whole number", "steps 0 is not a whole number from 1 on"),
        carded(draft().with("seed", "x").with("steps", 0)));
  }

  @Test
  void aRefusedSizeNamesTheRuleTheValueAndWhatIsAllowed() {
    assertEquals(
        List.of(
            "size 1920x1080 has an edge that is not divisible by 16 (nearest: 1920x1088);"
                + " gpt-image-2 takes WIDTHxHEIGHT with both edges divisible by 16, none over"
                + " 3840, at most 3:1, from 655360 to 8294400 pixels, or auto"),
        carded(draft().with("size", "1920x1080")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1024", "1024X1024", "1024*1024", "x", "01024x1024", "-1x5", "100000x1024", ""})
  void malformedSizesAreRefused(String size) {
    String message = carded(draft().with("size", size)).getFirst();
    assertTrue(message.startsWith("size " + size + " is not a width and a height"), message);
  }

  @Test
  void aSizeThatIsNoTextIsRefused() {
    String message = carded(draft().with("size", 1024)).getFirst();
    assertTrue(message.startsWith("size 1024 is not text; gpt-image-2 takes"), message);
  }

  @Test
  void autoIsASizeWhereTheModelTakesIt() {
    assertEquals(List.of(), carded(draft().with("size", "auto")));
  }

  @Test
  void foreignTextInAMessageIsShortAndVisible() {
    assertEquals(
        List.of(
            "quality \"<U+001B>[31mxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\" is not one of the words"
                + " that gpt-image-2 takes: low, medium, high, auto"),
        carded(draft().with("quality", "\u001b[31m" + "x".repeat(100))));
  }

  @Test
  void aKnownParameterThatTheModelDoesNotTakeIsRefused() {
    assertEquals(
        List.of(
            "style \"vivid\" must be left out: gpt-image-2 does not take this parameter;"
                + " it takes n, size, quality, output_format, background"),
        carded(draft().with("style", "vivid")));
  }

  @Test
  void aParameterThatIsNotTheApisTravelsOn() {
    assertEquals(List.of(), carded(draft().with("guidance_scale", "7").with("style", null)));
  }

  @Test
  void withoutACardOnlyTheGeneralRulesHold() {
    RequestDraft odd = draft().at("7x7", "superb").with("output_format", "tiff");
    assertEquals(List.of(), general(odd));
    assertEquals(3, carded(odd).size());
  }

  @Test
  void anEditNeedsAPictureAndAGenerationTakesNone() {
    assertEquals(
        List.of("an edit needs at least one picture to work from"), general(draft().asEdit()));
    assertEquals(List.of(), general(draft().editing(1)));
    assertEquals(List.of(), general(draft().asEdit().with("images", List.of("file-1"))));
    ImageRequest edit = draft().editing(1).request();
    ImageRequest generation =
        new ImageRequest(Operation.GENERATE, "openai", "m", "a boat", Fields.NONE, edit.uploads());
    assertEquals(
        List.of("a generation takes no pictures; ask for an edit to send some along"),
        messages(RequestRules.check(null, generation)));
  }

  @Test
  void referencesAreCheckedForNumberKindAndSize() {
    assertEquals(
        List.of("3 pictures are too many; gpt-image-2 takes at most 2"),
        carded(draft().editing(3)));
    assertEquals(
        List.of("picture \"picture\" is image/gif; gpt-image-2 takes png"),
        carded(draft().sending(Upload.Role.IMAGE, "image/gif", 10)));
    assertEquals(
        List.of("picture \"picture\" has 2000 bytes; gpt-image-2 takes fewer than 2000"),
        carded(draft().sending(Upload.Role.IMAGE, "image/png", 2000)));
  }

  @Test
  void aMaskIsOnePngUnderFourMegabytes() {
    RequestDraft small = draft().editing(1).sending(Upload.Role.MASK, "image/png", (4 << 20) - 1);
    assertEquals(List.of(), carded(small));
    RequestDraft large = draft().editing(1).sending(Upload.Role.MASK, "image/png", 4 << 20);
    assertEquals(
        List.of("picture \"picture\" has 4194304 bytes; gpt-image-2 takes fewer than 4194304"),
        carded(large));
    RequestDraft jpeg = draft().editing(1).sending(Upload.Role.MASK, "image/jpeg", 9);
    assertEquals(List.of("mask \"picture\" is image/jpeg; it must be png"), carded(jpeg));
  }

  @Test
  void anEmptyOrUnprintableModelIsRefused() {
    assertEquals(
        List.of("the model is empty; name one, such as gpt-image-2"),
        general(RequestDraft.of(" ")));
    assertEquals(
        List.of("model \"a<U+0000>\" holds a control character"),
        general(RequestDraft.of("a\u0000")));
  }

  @Test
  void anUnknownModelIsToldWhatWasPerhapsMeant() {
    Violation violation = RequestRules.unknownModel("openai", "gpt-imge-2", List.of(CARD));
    assertEquals("model", violation.parameter());
    assertEquals(
        "model \"gpt-imge-2\" is not one that openai serves: did you mean gpt-image-2?"
            + " (--no-check sends it anyway)",
        violation.message("--no-check"));
  }

  @Test
  void anUnknownModelThatIsLikeNoneGetsTheWholeList() {
    assertEquals(
        "model \"flux\" is not one that openai serves: it serves gpt-image-2",
        RequestRules.unknownModel("openai", "flux", List.of(CARD)).message());
  }
}
