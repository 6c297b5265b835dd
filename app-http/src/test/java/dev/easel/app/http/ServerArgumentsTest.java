package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.ConfigurationProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerArgumentsTest {

  @Test
  void optionsAreKeysOfTheConfiguration() {
    ServerArguments arguments =
        ServerArguments.parse(
            List.of(
                "--sandbox",
                "--port=9000",
                "--host",
                "::1",
                "--data-dir",
                "/tmp/x",
                "--provider",
                "local",
                "--set",
                "budget.daily-usd=5",
                "--set=OPENAI_BASE_URL=http://localhost/v1?a=b"));
    assertTrue(arguments.sandbox());
    assertEquals(
        Map.of(
            "server.port", "9000",
            "server.host", "::1",
            "data.dir", "/tmp/x",
            "provider", "local",
            "budget.daily-usd", "5",
            "OPENAI_BASE_URL", "http://localhost/v1?a=b"),
        arguments.configuration());
  }

  @Test
  void nothingIsFine() {
    assertEquals(new ServerArguments(false, false, Map.of()), ServerArguments.parse(List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "--prot, --prot is no option of serve",
    "-p, -p is no option of serve",
    "--port, --port lacks its value",
    "--set, --set lacks its value",
    "--set=here, --set takes KEY=VALUE",
    "sk-canary-1, serve takes options only",
    "--sk-canary-1, serve takes options only"
  })
  void whatIsWrongIsSaidWithoutRepeatingWhatMayBeAKey(String argument, String words) {
    ConfigurationProblem problem =
        assertThrows(ConfigurationProblem.class, () -> ServerArguments.parse(List.of(argument)));
    String said = problem.problems().getFirst();
    assertTrue(said.contains(words), said);
    assertFalse(said.contains("canary"), said);
  }

  @Test
  void everythingThatIsWrongIsSaid() {
    ConfigurationProblem problem =
        assertThrows(
            ConfigurationProblem.class, () -> ServerArguments.parse(List.of("--a", "--b", "c")));
    assertEquals(3, problem.problems().size());
  }
}
