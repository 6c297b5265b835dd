package dev.easel.domain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of ends: what may have been charged, and what Easel may try again.
final class FailureTest {

  record Row(Failure failure, boolean mayHaveCharged, boolean passing) {}

  static Stream<Row> rows() {
    return Stream.of(
        released(new Failure.Unreachable(Failure.Hindrance.DNS, ""), true),
        released(new Failure.Unreachable(Failure.Hindrance.CONNECTION_REFUSED, ""), true),
        released(new Failure.Unreachable(Failure.Hindrance.CONNECT_TIMEOUT, ""), true),
        released(new Failure.Unreachable(Failure.Hindrance.TLS, ""), false),
        released(new Failure.NotSent("cancelled", ""), false),
        released(rejected(302, null, null), false),
        released(rejected(400, "invalid_value", null), false),
        released(rejected(400, "billing_hard_limit_reached", null), false),
        released(rejected(401, "invalid_api_key", null), false),
        released(rejected(403, null, null), false),
        released(rejected(404, "model_not_found", null), false),
        unknown(rejected(408, null, null)),
        released(rejected(409, null, null), false),
        released(rejected(413, null, null), false),
        released(rejected(429, "rate_limit_exceeded", null), true),
        released(rejected(429, null, null), true),
        released(rejected(429, "insufficient_quota", null), false),
        released(rejected(429, "credit_balance_exhausted", null), false),
        released(rejected(400, "moderation_blocked", null), false),
        released(rejected(400, "moderation_blocked", "input"), false),
        released(rejected(400, "moderation_blocked", "unknown"), false),
        unknown(rejected(400, "moderation_blocked", "output")),
        unknown(rejected(500, "server_error", null)),
        unknown(rejected(502, null, null)),
        unknown(rejected(503, null, null)),
        released(rejected(503, "slow_down", null), true),
        released(rejected(503, "server_is_overloaded", null), true),
        unknown(rejected(500, "slow_down", null)),
        unknown(rejected(504, null, null)),
        unknown(rejected(524, null, null)),
        unknown(new Failure.TimedOut(Duration.ofSeconds(1))),
        unknown(new Failure.Broken("")),
        unknown(new Failure.Unreadable("")),
        unknown(new Failure.Oversize(1)),
        unknown(new Failure.Stopped("")));
  }

  private static Row released(Failure failure, boolean passing) {
    return new Row(failure, false, passing);
  }

  private static Row unknown(Failure failure) {
    return new Row(failure, true, false);
  }

  private static Failure rejected(int status, @Nullable String code, @Nullable String stage) {
    return new Failure.Rejected(status, code, null, "", stage, null);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyEndSaysWhatItMeansForTheMoney(Row row) {
    assertEquals(row.mayHaveCharged(), row.failure().mayHaveCharged());
    assertEquals(row.passing(), row.failure().passing());
    assertFalse(row.failure().mayHaveCharged() && row.failure().passing());
    assertFalse(row.failure().code().isBlank());
  }

  @Test
  void aQuotaMayStandInTheTypeAlone() {
    Failure.Rejected rejected =
        new Failure.Rejected(429, null, "insufficient_quota", "", null, null);
    assertEquals(true, rejected.quota());
    assertFalse(rejected.passing());
    assertEquals("http_429", rejected.code());
  }
}
