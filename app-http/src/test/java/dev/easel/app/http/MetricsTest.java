package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.usecase.ChangeCallers;
import dev.easel.platform.Platform;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is measured, as Prometheus reads it.
@Timeout(60)
final class MetricsTest {

  private static final String LIGHTHOUSE =
      "{\"prompt\":\"a canary in a"
          + " lighthouse\",\"model\":\"gpt-image-2\",\"size\":\"1024x1024\",\"quality\":\"low\"}";
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{[^}]*})?) ([0-9.eE+-]+|NaN|[+-]Inf)");
  private static final String CALL =
      "gen_ai_operation_name=\"generate_content\",gen_ai_provider_name=\"openai\",gen_ai_request_model=";

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(directory, provider, Map.of("budget.daily-usd", "1"));
    provider.reports(
        Fields.of(Map.of("input_tokens", 10, "output_tokens", 196, "total_tokens", 206)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Map<String, Double> samples() {
    HttpResponse<String> answer = server.get("/metrics");
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(
        "text/plain; version=0.0.4; charset=utf-8",
        answer.headers().firstValue("Content-Type").orElse(""));
    Map<String, Double> samples = new TreeMap<>();
    for (String line : answer.body().lines().filter(line -> !line.startsWith("#")).toList()) {
      Matcher sample = SAMPLE.matcher(line);
      assertTrue(sample.matches(), line);
      String value = sample.group(2).replace("Inf", "Infinity");
      samples.put(sample.group(1), Double.valueOf(value));
    }
    return samples;
  }

  /// Waits until a sample has a value, since some is measured after an answer.
  private Map<String, Double> samplesWith(String name, double value) {
    Map<String, Double> samples = samples();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (samples.getOrDefault(name, -1.0) != value) {
      assertTrue(System.nanoTime() < end, name + " is not " + value + " in " + samples);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      samples = samples();
    }
    return samples;
  }

  private static double value(Map<String, Double> samples, String name) {
    return samples.getOrDefault(name, Double.NaN);
  }

  private static String took(String error) {
    return "gen_ai_client_operation_duration_seconds_count{error_type=\""
        + error
        + "\","
        + CALL
        + "\"gpt-image-2\"}";
  }

  @Test
  void picturesMoneyAndTokensAreCountedOnce() {
    server.post("/generate", LIGHTHOUSE, "Idempotency-Key", "k");
    server.post("/generate", LIGHTHOUSE, "Idempotency-Key", "k");
    server.post("/v1/images/generations", LIGHTHOUSE);
    samplesWith(
        "http_server_request_duration_seconds_count{http_request_method=\"POST\",http_response_status_code=\"200\",http_route=\"/generate\"}",
        2);
    Map<String, Double> samples =
        samplesWith("easel_pictures_total{model=\"gpt-image-2\",provider=\"openai\"}", 2);
    assertEquals(2, samples.get("easel_entries{model=\"gpt-image-2\",state=\"settled\"}"));
    double spent =
        TestServer.json(server.get("/logs/stats")).get("total_cost_estimate_usd").asDouble();
    assertTrue(spent > 0);
    assertEquals(spent, samples.get("easel_cost_usd_total{model=\"gpt-image-2\"}"));
    assertEquals(spent, samples.get("easel_caller_cost_usd_total{caller=\"\"}"));
    assertEquals(1, samples.get("easel_budget_cap_usd{caller=\"\",period=\"day\"}"));
    assertEquals(
        1 - spent, value(samples, "easel_budget_left_usd{caller=\"\",period=\"day\"}"), 1e-9);
    String tokens = "gen_ai_client_token_usage_sum{" + CALL + "\"gpt-image-2\",gen_ai_token_type=";
    assertEquals(20, samples.get(tokens + "\"input\"}"));
    assertEquals(392, samples.get(tokens + "\"output\"}"));
    assertEquals(2, samples.get(took("")));
  }

  @Test
  void whatFailedIsCountedByItsKindAndWhatIsAtRiskStandsApart() {
    provider.answers(
        request -> new Outcome.Failed(Fields.NONE, null, new Failure.Broken("it broke")));
    server.post("/generate", LIGHTHOUSE);
    provider.answers(request ->
        new Outcome.Failed(
            Fields.NONE,
            null,
            new Failure.Rejected(400, "a_canary_of_a_code", null, "no", null, null)));
    server.post("/generate", LIGHTHOUSE);
    samplesWith(took("connection_broken"), 1);
    Map<String, Double> samples = samplesWith(took("400"), 1);
    assertTrue(value(samples, "easel_at_risk_usd{model=\"gpt-image-2\"}") > 0);
    assertEquals(1, samples.get("easel_entries{model=\"gpt-image-2\",state=\"unknown\"}"));
    assertFalse(samples.toString().contains("canary"), samples.toString());
  }

  @Test
  void namesThatSomebodyMakesUpAreOne() {
    for (int number = 0; number < 20; number++) {
      server.post("/generate", "{\"prompt\":\"\",\"model\":\"made-up-" + number + "\"}");
      server.send(server.request("/nothing/" + number));
    }
    Map<String, Double> samples = samples();
    assertEquals(20, samples.get("easel_entries{model=\"other\",state=\"released\"}"));
    assertFalse(samples.toString().contains("made-up"));
    assertFalse(samples.toString().contains("/nothing"));
  }

  @Test
  void whatIsUnderWayIsSeen() {
    CountDownLatch gate = provider.held();
    server.post("/generate", LIGHTHOUSE, "Prefer", "respond-async");
    try (EventReader events = new EventReader(server, "/events")) {
      events.next("hello");
      Map<String, Double> samples = samples();
      assertEquals(1, samples.get("easel_requests_in_flight"));
      assertEquals(1, samples.get("easel_calls_running{provider=\"openai\"}"));
      assertEquals(0, samples.get("easel_queue_length{provider=\"openai\"}"));
      assertEquals(1, samples.get("easel_event_listeners"));
    } finally {
      gate.countDown();
    }
  }

  @Test
  void callersAreToldNothingAndTheUserOfEach() {
    ChangeCallers callers =
        new ChangeCallers(server.studio().log(), Platform.tokens(), Platform.time());
    String token =
        assertInstanceOf(
                ChangeCallers.Change.Admitted.class, callers.add("anna", Money.ofUsd("0.5")))
            .token();
    String[] anna = {"Authorization", "Bearer " + token};
    server.post("/generate", LIGHTHOUSE, anna);
    assertEquals(403, server.send(server.request("/metrics").headers(anna)).statusCode());
    Map<String, Double> samples = samples();
    assertTrue(value(samples, "easel_caller_cost_usd_total{caller=\"anna\"}") > 0);
    assertEquals(0.5, samples.get("easel_budget_cap_usd{caller=\"anna\",period=\"day\"}"));
  }
}
