package dev.easel.adapter.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.Upload;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether the usage that is reported costs what was estimated.
final class UsageReportTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  static Stream<ModelCard> cards() {
    return Stand.CATALOGUES.models().cards().stream()
        .filter(card -> card.provider().equals("openai") && !card.id().startsWith("dall-e"));
  }

  private static ModelCard card(String model) {
    return Stand.CATALOGUES.models().card("openai", model).orElseThrow();
  }

  private static Commissioned order(ImageRequest request) throws ApiError {
    return Commissioned.of(request, card(request.model()), Materials.of(request));
  }

  private static Fields usage(ImageRequest request) throws ApiError {
    Commissioned order = order(request);
    return UsageReport.of(order, Stand.PRICING, DAY, order.n());
  }

  private static Money cost(ImageRequest request) throws ApiError {
    Commissioned order = order(request);
    Pricing.Answer answer = new Pricing.Answer(order.actual(), usage(request), null, order.n());
    Cost cost = Stand.PRICING.cost(request, answer, DAY);
    assertEquals(CostBasis.USAGE, cost.basis(), request::toString);
    return Objects.requireNonNull(cost.amount());
  }

  private static void withinEstimate(ImageRequest request) throws ApiError {
    Estimate estimate = Stand.PRICING.estimate(request, DAY);
    Money cost = cost(request);
    assertTrue(estimate.low().orElseThrow().compareTo(cost) <= 0, () -> cost + " " + estimate);
    assertTrue(cost.compareTo(estimate.high().orElseThrow()) <= 0, () -> cost + " " + estimate);
  }

  @ParameterizedTest
  @MethodSource("cards")
  void theUsageOfEveryModelCostsWhatWasEstimated(ModelCard card) throws ApiError {
    for (String quality : card.qualities()) {
      for (String size : List.of("1024x1024", "1536x1024", "1024x1536", "auto")) {
        withinEstimate(Stand.generation(card.id(), "size", size, "quality", quality));
        withinEstimate(
            Stand.generation(
                card.id(),
                "size",
                size,
                "quality",
                quality,
                "n",
                3,
                "stream",
                true,
                "partial_images",
                2));
      }
    }
    withinEstimate(Stand.generation(card.id()));
  }

  @Test
  void theTokensAreThoseThatOpenAiCounts() throws ApiError {
    // "a lighthouse" has 2 tokens of o200k_base, and each prompt costs 6 more
    Fields usage =
        usage(Stand.generation("gpt-image-2", "size", "1024x1024", "quality", "medium", "n", 2));
    assertEquals(
        Stand.fields(
            "input_tokens",
            16,
            "input_tokens_details",
            Stand.fields("text_tokens", 16, "image_tokens", 0),
            "output_tokens",
            3512,
            "output_tokens_details",
            Stand.fields("text_tokens", 0, "image_tokens", 3512),
            "total_tokens",
            3528),
        usage);
  }

  @Test
  void partialPicturesCostAHundredTokensEach() throws ApiError {
    assertEquals(
        300,
        output("gpt-image-2", "stream", true, "partial_images", 3)
            - output("gpt-image-2", "stream", true));
  }

  @Test
  void anAnimationCostsAsManyPicturesAsItHasFrames() throws ApiError {
    assertEquals(
        4 * output("gpt-image-2.6-flare"),
        output("gpt-image-2.6-flare", "output_format", "gif", "frame_count", 4));
  }

  private static long output(String model, Object... parameters) throws ApiError {
    Fields more = Stand.fields(parameters).with("size", "1024x1024").with("quality", "high");
    ImageRequest request = Stand.generation(model).withParameters(more);
    return usage(request).whole("output_tokens").orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("cards")
  void anEditReportsThePicturesSentAlong(ModelCard card) throws ApiError {
    Upload image = Stand.upload(Upload.Role.IMAGE, Stand.png(64, 64, -1, -1));
    ImageRequest request =
        Stand.edit(card.id(), List.of(image), "size", "1024x1024", "quality", "high");
    Fields input = usage(request).fields("input_tokens_details");
    assertTrue(input.whole("image_tokens").orElseThrow() > 0);
    if (Stand.PRICING.estimate(request, DAY).high().isPresent()) {
      withinEstimate(request);
    } else {
      assertTrue(cost(request).compareTo(Money.ZERO) > 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"1024,1024,1024", "64,64,16", "2048,2048,1536", "512,512,1024", "32,32,4"})
  void patchesAreOf32PixelsWithinABudget(int width, int height, long patches) throws ApiError {
    Upload image = Stand.upload(Upload.Role.IMAGE, Stand.png(width, height, -1, -1));
    Fields usage = usage(Stand.edit("gpt-image-2", List.of(image)));
    assertEquals(patches, usage.fields("input_tokens_details").whole("image_tokens").orElseThrow());
  }

  @Test
  void whatIsLeftOpenIsDecidedByTheRequestAlone() throws ApiError {
    Commissioned order = order(Stand.generation("gpt-image-2", "quality", "auto"));
    assertEquals(order.size(), order(Stand.generation("gpt-image-2", "size", "auto")).size());
    assertEquals("medium", order.quality());
    assertEquals("opaque", order.background());
    Commissioned old = order(Stand.generation("dall-e-3"));
    assertEquals(new ImageSize(1024, 1024), old.size());
    assertEquals("standard", old.quality());
  }

  @ParameterizedTest
  @CsvSource({"64,64,1024x1024", "64,48,1536x1024", "48,64,1024x1536", "64,60,1024x1024"})
  void anEditOfAutoSizeHasTheShapeOfItsPicture(int width, int height, String size) throws ApiError {
    Upload image = Stand.upload(Upload.Role.IMAGE, Stand.png(width, height, -1, -1));
    ImageRequest request = Stand.edit("gpt-image-2", List.of(image), "size", "auto");
    assertEquals(size, order(request).size().toString());
  }
}
