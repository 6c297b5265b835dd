package dev.easel.adapter.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Outcome;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The forms in which providers refuse.
final class RejectionsTest {

  @RegisterExtension
  static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

  private static Failure.Rejected rejected(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(post(anyUrl()).willReturn(answer));
    Failure failure = Calls.failure(Calls.ask(SERVER.baseUrl() + "/v1"));
    return assertInstanceOf(Failure.Rejected.class, failure);
  }

  private static Failure.Rejected rejected(int status, String body) {
    return rejected(
        aResponse()
            .withStatus(status)
            .withHeader("Content-Type", "application/json")
            .withBody(body));
  }

  @Test
  void openAisEnvelopeIsReadField() {
    Failure.Rejected rejected =
        rejected(
            400,
            """
            {"error":{"message":"Invalid value.","type":"invalid_request_error","param":"size",
             "code":"invalid_value"}}\
            """);
    assertEquals(400, rejected.status());
    assertEquals("invalid_value", rejected.code());
    assertEquals("invalid_request_error", rejected.type());
    assertEquals("Invalid value. (parameter size)", rejected.message());
    assertNull(rejected.stage());
    assertFalse(rejected.mayHaveCharged());
  }

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of("{\"error\":\"model is busy\"}", "model is busy"),
        Arguments.of("{\"error\":{\"message\":\"no\",\"code\":null}}", "no"),
        Arguments.of("{\"detail\":\"Invalid size\"}", "Invalid size"),
        Arguments.of(
            """
            {"detail":[{"loc":["body","prompt"],"msg":"field required","type":"missing"},
             {"loc":["body","n"],"msg":"too many"}]}\
            """,
            "body.prompt: field required; body.n: too many"),
        Arguments.of("{\"detail\":[\"a\",\"b\"]}", "a; b"),
        Arguments.of("{\"detail\":{\"message\":\"nested\"}}", "nested"),
        Arguments.of("{\"object\":\"error\",\"message\":\"bare\",\"code\":400}", "bare"),
        Arguments.of(
            "{\"code\":\"Client specified an invalid argument\",\"error\":\"Not supported: size\"}",
            "Not supported: size"),
        Arguments.of("{}", "status 422 without an explanation"),
        Arguments.of("", "status 422 without an explanation"),
        Arguments.of("[1]", "status 422: [1]"),
        Arguments.of("{\"error\":", "status 422: {\"error\":"),
        Arguments.of("upstream connect error", "status 422: upstream connect error"),
        Arguments.of(
            """
            <html><head><style>p { color: red }</style><title>Bad</title></head>
            <body><h1>Sorry</h1><script>alert(1)</script></body></html>\
            """,
            "status 422: Bad Sorry"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyFormOfRefusalIsUnderstood(String body, String message) {
    Failure.Rejected rejected = rejected(422, body);
    assertEquals(message, rejected.message());
    assertEquals("http_422", rejected.code());
  }

  @Test
  void moderationNamesItsStage() {
    Failure.Rejected rejected =
        rejected(
            400,
            """
            {"error":{"message":"blocked","type":"image_generation_user_error",
             "code":"moderation_blocked",
             "moderation_details":{"moderation_stage":"output","categories":["x"]}}}\
            """);
    assertEquals("output", rejected.stage());
    assertTrue(rejected.mayHaveCharged());
    assertTrue(rejected.moderation());
  }

  @Test
  void moderationOfOthersIsRecognised() {
    Failure.Rejected openRouter =
        rejected(
            403,
            """
            {"error":{"code":403,"message":"flagged",
             "metadata":{"reasons":["violence"],"flagged_input":"a…"}}}\
            """);
    assertEquals("input", openRouter.stage());
    Failure.Rejected azure =
        rejected(400, "{\"error\":{\"code\":\"contentFilter\",\"message\":\"filtered\"}}");
    assertEquals("unknown", azure.stage());
    Failure.Rejected azureAfter =
        rejected(
            400,
            "{\"error\":{\"code\":\"contentFilter\",\"message\":\"Your generated image was"
                + " filtered\"}}");
    assertTrue(azureAfter.mayHaveCharged());
  }

  static Stream<Arguments> waits() {
    String inAMinute =
        ZonedDateTime.now(ZoneOffset.UTC)
            .plusSeconds(62)
            .format(DateTimeFormatter.RFC_1123_DATE_TIME);
    return Stream.of(
        Arguments.of("retry-after", "12", 12_000L),
        Arguments.of("retry-after", "0.5", 500L),
        Arguments.of("retry-after-ms", "250", 250L),
        Arguments.of("retry-after", "999999999", 86_400_000L),
        Arguments.of("retry-after", inAMinute, 60_000L),
        Arguments.of("retry-after", "Wed, 21 Oct 2015 07:28:00 GMT", 0L),
        Arguments.of("retry-after", "-3", null),
        Arguments.of("retry-after", "soon", null));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void theWaitThatIsAskedForIsUnderstood(String header, String value, Long milliseconds) {
    Duration wait = rejected(aResponse().withStatus(429).withHeader(header, value)).retryAfter();
    if (milliseconds == null) {
      assertNull(wait);
    } else {
      long off = Objects.requireNonNull(wait).toMillis() - milliseconds;
      assertTrue(Math.abs(off) <= 2_500, wait::toString);
    }
  }

  @Test
  void millisecondsAreBelievedBeforeSeconds() {
    Duration wait =
        rejected(
                aResponse()
                    .withStatus(429)
                    .withHeader("retry-after", "9")
                    .withHeader("retry-after-ms", "100"))
            .retryAfter();
    assertEquals(Duration.ofMillis(100), wait);
  }

  @Test
  void theProvidersIdOfTheRequestIsKept() {
    SERVER.stubFor(
        post(anyUrl()).willReturn(aResponse().withStatus(500).withHeader("x-request-id", "req_1")));
    Outcome outcome = Calls.ask(SERVER.baseUrl() + "/v1");
    assertEquals("req_1", outcome.requestId());
  }

  @Test
  void aRedirectIsNotFollowedAndSaysWhatToCheck() {
    Failure.Rejected rejected =
        rejected(
            aResponse()
                .withStatus(301)
                .withHeader("Location", SERVER.baseUrl() + "/elsewhere?secret=1"));
    assertEquals(301, rejected.status());
    assertTrue(rejected.message().contains("/elsewhere instead"), rejected.message());
    assertTrue(rejected.message().contains("base URL"), rejected.message());
    assertEquals(1, SERVER.getAllServeEvents().size());
  }

  @Test
  void aMessageIsShortAndOnOneLine() {
    Failure.Rejected rejected =
        rejected(
            400,
            "{\"error\":{\"message\":\"a\\n\\u001b]52;c;x\\u0007b\\u202ec"
                + "é".repeat(100_000)
                + "\"}}");
    assertTrue(rejected.message().startsWith("a ]52;c;x b c"), rejected.message());
    assertEquals(ForeignWords.LONGEST, rejected.message().length());
  }

  @Test
  void aRefusalWithoutEndIsStillARefusal() {
    Failure.Rejected rejected =
        rejected(aResponse().withStatus(400).withBody("x".repeat(3 * 1024 * 1024)));
    assertTrue(rejected.message().startsWith("status 400: xxx"), rejected.message());
  }

  @Test
  void deepJsonInARefusalIsOnlyText() {
    assertTrue(
        rejected(400, "{\"error\":" + "[".repeat(100_000)).message().startsWith("status 400"));
  }

  @Test
  void theKeyIsUnreadableWhereverTheProviderRepeatsIt() {
    Failure.Rejected rejected =
        rejected(
            401,
            "{\"error\":{\"message\":\"Incorrect API key provided: %s. Bearer %s; begins %s; sk-other-012345678 \",\"code\":\"invalid_api_key\"}}"
                .formatted(Calls.KEY, Calls.KEY, Calls.KEY.substring(0, 14)));
    assertFalse(rejected.message().contains("canary"), rejected.message());
    assertFalse(rejected.message().contains("sk-other"), rejected.message());
    assertTrue(
        rejected.message().startsWith("Incorrect API key provided: sk-***."), rejected.message());
  }

  @Test
  void aStarredKeyStaysAsItIs() {
    assertEquals(
        "Incorrect API key provided: sk-ab***yz.",
        rejected(401, "{\"error\":{\"message\":\"Incorrect API key provided: sk-ab***yz.\"}}")
            .message());
  }
}
