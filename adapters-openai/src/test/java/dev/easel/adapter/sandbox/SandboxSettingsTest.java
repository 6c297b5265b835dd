package dev.easel.adapter.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.adapter.sandbox.SandboxSettings.Latency;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `--fault`, `--latency` and `--port` take.
final class SandboxSettingsTest {

  @ParameterizedTest
  @EnumSource(Fault.class)
  void everyFaultHasAWordWithDashesOrUnderscores(Fault fault) {
    assertEquals(new FaultPlan(fault, Long.MAX_VALUE, 100), FaultPlan.parse(fault.word()));
    assertEquals(fault, FaultPlan.parse(" " + fault.name().toLowerCase(Locale.ROOT) + " ").fault());
    assertTrue(Fault.words().contains(fault.word()));
  }

  @Test
  void aCountMeansTheFirstSoMany() {
    FaultPlan plan = FaultPlan.parse("rate-limit:2");
    assertEquals(List.of(1L, 2L), befallen(plan, 10));
  }

  @Test
  void aPercentageIsSpreadEvenly() {
    assertEquals(List.of(4L, 7L, 10L), befallen(FaultPlan.parse("server-error:30%"), 10));
    assertEquals(100, befallen(FaultPlan.parse("broken:100%"), 100).size());
    assertEquals(List.of(100L), befallen(FaultPlan.parse("broken:1%"), 100));
  }

  private static List<Long> befallen(FaultPlan plan, long requests) {
    return LongStream.rangeClosed(1, requests).filter(plan::befalls).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "flood", "rate limit", "500"})
  void anUnknownFaultIsToldTheKnownOnes(String text) {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> FaultPlan.parse(text));
    assertTrue(String.valueOf(wrong.getMessage()).contains("'" + text + "'"));
    assertTrue(String.valueOf(wrong.getMessage()).contains(Fault.words()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"broken:", "broken:0", "broken:0%", "broken:101%", "broken:-1", "broken:x"})
  void aWrongCountIsToldWhatIsAllowed(String text) {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> FaultPlan.parse(text));
    assertEquals(
        "'" + text + "' must end with a number of requests or with 1% to 100%", wrong.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"300ms,300,300", "2s,2000,2000", "2,2000,2000", "1m,60000,60000", "1s..5s,1000,5000"})
  void aLatencyIsADurationOrTwo(String text, long least, long most) {
    assertEquals(
        new Latency(Duration.ofMillis(least), Duration.ofMillis(most)), Latency.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fast", "-1s", "1h", "11m", "5s..1s", "1s..", "9999999"})
  void aWrongLatencyIsAnError(String text) {
    assertThrows(IllegalArgumentException.class, () -> Latency.parse(text));
  }

  @Test
  void aDelayIsWithinItsRangeAndTheSameForTheSameRequest() {
    Latency latency = Latency.parse("10ms..20ms");
    List<Long> delays =
        LongStream.rangeClosed(1, 1_000).mapToObj(n -> latency.of(n).toMillis()).toList();
    assertTrue(delays.stream().allMatch(delay -> 10 <= delay && delay <= 20));
    assertEquals(11, delays.stream().distinct().count());
    assertEquals(
        delays, LongStream.rangeClosed(1, 1_000).mapToObj(n -> latency.of(n).toMillis()).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void thereIsNoSuchPort(int port) {
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SandboxSettings(port, Latency.NONE, List.of()));
    assertEquals(port + " is no port; ports are 0 to 65535", wrong.getMessage());
  }

  @Test
  void aPortThatIsTakenIsAnError() {
    try (Stand stand = Stand.quiet()) {
      SandboxSettings same = new SandboxSettings(stand.port(), Latency.NONE, List.of());
      assertThrows(
          BindException.class, () -> Sandbox.start(same, Stand.CATALOGUES.models(), Stand.PRICING));
    }
  }
}
