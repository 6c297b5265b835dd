package dev.easel.adapter.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.adapter.sandbox.SandboxSettings.Latency;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Failure.Rejected;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Watch;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What each fault is to a client, and what it may cost.
@Timeout(60)
final class FaultsSeenTest {

  private static final ImageRequest DOCUMENT = Stand.generation("dall-e-2", "size", "256x256");
  private static final ImageRequest EVENTS =
      Stand.generation("gpt-image-2", "size", "1024x640", "stream", true);

  private static Failure failure(Outcome outcome) {
    return assertInstanceOf(Outcome.Failed.class, outcome, outcome::toString).failure();
  }

  private static Failure seen(String fault, ImageRequest request) {
    try (Stand stand = Stand.failing(fault)) {
      return failure(stand.ask(request, Watch.NOBODY, Duration.ofSeconds(30)));
    }
  }

  private static Failure seenWithin(Duration deadline, String fault, ImageRequest request) {
    try (Stand stand = Stand.failing(fault)) {
      return failure(stand.ask(request, Watch.NOBODY, deadline));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "moderation,400,moderation_blocked,image_generation_user_error,false,false",
    "moderation-output,400,moderation_blocked,image_generation_user_error,true,false",
    "rate-limit,429,rate_limit_exceeded,requests,false,true",
    "quota,429,insufficient_quota,insufficient_quota,false,false",
    "invalid-key,401,invalid_api_key,invalid_request_error,false,false",
    "server-error,500,server_error,server_error,true,false",
    "overload,503,server_is_overloaded,service_unavailable_error,false,true"
  })
  void refusals(
      String fault, int status, String code, String type, boolean charged, boolean passing) {
    Rejected rejected = assertInstanceOf(Rejected.class, seen(fault, DOCUMENT));
    assertEquals(status, rejected.status());
    assertEquals(code, rejected.code());
    assertEquals(type, rejected.type());
    assertEquals(charged, rejected.mayHaveCharged());
    assertEquals(passing, rejected.passing());
  }

  @Test
  void moderationTellsItsStageAndARateLimitHowLongToWait() {
    assertEquals("input", ((Rejected) seen("moderation", DOCUMENT)).stage());
    assertEquals("output", ((Rejected) seen("moderation-output", DOCUMENT)).stage());
    assertEquals(Duration.ofSeconds(1), ((Rejected) seen("rate-limit", DOCUMENT)).retryAfter());
    assertNull(((Rejected) seen("quota", DOCUMENT)).retryAfter());
  }

  @Test
  void aBrokenConnectionIsBroken() {
    assertInstanceOf(Failure.Broken.class, seen("broken", DOCUMENT));
    assertInstanceOf(Failure.Broken.class, seen("broken", EVENTS));
  }

  @Test
  void aStalledAnswerTimesOut() {
    Duration soon = Duration.ofMillis(1_500);
    assertEquals(new Failure.TimedOut(soon), seenWithin(soon, "stalled", DOCUMENT));
    assertEquals(new Failure.TimedOut(soon), seenWithin(soon, "stalled", EVENTS));
  }

  @ParameterizedTest
  @EnumSource(names = {"TRUNCATED", "WRONG_TYPE"})
  void anAnswerThatMakesNoSenseMayHaveCharged(Fault fault) {
    for (ImageRequest request : List.of(DOCUMENT, EVENTS)) {
      Failure failure = seen(fault.word(), request);
      assertTrue(
          failure instanceof Failure.Unreadable || failure instanceof Failure.Broken,
          failure::toString);
      assertTrue(failure.mayHaveCharged() && !failure.passing());
    }
  }

  @Test
  void anOversizeAnswerIsOversize() {
    assertInstanceOf(Failure.Oversize.class, seen("oversize", DOCUMENT));
    assertInstanceOf(Failure.Oversize.class, seen("oversize", EVENTS));
  }

  @Test
  void whatIsNoPictureArrivesAsItIs() {
    try (Stand stand = Stand.failing("no-picture")) {
      for (ImageRequest request : List.of(DOCUMENT, EVENTS)) {
        byte[] bytes = Stand.delivered(stand.ask(request)).images().getFirst().content().bytes();
        assertEquals("this is no picture", new String(bytes, StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void onlyTheFirstRequestsFailAndTheFirstFaultWins() {
    try (Stand stand = Stand.failing("rate-limit:1", "overload:2")) {
      String body = "{\"model\":\"dall-e-2\",\"size\":\"256x256\",\"prompt\":\"x\",\"n\":2}";
      HttpResponse<byte[]> first = stand.generate(body);
      assertEquals("rate_limit_exceeded", Stand.error(429, first).get("code"));
      assertEquals("1", first.headers().firstValue("retry-after").orElseThrow());
      assertEquals("server_is_overloaded", Stand.error(503, stand.generate(body)).get("code"));
      assertEquals(2, stand.generated(body).list("data").size());
      assertEquals(
          Stand.fields("requests", 3, "pictures_charged", 2),
          Stand.json(stand.get("/sandbox/calls").body()));
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void whatIsChargedIsNeverHeldForFreeByTheClient(Fault fault) {
    if (fault != Fault.NO_PICTURE) {
      boolean mayHaveCharged =
          seenWithin(Duration.ofMillis(1_500), fault.word(), DOCUMENT).mayHaveCharged();
      assertTrue(mayHaveCharged || !fault.charged());
    }
  }

  @Test
  void aRequestThatIsRefusedAnywayMeetsNoFaultAndCostsNothing() {
    try (Stand stand = Stand.failing("server-error")) {
      assertEquals("prompt", Stand.error(400, stand.generate("{}")).get("param"));
      Fields calls = Stand.json(stand.get("/sandbox/calls").body());
      assertEquals(Stand.fields("requests", 1, "pictures_charged", 0), calls);
    }
  }

  @Test
  void moderationDetailsAreInTheEnvelope() {
    try (Stand stand = Stand.failing("moderation")) {
      Fields error = Stand.error(400, stand.generate("{\"prompt\":\"x\"}"));
      assertEquals("input", error.fields("moderation_details").get("moderation_stage"));
    }
  }

  @Test
  void closingDoesNotWaitForAStalledAnswerOrALongDelay() throws InterruptedException {
    SandboxSettings slow =
        new SandboxSettings(0, Latency.parse("5m"), List.of(FaultPlan.parse("server-error:1%")));
    for (Stand stand : List.of(Stand.failing("stalled"), Stand.with(slow))) {
      AtomicReference<Outcome> outcome = new AtomicReference<>();
      Thread caller = Thread.ofVirtual().start(() -> outcome.set(stand.ask(DOCUMENT)));
      while (Stand.json(stand.get("/sandbox/calls").body()).whole("requests").orElseThrow() == 0) {
        Thread.sleep(10);
      }
      long start = System.nanoTime();
      stand.close();
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(5).toNanos());
      assertTrue(caller.join(Duration.ofSeconds(10)));
      Failure failure = failure(Objects.requireNonNull(outcome.get()));
      assertInstanceOf(Failure.Broken.class, failure, failure::toString);
    }
  }

  @Test
  void anAnswerWaitsAsLongAsItIsTold() {
    try (Stand stand = Stand.with(new SandboxSettings(0, Latency.parse("400ms"), List.of()))) {
      long start = System.nanoTime();
      assertFalse(Stand.delivered(stand.ask(DOCUMENT)).images().isEmpty());
      assertTrue(System.nanoTime() - start >= Duration.ofMillis(400).toNanos());
    }
  }
}
