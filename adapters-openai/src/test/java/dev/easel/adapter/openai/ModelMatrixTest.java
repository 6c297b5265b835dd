package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Lifecycle;
import dev.easel.domain.image.Lifecycle.Stage;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.RequestDraft;
import dev.easel.domain.image.RequestRules;
import dev.easel.domain.image.Upload;
import dev.easel.domain.image.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which model takes what, row by row. Columns are dall-e-2, dall-e-3, gpt-image-1, 1-mini, 1.5, 2,
/// 2.5 and 2.6; `y` is taken, `-` is refused.
final class ModelMatrixTest {

  private static final Catalogues CATALOGUES = Catalogues.load(null);
  private static final List<List<String>> COLUMNS =
      List.of(
          List.of("dall-e-2"),
          List.of("dall-e-3"),
          List.of("gpt-image-1"),
          List.of("gpt-image-1-mini"),
          List.of("gpt-image-1.5", "gpt-image-1.5-2025-12-16", "chatgpt-image-latest"),
          List.of("gpt-image-2", "gpt-image-2-2026-04-21"),
          List.of(
              "gpt-image-2.5-flare",
              "gpt-image-2.5-flare-2026-09-08",
              "gpt-image-2.5-sunburst",
              "gpt-image-2.5-sunburst-2026-09-08"),
          List.of("gpt-image-2.6-flare", "gpt-image-2.6-sunburst"));

  private static ModelCard card(String model) {
    return CATALOGUES.models().card("openai", model).orElseThrow();
  }

  private static List<Violation> check(RequestDraft draft) {
    return RequestRules.check(card(draft.model()), draft.request());
  }

  private static void assertRow(String row, String parameter, UnaryDraft change) {
    for (int column = 0; column < COLUMNS.size(); column++) {
      boolean taken = row.charAt(column) == 'y';
      for (String model : COLUMNS.get(column)) {
        List<Violation> found = check(change.apply(RequestDraft.of(model)));
        assertEquals(taken, found.isEmpty(), model + ": " + found);
        if (!taken) {
          assertTrue(
              found.stream().map(Violation::parameter).anyMatch(parameter::equals),
              model + ": " + found);
        }
      }
    }
  }

  @FunctionalInterface
  private interface UnaryDraft {
    RequestDraft apply(RequestDraft draft);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyyyyyy, 1000",
    "-yyyyyyy, 1001",
    "-yyyyyyy, 4000",
    "--yyyyyy, 4001",
    "--yyyyyy, 32000",
    "--------, 32001"
  })
  void promptsMayBeAsLongAsTheModelTakes(String row, int length) {
    assertRow(row, "prompt", draft -> draft.saying("é".repeat(length)));
  }

  @ParameterizedTest
  @CsvSource({"yyyyyyyy, 1", "y-yyyyyy, 2", "y-yyyyyy, 10", "--------, 11", "--------, 0"})
  void severalPicturesWhereTheModelMakesThem(String row, int n) {
    assertRow(row, "n", draft -> draft.with("n", n));
  }

  @ParameterizedTest
  @CsvSource({
    "y-------, 256x256",
    "y-------, 512x512",
    "yyyyyyyy, 1024x1024",
    "-y---yyy, 1792x1024",
    "-y---yyy, 1024x1792",
    "--yyyyyy, 1536x1024",
    "--yyyyyy, 1024x1536",
    "--yyyyyy, auto",
    "-----yyy, 816x816",
    "--------, 800x800",
    "-----yyy, 1920x1088",
    "--------, 1920x1080",
    "-----yyy, 3840x2160",
    "--------, 3856x2160",
    "-----yyy, 2880x2880",
    "--------, 2896x2880",
    "-----yyy, 1024x640",
    "--------, 1024x624",
    "-----yyy, 1440x480",
    "--------, 1456x480",
    "--------, 1024",
    "--------, AUTO"
  })
  void sizes(String row, String size) {
    assertRow(row, "size", draft -> draft.with("size", size));
  }

  @ParameterizedTest
  @CsvSource({
    "yy------, standard",
    "-y------, hd",
    "--yyyyyy, low",
    "--yyyyyy, medium",
    "--yyyyyy, high",
    "--yyyyyy, auto",
    "------yy, xhigh",
    "------yy, max",
    "--------, ultra",
    "--------, LOW"
  })
  void qualities(String row, String quality) {
    assertRow(row, "quality", draft -> draft.with("quality", quality));
  }

  @ParameterizedTest
  @CsvSource({
    "-y------, style, vivid",
    "-y------, style, natural",
    "--------, style, gothic",
    "yy------, response_format, url",
    "yy------, response_format, b64_json",
    "--------, response_format, file",
    "--yyyyyy, output_format, png",
    "--yyyyyy, output_format, jpeg",
    "--yyyyyy, output_format, webp",
    "-------y, output_format, gif",
    "-------y, output_format, svg",
    "--------, output_format, jpg",
    "--yyyyyy, background, auto",
    "--yyyyyy, background, opaque",
    "--yyyyyy, background, transparent",
    "--------, background, white",
    "--yyyyyy, moderation, auto",
    "--yyyyyy, moderation, low",
    "--------, moderation, off",
    "-------y, complexity, low",
    "-------y, complexity, high",
    "--------, complexity, max",
    "yyyyyyyy, user, somebody",
    "yyyyyyyy, safety_identifier, somebody",
    "yyyyyyyy, prompt_rewriter, on",
    "yyyyyyyy, negative_prompt, rain"
  })
  void words(String row, String name, String word) {
    assertRow(row, name, draft -> draft.with(name, word));
  }

  @ParameterizedTest
  @CsvSource({
    "--yyyyyy, true, 0",
    "--yyyyyy, true, 3",
    "--------, true, 4",
    "--------, true, -1",
    "--yyyyyy, false, 0",
    "--------, false, 1"
  })
  void streamsAndTheirPartialPictures(String row, boolean stream, int partial) {
    assertRow(
        row,
        "partial_images",
        draft -> draft.with("stream", stream).with("partial_images", partial));
  }

  @Test
  void aStreamIsTrueOrFalse() {
    assertRow("--yyyyyy", "stream", draft -> draft.with("stream", true));
    assertRow("--------", "stream", draft -> draft.with("stream", "yes"));
  }

  @ParameterizedTest
  @CsvSource({
    "--yyyyyy, jpeg, 0",
    "--yyyyyy, webp, 50",
    "--yyyyyy, jpeg, 100",
    "--------, jpeg, 101",
    "--------, jpeg, -1",
    "--yyyyyy, png, 100",
    "--------, png, 50"
  })
  void compressionGoesWithJpegAndWebp(String row, String format, int compression) {
    assertRow(
        row,
        "output_compression",
        draft -> draft.with("output_format", format).with("output_compression", compression));
  }

  @Test
  void compressionWithoutAFormatIsForPng() {
    assertRow("--------", "output_compression", draft -> draft.with("output_compression", 80));
  }

  @ParameterizedTest
  @CsvSource({"--yyyyyy, png", "--yyyyyy, webp", "--------, jpeg"})
  void transparencyGoesWithPngAndWebp(String row, String format) {
    assertRow(
        row,
        "background",
        draft -> draft.with("output_format", format).with("background", "transparent"));
  }

  @ParameterizedTest
  @CsvSource({"--y-y---, high", "--yyy---, low", "--------, medium"})
  void inputFidelityIsOfTheFirstModelsOnly(String row, String fidelity) {
    assertRow(row, "input_fidelity", draft -> draft.editing(1).with("input_fidelity", fidelity));
  }

  @Test
  void inputFidelityIsForEdits() {
    assertRow("--------", "input_fidelity", draft -> draft.with("input_fidelity", "low"));
  }

  @ParameterizedTest
  @CsvSource({
    "-------y, gif, 2",
    "-------y, gif, 16",
    "--------, gif, 1",
    "--------, gif, 17",
    "--------, png, 9"
  })
  void framesAreOfGifs(String row, String format, int frames) {
    assertRow(
        row,
        "frame_count",
        draft -> draft.with("output_format", format).with("frame_count", frames));
  }

  @Test
  void frameDurationsAreOfGifs() {
    assertRow(
        "-------y",
        "frame_duration_ms",
        draft -> draft.with("output_format", "gif").with("frame_duration_ms", 200));
    assertRow("--------", "frame_duration_ms", draft -> draft.with("frame_duration_ms", 200));
  }

  @Test
  void drawnFormatsTakeNoStreamNoTransparencyAndNoCompression() {
    RequestDraft latest = RequestDraft.of("gpt-image-2.6-sunburst");
    for (String format : List.of("gif", "svg")) {
      assertEquals(
          List.of("stream"), parameters(latest.with("output_format", format).with("stream", true)));
      assertEquals(
          List.of("background", "output_compression"),
          parameters(
              latest
                  .with("output_format", format)
                  .with("background", "transparent")
                  .with("output_compression", 50)));
    }
    assertEquals(List.of("n"), parameters(latest.with("output_format", "svg").with("n", 2)));
    assertEquals(List.of(), parameters(latest.with("output_format", "gif").with("n", 2)));
  }

  private static List<String> parameters(RequestDraft draft) {
    return check(draft).stream().map(Violation::parameter).toList();
  }

  @Test
  void theSvgParameterIsOfSvg() {
    Map<String, String> svg = Map.of("model", "gpt-6");
    assertRow("-------y", "svg", draft -> draft.with("output_format", "svg").with("svg", svg));
    assertRow("--------", "svg", draft -> draft.with("svg", svg));
  }

  @ParameterizedTest
  @CsvSource({"y-yyyyyy, 1", "--yyyyyy, 2", "--yyyyyy, 16", "--------, 17", "--------, 0"})
  void editsBringAsManyPicturesAsTheModelTakes(String row, int pictures) {
    assertRow(row, "image", draft -> draft.asEdit().editing(pictures));
  }

  @ParameterizedTest
  @CsvSource({
    "--yyyyyy, image/jpeg, 100",
    "--yyyyyy, image/webp, 100",
    "--------, image/gif, 100",
    "--------, image/svg+xml, 100",
    "y-yyyyyy, image/png, 4194303",
    "--yyyyyy, image/png, 4194304",
    "--yyyyyy, image/png, 52428799",
    "--------, image/png, 52428800"
  })
  void editsBringPicturesOfAKindAndSize(String row, String mediaType, int bytes) {
    assertRow(row, "image", draft -> draft.sending(Upload.Role.IMAGE, mediaType, bytes));
  }

  @Test
  void masksAreTakenWhereEditsAre() {
    assertRow(
        "y-yyyyyy", "image", draft -> draft.editing(1).sending(Upload.Role.MASK, "image/png", 9));
  }

  @Test
  void markupIsOfTheLatestModelsOnly() {
    for (List<String> models : COLUMNS) {
      for (String model : models) {
        RequestDraft draft =
            RequestDraft.of(model).editing(1).sending(Upload.Role.MARKUP, "image/png", 9);
        boolean taken = model.startsWith("gpt-image-2.5-") || model.startsWith("gpt-image-2.6-");
        assertEquals(taken, check(draft).isEmpty(), model);
      }
    }
  }

  @Test
  void markupAndMaskDoNotGoTogetherAndAGifTakesNoMask() {
    RequestDraft edit =
        RequestDraft.of("gpt-image-2.6-flare").editing(1).sending(Upload.Role.MASK, "image/png", 9);
    assertEquals(List.of("markup"), parameters(edit.sending(Upload.Role.MARKUP, "image/png", 9)));
    assertEquals(List.of("mask"), parameters(edit.with("output_format", "gif")));
  }

  @Test
  void messagesNameRuleValueAndWhatIsAllowed() {
    assertEquals(
        "quality \"xhigh\" is not one of the words that gpt-image-2 takes: low, medium, high, auto",
        check(RequestDraft.of("gpt-image-2").with("quality", "xhigh")).getFirst().message());
    assertEquals(
        "size 512x512 is not one of its sizes; gpt-image-1 takes 1024x1024, 1536x1024, 1024x1536,"
            + " auto",
        check(RequestDraft.of("gpt-image-1").with("size", "512x512")).getFirst().message());
  }

  @Test
  void theCatalogueHoldsEveryModelAndSnapshot() {
    Set<String> ids =
        CATALOGUES.models().cards().stream().map(ModelCard::id).collect(Collectors.toSet());
    assertEquals(COLUMNS.stream().flatMap(List::stream).collect(Collectors.toSet()), ids);
    assertTrue(CATALOGUES.models().complete("openai"));
    assertFalse(CATALOGUES.models().complete("xai"));
    assertFalse(CATALOGUES.models().complete("azure"));
  }

  @Test
  void defaultsAreOnesThatTheModelTakes() {
    for (ModelCard card : CATALOGUES.models().cards()) {
      assertEquals(
          List.of(),
          check(RequestDraft.of(card.id()).at(card.defaultSize(), card.defaultQuality())));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dall-e-2,              ,           ,           2026-05-12, SHUT_DOWN",
    "dall-e-3,              ,           ,           2026-05-12, SHUT_DOWN",
    "gpt-image-1,           ,           ,           2026-10-23, SHUT_DOWN",
    "gpt-image-1-mini,      ,           2026-06-02, 2026-12-01, DEPRECATED",
    "gpt-image-1.5,         2025-12-16, 2026-06-02, 2026-12-01, DEPRECATED",
    "chatgpt-image-latest,  ,           2026-06-02, 2026-12-01, DEPRECATED",
    "gpt-image-2,           2026-04-21, ,           ,           ACTIVE",
    "gpt-image-2.5-flare,   2026-09-08, ,           ,           ACTIVE",
    "gpt-image-2.5-sunburst, 2026-09-08, ,          ,           ACTIVE",
    "gpt-image-2.6-flare,   2026-11-04, ,           ,           ACTIVE",
    "gpt-image-2.6-sunburst, 2026-11-04, ,          ,           ACTIVE"
  })
  void everyModelHasItsLife(
      String model, LocalDate released, LocalDate deprecated, LocalDate shutdown, Stage stage) {
    String replacement = shutdown == null ? null : "gpt-image-2.6-sunburst or gpt-image-2.6-flare";
    Lifecycle life = card(model).lifecycle();
    assertEquals(new Lifecycle(released, deprecated, shutdown, replacement), life);
    assertEquals(stage, life.stage(LocalDate.of(2026, 11, 23)));
  }

  @Test
  void aBareFamilyNameIsToldItsMembers() {
    Violation violation =
        RequestRules.unknownModel("openai", "gpt-image-2.5", CATALOGUES.models().cards());
    assertTrue(
        violation.message().contains("gpt-image-2.5-flare or gpt-image-2.5-sunburst or"),
        violation.message());
  }
}
