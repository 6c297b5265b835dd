package dev.easel.adapter.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.easel.config.Dialect;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Upload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.core.JsonParser;

/// What each dialect sends, byte for byte where it counts, and what it makes of costs.
final class DialectsTest {

  @RegisterExtension
  static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

  private static LoggedRequest sent(Dialect dialect, String path, ImageRequest request) {
    return sent(dialect, path, request, Calls.ANSWER);
  }

  private static LoggedRequest sent(
      Dialect dialect, String path, ImageRequest request, String answer) {
    SERVER.stubFor(post(anyUrl()).willReturn(okJson(answer)));
    Calls.delivered(Calls.ask(dialect, SERVER.baseUrl() + path, request));
    return SERVER.getAllServeEvents().getFirst().getRequest();
  }

  private static String body(Dialect dialect, ImageRequest request) {
    return sent(dialect, "/v1", request).getBodyAsString();
  }

  private static Fields json(String body) {
    try (JsonParser parser = WireJson.parser(body.getBytes(StandardCharsets.UTF_8))) {
      parser.nextToken();
      return Fields.NONE
          .with("body", assertInstanceOf(Map.class, WireJson.value(parser)))
          .fields("body");
    }
  }

  private static Upload picture(String name) {
    return Calls.upload(Upload.Role.IMAGE, name, Calls.PNG);
  }

  private static Upload mask() {
    return Calls.upload(Upload.Role.MASK, "mask.png", Calls.PNG);
  }

  private static final String DATA_URL = "data:image/png;base64," + Calls.PNG64;

  private static Outcome answered(Dialect dialect, String answer) {
    SERVER.stubFor(post(anyUrl()).willReturn(okJson(answer)));
    return Calls.ask(dialect, SERVER.baseUrl() + "/v1", Calls.generate());
  }

  @Test
  void openAiGetsEverythingInOrderButSeedAndSteps() {
    LoggedRequest request =
        sent(
            Dialect.OPENAI,
            "/v1",
            Calls.generate(
                "size",
                "1536x1024",
                "quality",
                "low",
                "n",
                2,
                "seed",
                7,
                "steps",
                30,
                "moderation",
                "low",
                "brand_new",
                List.of(1, Map.of("a", true)),
                "fine",
                new BigDecimal("0.50")));
    assertEquals("/v1/images/generations", request.getUrl());
    assertEquals("Bearer " + Calls.KEY, request.getHeader("Authorization"));
    assertEquals("application/json", request.getHeader("Content-Type"));
    assertEquals("easel/0.0", request.getHeader("User-Agent"));
    assertEquals(
        "{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse\",\"size\":\"1536x1024\","
            + "\"quality\":\"low\",\"n\":2,\"moderation\":\"low\",\"brand_new\":[1,{\"a\":true}],"
            + "\"fine\":0.50}",
        request.getBodyAsString());
  }

  @Test
  void openAiIsNotToldWhatNobodyGaveAValue() {
    SERVER.stubFor(post(anyUrl()).willReturn(okJson(Calls.ANSWER)));
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("n", null);
    ImageRequest request = Calls.generate().withParameters(Fields.of(parameters));
    assertEquals(
        "{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse\"}", body(Dialect.OPENAI, request));
  }

  @Test
  void dallEIsAskedForBase64UnlessTheUserSaysOtherwise() {
    assertEquals(
        "b64_json",
        json(body(Dialect.OPENAI, Calls.generateWith("dall-e-3", "style", "vivid")))
            .text("response_format")
            .orElse(""));
    assertEquals(
        "url",
        json(body(Dialect.OPENAI, Calls.generateWith("dall-e-2", "response_format", "url")))
            .text("response_format")
            .orElse(""));
  }

  @Test
  void whatWasSentIsReportedWithoutPromptAndUploads() {
    SERVER.stubFor(post(anyUrl()).willReturn(okJson(Calls.ANSWER)));
    Outcome outcome =
        Calls.ask(
            SERVER.baseUrl() + "/v1",
            Calls.edit(List.of(picture("a.png")), "size", "auto", "seed", 7, "n", 1));
    assertEquals(Calls.fields("model", "gpt-image-2", "size", "auto", "n", 1), outcome.sent());
  }

  @Test
  void azureGetsTheKeyInItsOwnHeaderAndTheVersionBehindTheRoute() {
    LoggedRequest request =
        sent(Dialect.AZURE, "/openai/v1/?api-version=preview", Calls.generate("seed", 1));
    assertEquals("/openai/v1/images/generations?api-version=preview", request.getUrl());
    assertEquals(Calls.KEY, request.getHeader("api-key"));
    assertTrue(!request.containsHeader("Authorization"));
    assertEquals(
        "{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse\"}", request.getBodyAsString());
  }

  @Test
  void azureOfOldHasTheDeploymentInThePath() {
    assertEquals(
        "/openai/deployments/gpt-image-2/images/generations?api-version=2025-04-01-preview",
        sent(Dialect.AZURE, "/openai?api-version=2025-04-01-preview", Calls.generate()).getUrl());
    assertEquals(
        "/openai/deployments/mine/images/edits?api-version=1",
        sent(
                Dialect.AZURE,
                "/openai/deployments/mine?api-version=1",
                Calls.edit(List.of(picture("a.png"))))
            .getUrl());
  }

  @Test
  void localAiCallsItStep() {
    assertEquals(
        "{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse\",\"size\":\"512x512\",\"seed\":7,"
            + "\"step\":12,\"response_format\":\"b64_json\"}",
        body(Dialect.LOCALAI, Calls.generate("size", "512x512", "steps", 12, "seed", 7)));
  }

  @Test
  void localAiEditsThroughGenerationsInBareBase64() {
    LoggedRequest request = sent(Dialect.LOCALAI, "/v1", Calls.edit(List.of(picture("a.png"))));
    assertEquals("/v1/images/generations", request.getUrl());
    assertEquals(Calls.PNG64, json(request.getBodyAsString()).text("file").orElse(""));
    Fields two =
        json(body(Dialect.LOCALAI, Calls.edit(List.of(picture("a.png"), picture("b.png")))));
    assertEquals(List.of(Calls.PNG64, Calls.PNG64), two.get("ref_images"));
  }

  @Test
  void sdServerFindsItsControlsInABlockInsideThePrompt() {
    ImageRequest request =
        Calls.generate(
            "size",
            "auto",
            "n",
            1,
            "seed",
            7,
            "steps",
            20,
            "negative_prompt",
            "rain",
            "sample_params",
            Map.of("eta", 0.5));
    assertEquals(
        "{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse <sd_cpp_extra_args>{"
            + "\\\"seed\\\":7,\\\"negative_prompt\\\":\\\"rain\\\",\\\"sample_params\\\":"
            + "{\\\"eta\\\":0.5,\\\"sample_steps\\\":20}}</sd_cpp_extra_args>\",\"n\":1}",
        body(Dialect.SD_SERVER, request));
    assertEquals(
        Calls.fields(
            "seed",
            7,
            "negative_prompt",
            "rain",
            "sample_params",
            Map.of("eta", new BigDecimal("0.5"), "sample_steps", 20)),
        Calls.ask(Dialect.SD_SERVER, SERVER.baseUrl() + "/v1", request)
            .sent()
            .fields("sd_cpp_extra_args"));
  }

  @Test
  void sdServerIsLeftAloneWhereThereIsNothingToAdd() {
    assertEquals(
        "{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse\",\"size\":\"512x512\"}",
        body(Dialect.SD_SERVER, Calls.generate("size", "512x512")));
  }

  @Test
  void vllmOmniAndSglangCallItNumInferenceSteps() {
    String expected =
        "{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse\",\"size\":\"512x512\",\"seed\":7,"
            + "\"num_inference_steps\":20,\"response_format\":\"b64_json\"}";
    ImageRequest request = Calls.generate("size", "512x512", "seed", 7, "steps", 20);
    assertEquals(expected, body(Dialect.VLLM_OMNI, request));
    assertEquals(expected, body(Dialect.SGLANG, request));
  }

  @Test
  void theDialectsOwnNameForStepsWins() {
    Fields sent = json(body(Dialect.SGLANG, Calls.generate("steps", 20, "num_inference_steps", 9)));
    assertEquals(9, sent.whole("num_inference_steps").orElse(0));
    assertTrue(!sent.has("steps"));
  }

  @Test
  void xaiGetsAShapeInsteadOfASize() {
    assertEquals(
        "{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse\",\"aspect_ratio\":\"3:2\","
            + "\"resolution\":\"1k\",\"n\":2,\"response_format\":\"b64_json\"}",
        body(Dialect.XAI, Calls.generate("size", "1536x1024", "n", 2, "seed", 1, "steps", 2)));
    Fields square = json(body(Dialect.XAI, Calls.generate("size", "2048x2048")));
    assertEquals("1:1", square.text("aspect_ratio").orElse(""));
    assertEquals("2k", square.text("resolution").orElse(""));
  }

  @Test
  void xaiIsNotAskedForAShapeItDoesNotHave() {
    Outcome outcome =
        Calls.ask(Dialect.XAI, SERVER.baseUrl() + "/v1", Calls.generate("size", "1000x400"));
    Failure failure = Calls.failure(outcome);
    assertInstanceOf(Failure.NotSent.class, failure);
    assertTrue(failure.message().contains("1000x400"), failure::message);
    assertEquals(List.of(), SERVER.getAllServeEvents());
  }

  @Test
  void xaiTakesTheUsersOwnShape() {
    assertEquals(
        "{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse\",\"aspect_ratio\":\"16:9\","
            + "\"response_format\":\"url\"}",
        body(
            Dialect.XAI,
            Calls.generate("size", "1000x400", "aspect_ratio", "16:9", "response_format", "url")));
  }

  @Test
  void xaiEditsInJson() {
    LoggedRequest one = sent(Dialect.XAI, "/v1", Calls.edit(List.of(picture("a.png"))));
    assertEquals("/v1/images/edits", one.getUrl());
    assertEquals(
        Map.of("url", DATA_URL, "type", "image_url"), json(one.getBodyAsString()).get("image"));
    Fields two = json(body(Dialect.XAI, Calls.edit(List.of(picture("a.png"), picture("b.png")))));
    assertEquals(2, two.list("images").size());
    assertEquals(DATA_URL, two.list("images").get(1).text("url").orElse(""));
  }

  @Test
  void whoTakesPicturesInJsonTakesNoMask() {
    for (Dialect dialect :
        List.of(Dialect.XAI, Dialect.OPENROUTER, Dialect.TOGETHER, Dialect.LOCALAI)) {
      Outcome outcome =
          Calls.ask(
              dialect, SERVER.baseUrl() + "/v1", Calls.edit(List.of(picture("a.png"), mask())));
      assertEquals("not_expressible", Calls.failure(outcome).code());
    }
    assertEquals(List.of(), SERVER.getAllServeEvents());
  }

  @Test
  void openRouterHasOneRouteAndASeed() {
    LoggedRequest request =
        sent(
            Dialect.OPENROUTER,
            "/api/v1",
            Calls.generate("size", "1024x1024", "seed", 7, "steps", 20));
    assertEquals("/api/v1/images", request.getUrl());
    assertEquals(
        "{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse\",\"size\":\"1024x1024\",\"seed\":7}",
        request.getBodyAsString());
  }

  @Test
  void openRouterGetsNoSizeBesideAShape() {
    assertEquals(
        "{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse\",\"aspect_ratio\":\"16:9\"}",
        body(Dialect.OPENROUTER, Calls.generate("size", "1024x1024", "aspect_ratio", "16:9")));
  }

  @Test
  void openRouterWorksFromReferences() {
    Fields sent = json(body(Dialect.OPENROUTER, Calls.edit(List.of(picture("a.png")))));
    assertEquals(
        List.of(Map.of("type", "image_url", "image_url", Map.of("url", DATA_URL))),
        sent.get("input_references"));
  }

  @Test
  void togetherGetsEdgesAndBase64() {
    assertEquals(
        "{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse\",\"width\":1024,\"height\":768,"
            + "\"seed\":7,\"steps\":20,\"response_format\":\"base64\"}",
        body(
            Dialect.TOGETHER,
            Calls.generate(
                "size", "1024x768", "seed", 7, "steps", 20, "response_format", "b64_json")));
  }

  @Test
  void togetherWorksFromDataUrls() {
    LoggedRequest one = sent(Dialect.TOGETHER, "/v1", Calls.edit(List.of(picture("a.png"))));
    assertEquals("/v1/images/generations", one.getUrl());
    assertEquals(DATA_URL, json(one.getBodyAsString()).text("image_url").orElse(""));
    Fields two =
        json(body(Dialect.TOGETHER, Calls.edit(List.of(picture("a.png"), picture("b.png")))));
    assertEquals(List.of(DATA_URL, DATA_URL), two.get("reference_images"));
  }

  @Test
  void togetherIsNotAskedForASizeWithoutPixels() {
    Outcome outcome =
        Calls.ask(Dialect.TOGETHER, SERVER.baseUrl() + "/v1", Calls.generate("size", "large"));
    assertEquals("not_expressible", Calls.failure(outcome).code());
  }

  @Test
  void xaiNamesItsCostInTicks() {
    String answer =
        "{\"data\":[{\"b64_json\":\"%s\"}],\"usage\":{\"cost_in_usd_ticks\":200000000}}"
            .formatted(Calls.PNG64);
    Outcome.Delivered delivered = Calls.delivered(answered(Dialect.XAI, answer));
    assertEquals(0, new BigDecimal("0.02").compareTo(delivered.providerCost()));
    assertEquals(Calls.fields("cost_in_usd_ticks", 200_000_000L), delivered.usage());
  }

  @Test
  void openRouterNamesItsCostInDollars() {
    String answer = "{\"data\":[{\"b64_json\":\"%s\",\"media_type\":\"image/png\"}],\"usage\":%s}";
    String plain = "{\"prompt_tokens\":5,\"completion_tokens\":4175,\"cost\":0.04}";
    assertEquals(
        new BigDecimal("0.04"),
        Calls.delivered(answered(Dialect.OPENROUTER, answer.formatted(Calls.PNG64, plain)))
            .providerCost());
    String own =
        "{\"cost\":0.002,\"is_byok\":true,\"cost_details\":{\"upstream_inference_cost\":0.04}}";
    assertEquals(
        new BigDecimal("0.042"),
        Calls.delivered(answered(Dialect.OPENROUTER, answer.formatted(Calls.PNG64, own)))
            .providerCost());
  }

  @Test
  void aCostThatCannotBeTrueIsNone() {
    for (String cost : List.of("-1", "1e999999999", "1e9999999999", "\"0.04\"", "null")) {
      String answer =
          "{\"data\":[{\"b64_json\":\"%s\"}],\"usage\":{\"cost\":%s}}".formatted(Calls.PNG64, cost);
      assertEquals(
          null, Calls.delivered(answered(Dialect.OPENROUTER, answer)).providerCost(), cost);
    }
  }

  @Test
  void aCostThatNobodyDeclaredIsNone() {
    String answer =
        "{\"data\":[{\"b64_json\":\"%s\"}],\"usage\":{\"cost\":1}}".formatted(Calls.PNG64);
    assertEquals(null, Calls.delivered(answered(Dialect.OPENAI, answer)).providerCost());
  }

  @Test
  void whatXaiWithholdsWasMadeAndMayCost() {
    Failure failure =
        Calls.failure(
            answered(
                Dialect.XAI,
                "{\"data\":[{\"respect_moderation\":false}],\"usage\":{\"cost_in_usd_ticks\":1}}"));
    Failure.Rejected rejected = assertInstanceOf(Failure.Rejected.class, failure);
    assertTrue(rejected.moderation() && rejected.mayHaveCharged());
  }
}
