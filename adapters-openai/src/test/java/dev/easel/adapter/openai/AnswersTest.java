package dev.easel.adapter.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.easel.config.Dialect;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Answers that began with a yes.
final class AnswersTest {

  @RegisterExtension
  static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

  private static Outcome answered(ResponseDefinitionBuilder answer, Object... parameters) {
    SERVER.stubFor(post(anyUrl()).willReturn(answer));
    return Calls.ask(SERVER.baseUrl() + "/v1", Calls.generate(parameters));
  }

  private static Outcome answered(String json, Object... parameters) {
    return answered(
        aResponse().withHeader("Content-Type", "application/json").withBody(json), parameters);
  }

  private static String picture() {
    return "{\"b64_json\":\"" + Calls.PNG64 + "\"}";
  }

  @Test
  void requestedSentAndActualAreThreeThings() {
    Outcome.Delivered delivered =
        Calls.delivered(
            answered(
                aResponse()
                    .withHeader("x-request-id", "req_1")
                    .withBody(
                        """
                        {"created":1,"id":"x","data":[{"b64_json":"%s"}],"background":"opaque",
                         "size":"1024x1024","quality":"medium","output_format":"png",
                         "inference_time_s":1.50,"nothing":null,"nested":{"a":1},
                         "svg_usage":{"model":"m","total_tokens":9},
                         "usage":{"input_tokens":12,"output_tokens":1756,"odd":0.10,
                          "input_tokens_details":{"text_tokens":12}}}\
                        """
                            .formatted(Calls.PNG64)),
                "size",
                "auto"));
    assertEquals(Calls.fields("model", "gpt-image-2", "size", "auto"), delivered.sent());
    assertEquals("req_1", delivered.requestId());
    assertEquals(
        Calls.fields(
            "background",
            "opaque",
            "size",
            "1024x1024",
            "quality",
            "medium",
            "output_format",
            "png",
            "inference_time_s",
            new BigDecimal("1.50"),
            "svg_usage",
            Map.of("model", "m", "total_tokens", 9)),
        delivered.actual());
    assertEquals(
        Calls.fields(
            "input_tokens",
            12,
            "output_tokens",
            1756,
            "odd",
            new BigDecimal("0.10"),
            "input_tokens_details",
            Map.of("text_tokens", 12)),
        delivered.usage());
    assertNull(delivered.providerCost());
    assertArrayEquals(Calls.PNG, delivered.images().getFirst().content().bytes());
  }

  @Test
  void whatASwarmOfNamesSaysIsBounded() {
    String names =
        IntStream.range(0, 40_000)
            .mapToObj(number -> "\"name" + number + "\":" + number + ",")
            .collect(Collectors.joining());
    String item = "{" + names + picture().substring(1);

    Outcome.Delivered delivered =
        Calls.delivered(answered("{" + names + "\"data\":[" + item + "]}"));

    assertArrayEquals(Calls.PNG, delivered.images().getFirst().content().bytes());
    int kept = delivered.actual().asMap().size();
    assertTrue(kept > 10_000 && kept < 20_000, kept + " names");
  }

  @Test
  void severalPicturesKeepTheirOrderAndTheirPrompts() {
    Outcome.Delivered delivered =
        Calls.delivered(
            answered(
                """
                {"data":[{"revised_prompt":"one","b64_json":"aGk=","url":null},
                 {"b64_json":"aG8","revised_prompt":null,"index":1,"timings":{"x":[1]}}]}\
                """,
                "n",
                2));
    assertEquals("one", delivered.images().get(0).revisedPrompt());
    assertEquals(
        "hi", new String(delivered.images().get(0).content().bytes(), StandardCharsets.UTF_8));
    assertNull(delivered.images().get(1).revisedPrompt());
    assertEquals(
        "ho", new String(delivered.images().get(1).content().bytes(), StandardCharsets.UTF_8));
    assertNull(delivered.usage());
  }

  static Stream<Arguments> tolerated() {
    return Stream.of(
        Arguments.of("a wrong content type", "text/html", Calls.ANSWER),
        Arguments.of("no content type", null, Calls.ANSWER),
        Arguments.of("a byte order mark", "application/json", "\ufeff" + Calls.ANSWER),
        Arguments.of("space in front", "application/json", "\r\n\r\n  " + Calls.ANSWER),
        Arguments.of("rubbish behind", "application/json", Calls.ANSWER + "}}]"),
        Arguments.of("a stream's type", "text/event-stream", Calls.ANSWER),
        Arguments.of(
            "escaped slashes and line ends",
            "application/json",
            "{\"data\":[{\"b64_json\":\""
                + Calls.PNG64.replace("/", "\\/").replace("gg==", "\\ngg==")
                + "\"}]}"),
        Arguments.of(
            "a list twice",
            "application/json",
            "{\"data\":[{\"b64_json\":\"aGk=\"}],\"data\":[" + picture() + "]}"),
        Arguments.of(
            "a picture twice",
            "application/json",
            "{\"data\":[{\"b64_json\":\"aGk=\",\"b64_json\":\"" + Calls.PNG64 + "\"}]}"),
        Arguments.of(
            "things that are no pictures in the list",
            "application/json",
            "{\"data\":[1,[{}],null," + picture() + "]}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tolerated")
  void oddAnswersAreRead(String name, String contentType, String body) {
    ResponseDefinitionBuilder answer = aResponse().withBody(body);
    Outcome.Delivered delivered =
        Calls.delivered(
            answered(
                contentType == null ? answer : answer.withHeader("Content-Type", contentType)));
    assertEquals(1, delivered.images().size(), name);
    assertArrayEquals(Calls.PNG, delivered.images().getFirst().content().bytes());
  }

  @Test
  void anAnswerThatIsThePictureIsTaken() {
    Outcome.Delivered delivered =
        Calls.delivered(
            answered(aResponse().withHeader("Content-Type", "image/png").withBody(Calls.PNG)));
    assertArrayEquals(Calls.PNG, delivered.images().getFirst().content().bytes());
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("empty", ""),
        Arguments.of("no picture", "{\"created\":1}"),
        Arguments.of("an empty list", "{\"data\":[]}"),
        Arguments.of("a list that is none", "{\"data\":{\"b64_json\":\"aGk=\"}}"),
        Arguments.of("an empty picture", "{\"data\":[{\"b64_json\":\"\"}]}"),
        Arguments.of("a null picture", "{\"data\":[{\"b64_json\":null,\"url\":null}]}"),
        Arguments.of("another kind of JSON", "[" + picture() + "]"),
        Arguments.of("no JSON", "fine, thanks"),
        Arguments.of("a web page", "<!doctype html><p>Sign in"),
        Arguments.of("truncated JSON", "{\"data\":[{\"b64_json\":\"" + Calls.PNG64),
        Arguments.of("bad base64", "{\"data\":[{\"b64_json\":\"a*b*\"}]}"),
        Arguments.of("deep JSON", "{\"x\":" + "[".repeat(100_000)),
        Arguments.of("a deep usage", "{\"usage\":" + "{\"a\":".repeat(100_000)),
        Arguments.of("a number without end", "{\"x\":" + "9".repeat(100_000) + "}"),
        Arguments.of("a vast text", "{\"usage\":{\"a\":\"" + "x".repeat(34_000_000) + "\"}}"),
        Arguments.of("an endless list", "{\"x\":[" + "1,".repeat(300_000) + "1]}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void aYesWithoutAPictureMayHaveCharged(String name, String body) {
    Failure failure = Calls.failure(answered(body));
    assertInstanceOf(Failure.Unreadable.class, failure, name);
    assertTrue(failure.mayHaveCharged() && !failure.passing());
    assertTrue(failure.message().length() <= ForeignWords.LONGEST, failure::message);
  }

  @Test
  void hugeNumbersAreKeptAsText() {
    Outcome.Delivered delivered =
        Calls.delivered(
            answered(
                "{\"data\":[%s],\"usage\":{\"a\":1e999999999,\"b\":1e9999999999999,\"c\":%s}}"
                    .formatted(picture(), "1" + "0".repeat(300))));
    Fields usage = Objects.requireNonNull(delivered.usage());
    assertEquals("1e999999999", usage.get("a"));
    assertEquals("1e9999999999999", usage.get("b"));
    assertEquals(301, usage.text("c").orElse("").length());
  }

  @Test
  void aUsageWithoutEndIsNotKept() {
    String endless = "{\"a\":[" + "1,".repeat(300_000) + "1]}";
    Outcome.Delivered delivered =
        Calls.delivered(answered("{\"data\":[" + picture() + "],\"usage\":" + endless + "}"));
    assertEquals(1, delivered.images().size());
    assertNull(delivered.usage());
  }

  @Test
  void anErrorInsideAYesIsTold() {
    Failure failure =
        Calls.failure(
            answered("{\"error\":{\"message\":\"out of memory\",\"type\":\"server_error\"}}"));
    assertEquals("out of memory", failure.message());
    assertTrue(failure.mayHaveCharged());
  }

  @Test
  void aPictureThatCameWholeSurvivesWhatComesAfterIt() {
    Outcome.Delivered delivered =
        Calls.delivered(answered("{\"data\":[" + picture() + ",{\"b64_json\":\"iVBORw0KG", "n", 2));
    assertArrayEquals(Calls.PNG, delivered.images().getFirst().content().bytes());
    assertEquals(1, delivered.missing().size());
    assertNull(delivered.missing().getFirst().providerUrl());
    assertEquals(
        0, Calls.delivered(answered("{\"data\":[" + picture() + "],\"usage\":")).missing().size());
  }

  @Test
  void aWithheldPictureIsMissedBesideTheOthers() {
    Outcome.Delivered delivered =
        Calls.delivered(
            answered("{\"data\":[" + picture() + ",{\"respect_moderation\":false}]}", "n", 2));
    assertEquals(1, delivered.images().size());
    assertTrue(delivered.missing().getFirst().reason().contains("moderation"));
  }

  @Test
  void theWatchIsToldWhatHasArrived() {
    SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withBody(Calls.ANSWER)));
    Calls.Witness witness = new Calls.Witness(false);
    Calls.generator(Calls.provider(Dialect.OPENAI, SERVER.baseUrl() + "/v1"))
        .generate(Calls.generate(), witness);
    assertTrue(witness.all(Progress.Receiving.class).getFirst().bytes() > 0);
    assertEquals(witness.seen, witness.all(Progress.Receiving.class));
  }

  @Test
  void whatIsCancelledBeforeSendingIsNotSent() {
    Calls.Witness witness = new Calls.Witness(true);
    Outcome outcome =
        Calls.generator(Calls.provider(Dialect.OPENAI, SERVER.baseUrl() + "/v1"))
            .generate(Calls.generate(), witness);
    assertEquals("cancelled", Calls.failure(outcome).code());
    assertEquals(List.of(), witness.seen);
    assertEquals(List.of(), SERVER.getAllServeEvents());
  }

  @Test
  void aWatchThatFailsCostsNoPicture() {
    SERVER.stubFor(post(anyUrl()).willReturn(aResponse().withBody(Calls.ANSWER)));
    Watch failing =
        new Watch() {
          @Override
          public void saw(Progress progress) {
            throw new IllegalStateException("no screen");
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    Calls.delivered(
        Calls.generator(Calls.provider(Dialect.OPENAI, SERVER.baseUrl() + "/v1"))
            .generate(Calls.generate(), failing));
  }
}
