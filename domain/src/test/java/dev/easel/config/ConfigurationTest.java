package dev.easel.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Money;
import dev.easel.domain.usecase.Retention;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigurationTest {

  @TempDir Path home;
  private Path data;
  private Path work;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> commandLine = new HashMap<>();

  @BeforeEach
  void directories() throws IOException {
    data = Files.createDirectory(home.resolve("data"));
    work = Files.createDirectory(home.resolve("work"));
    environment.put("EASEL_HOME", data.toString());
  }

  @Test
  void nothingSetGivesTheDefaults() {
    Settings settings = load();
    assertEquals(
        new LogSettings(LogBackend.SQLITE, data.resolve("easel.db"), null), settings.log());
    assertEquals("gpt-image-2", settings.defaults().model());
    assertEquals(8000, settings.server().port());
    assertEquals("127.0.0.1", settings.server().host());
    ProviderSettings openai = settings.provider("openai").orElseThrow();
    assertEquals(URI.create("https://api.openai.com/v1"), openai.baseUrl());
    assertEquals(Duration.ofMinutes(10), openai.timeout());
    assertEquals(new Pace(32, null), openai.pace());
    assertTrue(openai.keyMissing());
    assertTrue(settings.budget().unlimited());
    assertEquals(List.of(), settings.notices());
  }

  @Test
  void everyProviderHasItsPace() {
    commandLine.put("provider.openai.requests-per-minute", "5");
    environment.put("EASEL_PROVIDER_MY_LAB_CONCURRENCY", "1");
    commandLine.put("provider.my-lab.base-url", "http://127.0.0.1:8080/v1");
    assertEquals(new Pace(32, 5), load().provider("openai").orElseThrow().pace());
    assertEquals(new Pace(1, null), load().provider("my-lab").orElseThrow().pace());
    for (String wrong : List.of("0", "-1", "10001", "many")) {
      commandLine.put("provider.openai.concurrency", wrong);
      assertTrue(
          assertThrows(ConfigurationProblem.class, this::load)
              .problems()
              .getFirst()
              .endsWith("and must be a whole number from 1 to 10000"));
    }
  }

  @Test
  void theDataDirectoryFollowsXdgAndElseTheHome() {
    environment.clear();
    assertEquals(home.resolve(".local/share/easel"), load().dataDirectory());
    environment.put("XDG_DATA_HOME", "/somewhere");
    assertEquals(Path.of("/somewhere/easel"), load().dataDirectory());
  }

  @Test
  void laterLayersWin() throws IOException {
    write(data.resolve("easel.properties"), "default.model=one\nserver.port=1\nlog.backend=jsonl");
    write(work.resolve("easel.properties"), "default.model=two\nserver.port=2");
    write(work.resolve(".env"), "EASEL_DEFAULT_MODEL=three\nEASEL_SERVER_PORT=3");
    assertEquals("three", load().defaults().model());
    environment.put("EASEL_DEFAULT_MODEL", "four");
    assertEquals("four", load().defaults().model());
    commandLine.put("default.model", "five");
    assertEquals("five", load().defaults().model());
    assertEquals(3, load().server().port());
    assertEquals(data.resolve("image_generation_log.jsonl"), load().log().path());
  }

  @Test
  void everyProblemIsReportedAtOnceWithWhatIsAllowed() throws IOException {
    write(data.resolve("easel.properties"), "log.backend=oracle\nserver.prt=1\ndata.dir=/x");
    environment.put("EASEL_SERVER_PORT", "70000");
    environment.put("EASEL_BUDGET_DAILY_USD", "much");
    environment.put("EASEL_PROVIDER", "nobody");
    List<String> problems = problems();
    assertEquals(6, problems.size(), problems::toString);
    assertTrue(has(problems, "log.backend is 'oracle'", "must be sqlite or jsonl"));
    assertTrue(has(problems, "'server.prt'", "did you mean server.port?"));
    assertTrue(has(problems, "server.port is '70000' (environment)", "0 to 65535"));
    assertTrue(has(problems, "budget.daily-usd is 'much'", "dollars"));
    assertTrue(has(problems, "provider is 'nobody'", "openai"));
    assertTrue(has(problems, "data.dir cannot be set in the data directory"));
  }

  @Test
  void picturesAreKeptForEverUnlessARuleSaysOtherwise() {
    assertTrue(load().retention().forEver());
    commandLine.put("pictures.keep-days", "30");
    commandLine.put("pictures.most-bytes", "1.5GB");
    assertEquals(new Retention(Duration.ofDays(30), 1_500_000_000L), load().retention());
    commandLine.put("pictures.keep-days", "0");
    commandLine.put("pictures.most-bytes", "much");
    assertTrue(has(problems(), "pictures.keep-days is '0'", "days"));
    assertTrue(has(problems(), "pictures.most-bytes is 'much'", "powers of 1000"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1500000, 1500000",
    "12b, 12",
    "500MB, 500000000",
    "20 gb, 20000000000",
    "1KiB, 1024",
    "1.5MiB, 1572864",
    "2tib, 2199023255552"
  })
  void bytesAreReadAsPeopleWriteThem(String text, long bytes) {
    assertEquals(bytes, Amounts.bytes(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1PB", "1ib", "GB", "1,5GB", "1e3", "99999999999999TB"})
  void whatIsNoNumberOfBytesIsRefused(String text) {
    assertThrows(RuntimeException.class, () -> Amounts.bytes(text));
  }

  @Test
  void promptsAreKeptUnlessItIsSaid() {
    assertTrue(load().promptsKept());
    assertFalse(load().server().promptsLogged());
    commandLine.put("log.prompts", "omit");
    commandLine.put("server.log-prompts", "keep");
    assertFalse(load().promptsKept());
    assertTrue(load().server().promptsLogged());
  }

  @Test
  void aProviderWithABadUrlIsOneProblem() {
    environment.put("OPENAI_BASE_URL", "ftp://nowhere");
    assertEquals(1, problems().size(), problems()::toString);
  }

  @Test
  void anEmptyValueOnTheCommandLineIsNoWishForTheDefault() {
    commandLine.put("data.dir", "");
    assertEquals(List.of("data.dir has no value on the command line"), problems());
  }

  @Test
  void aMistypedVariableIsAProblemAndAForeignOneIsNot() {
    environment.put("EASEL_LOG_BACKND", "jsonl");
    environment.put("PATH", "/bin");
    assertTrue(has(problems(), "EASEL_LOG_BACKND", "did you mean EASEL_LOG_BACKEND?"));
  }

  @Test
  void secretsAreNeverShown() {
    environment.put("OPENAI_API_KEY", "sk-canary");
    environment.put("EASEL_PROVIDER_LAB_API_KEY", "lab-canary");
    environment.put("EASEL_PROVIDER_LAB_BASE_URL", "http://lab:1/v1");
    environment.put("EASEL_SERVER_TOKEN", "short-canary");
    assertFalse(problems().toString().contains("canary"));
    environment.put("EASEL_SERVER_TOKEN", "a-token-that-is-long-canary");
    assertFalse(load().toString().contains("canary"), load().toString());
  }

  @Test
  void aNamedProviderTakesItsDialectFromItsNameAndItsOwnKeys() {
    environment.put("EASEL_PROVIDER_XAI_API_KEY", "x");
    commandLine.put("provider.my-lab.base-url", "http://lab:9/v1/");
    commandLine.put("provider.my-lab.dialect", "localai");
    commandLine.put("provider.my-lab.timeout", "90s");
    commandLine.put("provider.my-lab.headers", "X-One: a:b; X-Two: c");
    commandLine.put("provider", "my-lab");
    Settings settings = load();
    assertEquals(Dialect.XAI, settings.provider("xai").orElseThrow().dialect());
    ProviderSettings lab = settings.provider("my-lab").orElseThrow();
    assertEquals(URI.create("http://lab:9/v1"), lab.baseUrl());
    assertEquals(Duration.ofSeconds(90), lab.timeout());
    assertEquals(new Secret("a:b"), lab.headers().get("X-One"));
    assertFalse(lab.keyMissing());
  }

  @Test
  void aBaseUrlInTheWorkingDirectoryDoesNotTakeAKeyFromElsewhere() throws IOException {
    environment.put("OPENAI_API_KEY", "sk-mine");
    write(work.resolve(".env"), "OPENAI_BASE_URL=https://evil.example/v1");
    Settings settings = load();
    assertEquals(
        URI.create("https://api.openai.com/v1"),
        settings.provider("openai").orElseThrow().baseUrl());
    assertEquals(1, settings.notices().size());
  }

  @Test
  void aBaseUrlInTheWorkingDirectoryCountsWithAKeyFromTheSameFileOrWithNoKey() throws IOException {
    write(work.resolve(".env"), "OPENAI_BASE_URL=https://other.example/v1");
    assertEquals("other.example", openaiHost());
    write(
        work.resolve(".env"),
        "export OPENAI_BASE_URL='https://other.example/v1'\nOPENAI_API_KEY=\"sk-theirs\" # theirs");
    assertEquals("other.example", openaiHost());
    assertEquals(new Secret("sk-theirs"), load().provider("openai").orElseThrow().apiKey());
  }

  @Test
  void aKeyBesideTheUrlThatIsOverriddenFromElsewhereDoesNotTravel() throws IOException {
    write(
        work.resolve(".env"), "OPENAI_BASE_URL=https://evil.example/v1\nOPENAI_API_KEY=sk-theirs");
    environment.put("OPENAI_API_KEY", "sk-mine");
    assertEquals("api.openai.com", openaiHost());
  }

  @Test
  void budgetsZonesPathsAndProxiesAreRead() {
    environment.put("EASEL_BUDGET_DAILY_USD", "2.50");
    environment.put("EASEL_BUDGET_UNKNOWN_ESTIMATE", "allow");
    environment.put("EASEL_LOG_ZONE", "Asia/Tokyo");
    environment.put("EASEL_LOG_PATH", "~/pictures.db");
    environment.put("EASEL_PRICES_FILE", "prices.json");
    environment.put("HTTPS_PROXY", "http://proxy:3128");
    environment.put("NO_PROXY", "localhost, .lan");
    Settings settings = load();
    assertEquals(Money.ofUsd("2.5"), settings.budget().daily());
    assertNull(settings.budget().monthly());
    assertTrue(settings.budget().allowUnknown());
    assertEquals(ZoneId.of("Asia/Tokyo"), settings.log().zone());
    assertEquals(home.resolve("pictures.db"), settings.log().path());
    assertEquals(work.resolve("prices.json"), settings.pricesFile());
    assertEquals(List.of("localhost", ".lan"), settings.proxy().exceptions());
  }

  @Test
  void theSandboxKeepsItsOwnBooksAndKnowsNoBudget() {
    environment.put("EASEL_LOG_PATH", "/real.db");
    environment.put("EASEL_BUDGET_DAILY_USD", "0");
    Settings sandbox = load().forSandbox(URI.create("http://127.0.0.1:1/v1"));
    assertEquals(data.resolve("sandbox/easel.db"), sandbox.log().path());
    assertTrue(sandbox.budget().unlimited());
    assertTrue(sandbox.sandbox());
    assertEquals(
        List.of("budget.daily-usd and budget.monthly-usd do not count in the sandbox"),
        sandbox.notices());
    environment.remove("EASEL_BUDGET_DAILY_USD");
    assertEquals(List.of(), load().forSandbox(URI.create("http://127.0.0.1:1/v1")).notices());
    assertEquals(1, sandbox.providers().size());
  }

  @Test
  void aFileThatIsNoTextIsAProblem() throws IOException {
    Files.write(work.resolve("easel.properties"), new byte[] {'a', '=', (byte) 0xff, (byte) 0xfe});
    assertTrue(has(problems(), "easel.properties is not UTF-8 text"));
  }

  private Settings load() {
    return Configuration.load(new Configuration.Sources(environment, work, home, commandLine));
  }

  private List<String> problems() {
    return assertThrows(ConfigurationProblem.class, this::load).problems();
  }

  private String openaiHost() {
    return load().provider("openai").orElseThrow().baseUrl().getHost();
  }

  private static boolean has(List<String> problems, String... parts) {
    return problems.stream()
        .anyMatch(problem -> List.of(parts).stream().allMatch(problem::contains));
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
