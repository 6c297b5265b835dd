package dev.easel.domain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a model that takes everything still refuses, and how it says so.
final class ParameterAndFormatRulesTest {

  private static final ModelCard CARD =
      new ModelCard(
          "openai",
          "painter",
          new Lifecycle(null, null, null, null),
          32_000,
          10,
          new SizeRule.Listed(List.of(new ImageSize(1024, 1024)), false),
          "1024x1024",
          List.of("low"),
          "low",
          List.of("png", "jpeg", "webp", "gif", "svg"),
          List.of("auto", "opaque", "transparent"),
          List.of("low", "high"),
          new ModelCard.References(16, 50 << 20, List.of(ImageFormat.PNG, ImageFormat.JPEG)),
          Set.of(
              "n",
              "size",
              "style",
              "response_format",
              "output_format",
              "output_compression",
              "background",
              "moderation",
              "input_fidelity",
              "stream",
              "partial_images",
              "complexity",
              "frame_count",
              "frame_duration_ms",
              "svg",
              "mask",
              "markup"),
          "");

  private static RequestDraft draft() {
    return RequestDraft.of("painter");
  }

  private static List<String> messages(RequestDraft draft) {
    return RequestRules.check(CARD, draft.request()).stream().map(Violation::message).toList();
  }

  @Test
  void everythingInOrderPasses() {
    assertEquals(
        List.of(),
        messages(
            draft()
                .with("style", "vivid")
                .with("response_format", "b64_json")
                .with("moderation", "low")
                .with("complexity", "high")
                .with("output_format", "webp")
                .with("output_compression", 50)
                .with("background", "transparent")
                .with("stream", true)
                .with("partial_images", 3)
                .with("input_fidelity", "high")
                .editing(16)
                .sending(Upload.Role.MASK, "image/png", 10)));
    assertEquals(
        List.of(),
        messages(
            draft()
                .with("output_format", "gif")
                .with("frame_count", 16)
                .with("frame_duration_ms", 200)
                .with("stream", false)
                .with("n", 2)));
    assertEquals(
        List.of(),
        messages(draft().with("output_format", "svg").with("svg", Map.of()).with("n", 1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "style | gothic | vivid, natural",
        "response_format | file | url, b64_json",
        "moderation | off | auto, low",
        "complexity | max | low, medium, high",
        "background | blue | auto, opaque, transparent",
        "output_format | bmp | png, jpeg, webp, gif, svg"
      })
  void aWordOutsideTheListIsRefused(String name, String word, String allowed) {
    assertEquals(
        List.of(
            "%s \"%s\" is not one of the words that painter takes: %s"
                .formatted(name, word, allowed)),
        messages(draft().with(name, word)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"style", "moderation", "background", "output_format"})
  void aNumberIsNoWord(String name) {
    assertEquals(1, messages(draft().with(name, 7)).size());
  }

  @ParameterizedTest
  @CsvSource({
    "gif, frame_count, 1, 2, 16",
    "gif, frame_count, 17, 2, 16",
    "gif, frame_duration_ms, 0, 1, 655350",
    "gif, frame_duration_ms, 655351, 1, 655350",
    "jpeg, output_compression, -1, 0, 100",
    "jpeg, output_compression, 101, 0, 100"
  })
  void aNumberOutsideItsRangeIsRefused(String format, String name, int value, int low, int high) {
    assertEquals(
        List.of("%s %d is not a whole number from %d to %d".formatted(name, value, low, high)),
        messages(draft().with("output_format", format).with(name, value)));
  }

  @Test
  void partialPicturesAreAFewAndComeWithAStream() {
    assertEquals(
        List.of("partial_images 4 is not a whole number from 0 to 3"),
        messages(draft().with("stream", true).with("partial_images", 4)));
    assertEquals(
        List.of("partial_images comes only with stream true"),
        messages(draft().with("partial_images", 1)));
    assertEquals(List.of(), messages(draft().with("partial_images", 0)));
    assertEquals(
        List.of("stream \"yes\" is not true or false"), messages(draft().with("stream", "yes")));
  }

  @Test
  void inputFidelityIsForEdits() {
    assertEquals(
        List.of("input_fidelity is for edits only; leave it out"),
        messages(draft().with("input_fidelity", "low")));
    assertEquals(
        List.of("input_fidelity \"max\" is not one of the words that painter takes: low, high"),
        messages(draft().editing(1).with("input_fidelity", "max")));
  }

  @Test
  void whatGoesWithOneFormatIsRefusedWithAnother() {
    assertEquals(
        List.of("background transparent needs output_format png or webp, not jpeg"),
        messages(draft().with("output_format", "jpeg").with("background", "transparent")));
    assertEquals(
        List.of("output_compression 80 needs output_format jpeg or webp, not png"),
        messages(draft().with("output_compression", 80)));
    assertEquals(
        List.of("frame_count comes only with output_format gif, not png"),
        messages(draft().with("frame_count", 4)));
    assertEquals(
        List.of("frame_duration_ms comes only with output_format gif, not svg"),
        messages(draft().with("output_format", "svg").with("frame_duration_ms", 200)));
    assertEquals(
        List.of("svg comes only with output_format svg, not gif"),
        messages(draft().with("output_format", "gif").with("svg", Map.of("model", "m"))));
  }

  @Test
  void fullQualityIsTheDefaultAndGoesWithEveryFormat() {
    assertEquals(List.of(), messages(draft().with("output_compression", 100)));
  }

  @Test
  void drawnPicturesAreNotStreamed() {
    assertEquals(
        List.of("stream cannot be had with output_format gif"),
        messages(draft().with("output_format", "gif").with("stream", true)));
    assertEquals(
        List.of("n 2 is too many; output_format svg takes only 1"),
        messages(draft().with("output_format", "svg").with("n", 2)));
    assertEquals(
        List.of("a mask cannot be had with output_format gif"),
        messages(
            draft()
                .with("output_format", "gif")
                .editing(1)
                .sending(Upload.Role.MASK, "image/png", 10)));
  }

  @Test
  void masksAndMarkupAreOneEachAndNotBoth() {
    RequestDraft masked = draft().editing(1).sending(Upload.Role.MASK, "image/png", 10);
    assertEquals(
        List.of("2 are too many; there is one mask"),
        messages(masked.sending(Upload.Role.MASK, "image/png", 10)));
    assertEquals(
        List.of("markup and mask cannot be combined; send one of them"),
        messages(masked.sending(Upload.Role.MARKUP, "image/png", 10)));
    assertEquals(
        List.of("markup \"picture\" is image/webp; it must be png"),
        messages(draft().editing(1).sending(Upload.Role.MARKUP, "image/webp", 10)));
  }

  @Test
  void autoIsNoSizeWhereTheModelDoesNotTakeIt() {
    assertEquals(
        List.of("size auto is not one of its sizes; painter takes 1024x1024"),
        messages(draft().with("size", "auto")));
  }
}
