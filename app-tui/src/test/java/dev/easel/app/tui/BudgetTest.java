package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.app.tui.Desk.Ran;
import dev.easel.app.tui.command.Wiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `easel budget` and `easel caller`, and what the budgets do to whoever spends. The provider is
/// the sandbox, reached as a real one would be, so that the configured budgets count.
class BudgetTest {

  // Four cents.
  private static final List<String> PICTURE =
      List.of("generate", "a boat", "--model", "dall-e-3", "--size", "1024x1024");

  @TempDir private Path directory;
  private Desk desk = new Desk(Path.of("."));
  private Wiring.Sandbox provider = nowhere();

  private static Wiring.Sandbox nowhere() {
    try {
      Wiring wiring = TerminalMain.wiring();
      return wiring.sandbox(new Wiring.SandboxWish(0, null, List.of()), wiring.catalogue(null));
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  @BeforeEach
  void sitDown() {
    desk = new Desk(directory);
    desk.with("OPENAI_BASE_URL", provider.baseUrl().toString())
        .with("OPENAI_API_KEY", "sk-test")
        .with("EASEL_LOG_ZONE", "UTC");
  }

  @AfterEach
  void standUp() {
    provider.close();
  }

  private Ran picture(String... more) {
    return desk.easel(Stream.concat(PICTURE.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private void budgets(String daily, String monthly) {
    desk.with("EASEL_BUDGET_DAILY_USD", daily).with("EASEL_BUDGET_MONTHLY_USD", monthly);
  }

  @Test
  void saysWhatIsSpentWithoutAnyBudget() {
    assertEquals(0, picture().exitCode());

    Ran ran = desk.easel("budget");

    assertEquals(0, ran.exitCode(), ran.err());
    assertTrue(ran.out().contains("no limit"), ran.out());
    assertTrue(ran.out().contains("$0.04"), ran.out());
    assertTrue(ran.out().contains("forecast $"), ran.out());
    JsonNode document = desk.easel("budget", "--json").json();
    assertTrue(document.get("day").get("cap_usd").isNull());
    assertEquals(0.04, document.get("month").get("settled_usd").asDouble());
    assertTrue(document.get("forecast").get("within_cap").isNull());
  }

  @Test
  void showsCapsLevelsAndTheForecast() {
    budgets("0.05", "1");
    assertEquals(0, picture().exitCode());

    Ran ran = desk.easel("budget");

    List<String> lines = ran.out().lines().toList();
    assertTrue(
        lines.get(1).matches("today +\\$0.05 +\\$0.04 +\\$0.01 +█{16}░{4} 80 % near .*"),
        lines.get(1));
    assertTrue(lines.get(2).startsWith("this month"), lines.get(2));
    assertTrue(ran.out().contains("by the end of the month, "), ran.out());
    JsonNode day = desk.easel("budget", "--json").json().get("day");
    assertEquals(80, day.get("percent").asInt());
    assertEquals("near_80", day.get("level").asString());
    assertTrue(day.get("resets_at").asString().endsWith("T00:00:00.000Z"));
  }

  @Test
  void aLineSaysHowMuchOfTheBudgetsIsCommitted() {
    budgets("0.05", "1");
    assertEquals(0, picture().exitCode());

    assertEquals("$0.04 today · 80% of day · 4% of month\n", desk.easel("status", "--line").out());
    assertTrue(desk.easel("status").out().contains("this month  $0.04 of $1.00 (4% committed)\n"));
    assertEquals(80, desk.easel("status", "--json").json().get("day_percent").asInt());
  }

  @Test
  void warnsOnStandardErrorAndInTheDocument() {
    budgets("0.1", "5");

    Ran first = picture("--json");
    Ran second = picture("--json");

    assertEquals("", first.err());
    assertEquals(0, first.json().get("warnings").size());
    assertEquals(
        "easel: the daily budget is at 80 %: $0.08 of $0.1 is committed, and $0.02 is left\n",
        second.err());
    assertEquals(1, second.json().get("warnings").size());
    assertEquals(3, desk.easel("log", "--json").json().get("count").asInt() + 1);
  }

  @Test
  void aRefusalSaysWhatToDoAndThatHelps() {
    budgets("0.05", "1");
    assertEquals(0, picture().exitCode());

    Ran refused = picture();

    assertEquals(4, refused.exitCode());
    assertTrue(
        refused
            .err()
            .contains(
                "this request may cost $0.04, and the daily budget of $0.05 has $0.04 committed"
                    + " and $0.01 left; easel budget raise 1 raises it"),
        refused.err());
    Ran raised = desk.easel("budget", "raise", "0.03");
    assertEquals(0, raised.exitCode(), raised.err());
    assertTrue(
        raised.out().startsWith("the daily budget is raised by $0.03 until the end of the day"),
        raised.out());
    assertTrue(raised.out().contains("today is raised by $0.03"), raised.out());
    assertEquals(0, picture().exitCode());
  }

  @Test
  void raisesTheMonthToo() {
    budgets("5", "0.03");
    assertEquals(4, picture().exitCode());

    JsonNode after = desk.easel("budget", "raise", "1", "--month", "--json").json();

    assertEquals(1.03, after.get("month").get("cap_usd").asDouble());
    assertEquals(1, after.get("month").get("raised_usd").asDouble());
    assertEquals(0, after.get("day").get("raised_usd").asDouble());
    assertEquals(0, picture().exitCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "budget raise 0           | above zero",
        "budget raise -5          | above zero",
        "budget raise much        | above zero",
        "budget raise 1e99        | above zero",
        "budget raise             | USD",
        "budget raise 5 --caller x| no caller x",
        "caller add               | NAME",
        "caller add a,b           | up to 64",
        "caller add none          | none",
        "caller add a --daily-usd=-1 | dollars",
        "caller remove x          | no caller x",
        "caller renew x           | no caller x",
      })
  void whatMakesNoSenseIsRefused(String command, String words) {
    Ran ran = desk.easel(command.strip().split(" +"));

    assertEquals(2, ran.exitCode(), ran.out());
    assertTrue(ran.err().contains(words), ran.err());
    JsonNode shape = desk.easel((command.strip() + " --json").split(" +")).json();
    assertFalse(shape.get("success").asBoolean());
  }

  @Test
  void aBudgetThatOnlyAnotherProcessHasIsRaisedAndThatIsSaid() {
    Ran raised = desk.easel("budget", "raise", "5");

    assertEquals(0, raised.exitCode(), raised.err());
    assertTrue(raised.err().contains("budget.daily-usd"), raised.err());
    budgets("0.05", "1");
    assertEquals(5.05, desk.easel("budget", "--json").json().get("day").get("cap_usd").asDouble());
  }

  @Test
  void anEstimateSaysWhatWouldBeLeft() {
    budgets("0.05", "1");
    String[] estimate = {"estimate", "--model", "dall-e-3", "--size", "1024x1024"};

    Ran before = desk.easel(estimate);
    assertTrue(
        before.out().contains("left     $0.01 of the daily budget of $0.05 afterwards"),
        before.out());
    assertTrue(
        before.out().contains("$0.96 of the monthly budget of $1.00 afterwards"), before.out());
    assertFalse(Files.exists(desk.data().resolve("easel.db")), "an estimate makes no log");
    assertEquals(0, picture().exitCode());

    Ran after = desk.easel(estimate);

    assertTrue(
        after.out().contains("only $0.01 of the daily budget of $0.05, which refuses it"),
        after.out());
    JsonNode budget =
        desk.easel("estimate", "--model", "dall-e-3", "--size", "1024x1024", "--json")
            .json()
            .get("budget");
    assertFalse(budget.get(0).get("admitted").asBoolean());
    assertEquals(0.92, budget.get(1).get("left_after_usd").asDouble());
    assertEquals(0, desk.easel("estimate", "--sandbox", "--json").json().get("budget").size());
  }

  @Test
  void addsListsRenewsAndRemovesCallers() {
    Ran added = desk.easel("caller", "add", "Anna", "--daily-usd", "2");
    assertEquals(0, added.exitCode(), added.err());
    assertTrue(added.out().contains("anna, up to $2.00 a day"), added.out());
    String token = added.out().lines().toList().get(1).substring(9);
    assertTrue(token.matches("easel_[A-Za-z0-9_-]{43}"), token);
    JsonNode bob = desk.easel("caller", "add", "bob", "--json").json();
    assertTrue(bob.get("daily_usd").isNull());
    assertTrue(bob.get("token").asString().startsWith("easel_"));

    Ran listed = desk.easel("caller", "list");
    assertTrue(listed.out().contains("anna"), listed.out());
    assertTrue(listed.out().contains("no limit"), listed.out());
    assertFalse(listed.out().contains("easel_"), listed.out());
    JsonNode list = desk.easel("caller", "list", "--json").json();
    assertEquals(2, list.get("count").asInt());
    assertEquals(2, list.get("callers").get(0).get("daily_usd").asDouble());
    assertFalse(list.get("callers").get(0).has("token"));

    Ran budget = desk.easel("budget");
    assertTrue(budget.out().contains("anna today"), budget.out());
    Ran raised = desk.easel("budget", "raise", "1", "--caller", "ANNA");
    assertTrue(raised.out().contains("the daily budget of anna is raised by $1.00"), raised.out());

    Ran renewed = desk.easel("caller", "renew", "anna");
    assertFalse(renewed.out().contains(token), renewed.out());
    Ran removed = desk.easel("caller", "remove", "anna");
    assertTrue(removed.out().contains("anna is no caller any more"), removed.out());
    assertEquals(
        true, desk.easel("caller", "remove", "bob", "--json").json().get("removed").asBoolean());
    assertTrue(desk.easel("caller", "list").out().contains("no callers"));
  }

  @Test
  void noFileHoldsATokenInTheClear() throws IOException {
    String token = desk.easel("caller", "add", "anna", "--json").json().get("token").asString();

    try (var files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(token), file.toString());
      }
    }
  }

  @Test
  void factsComeAlongIntoTheOtherKindOfLog() {
    budgets("0.05", "1");
    desk.easel("caller", "add", "anna", "--daily-usd", "2");
    desk.easel("budget", "raise", "0.5");
    JsonNode before = desk.easel("budget", "--json").json();

    assertEquals(0, desk.easel("convert", "--to", "jsonl").exitCode());

    desk.with("EASEL_LOG_BACKEND", "jsonl");
    JsonNode after = desk.easel("budget", "--json").json();
    assertEquals(before.get("day"), after.get("day"));
    assertEquals(before.get("callers"), after.get("callers"));
  }

  @Test
  void theSandboxHasBudgetsOfItsOwnOnly() {
    budgets("0.000001", "0.000001");

    Ran ran = desk.easel("generate", "--sandbox", "a boat");

    assertEquals(0, ran.exitCode(), ran.err());
    Ran played = desk.easel("budget", "--sandbox");
    assertTrue(played.out().contains("no limit"), played.out());
    assertEquals(
        "easel: budget.daily-usd and budget.monthly-usd do not count in the sandbox\n",
        played.err());
    assertEquals(2, desk.easel("budget", "raise", "1", "--sandbox").exitCode());
  }

  @Test
  void helpListsThemAndEachHasItsOwn() {
    String help = desk.easel("--help").out();
    assertTrue(help.contains("budget     Say what is committed"), help);
    assertTrue(help.contains("caller     Let others use the server"), help);
    for (String command :
        List.of(
            "budget",
            "budget raise",
            "caller",
            "caller add",
            "caller list",
            "caller renew",
            "caller remove")) {
      Ran ran = desk.easel((command + " --help").split(" "));
      assertEquals(0, ran.exitCode(), ran.err());
      assertTrue(ran.out().contains("Usage: easel " + command), ran.out());
    }
  }
}
