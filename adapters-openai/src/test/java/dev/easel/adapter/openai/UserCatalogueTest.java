package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.ConfigurationProblem;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.DatedPrice;
import dev.easel.domain.cost.Estimate.Exact;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Price;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.RequestDraft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserCatalogueTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @TempDir Path folder;

  private Catalogues load(String json) {
    return Catalogues.load(file(json));
  }

  private Path file(String json) {
    try {
      return Files.writeString(folder.resolve("prices.json"), json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String problem(String json) {
    Path file = file(json);
    ConfigurationProblem problem =
        assertThrows(ConfigurationProblem.class, () -> Catalogues.load(file));
    assertEquals(1, problem.problems().size());
    return problem.problems().getFirst().replace(file.toString(), "FILE");
  }

  private static Money estimate(Catalogues catalogues, RequestDraft draft) {
    Pricing pricing = new Pricing(catalogues.prices(), catalogues.tokens());
    return assertInstanceOf(Exact.class, pricing.estimate(draft.request(), DAY)).amount();
  }

  @Test
  void aRowIsAddedAndTheVersionSaysSo() {
    Catalogues catalogues =
        load(
            """
            {"prices": [{"provider": "local", "ids": ["flux"], "per_image": [{"usd": 0.001}]}]}
            """);
    RequestDraft draft = RequestDraft.of("flux").at("local").with("n", 3);
    assertEquals(Money.ofUsd("0.003"), estimate(catalogues, draft));
    Price price = catalogues.prices().price("local", "flux", DAY).orElseThrow();
    assertTrue(price.byUser());
    assertEquals("prices.file", price.source());
    assertTrue(catalogues.prices().version().matches("2026-11-23\\+[0-9a-f]{6}"));
    assertFalse(catalogues.models().card("local", "flux").isPresent());
    assertTrue(catalogues.prices().price("openai", "dall-e-3", DAY).isPresent());
  }

  @Test
  void theBuiltInVersionIsADate() {
    assertEquals("2026-11-23", Catalogues.load(null).prices().version());
  }

  @Test
  void aRowOverridesTheBuiltInOneOfTheSameIdOnly() {
    Catalogues catalogues =
        load(
            """
            {"prices": [{"provider": "openai", "ids": ["dall-e-3"], "source": "my contract",
              "per_image": [{"size": "1024x1024", "quality": "hd", "usd": "0.07"},
                            {"usd": "0.03"}]}]}
            """);
    assertEquals(
        Money.ofUsd("0.07"),
        estimate(catalogues, RequestDraft.of("dall-e-3").at("1024x1024", "hd")));
    assertEquals(
        Money.ofUsd("0.03"),
        estimate(catalogues, RequestDraft.of("dall-e-3").at("1792x1024", "standard")));
    assertEquals(Money.ofUsd("0.02"), estimate(catalogues, RequestDraft.of("dall-e-2")));
  }

  @Test
  void theReplacedRowsAreKeptAndAllRowsListed() {
    Catalogues catalogues =
        load(
            """
            {"prices": [{"provider": "openai", "ids": ["dall-e-3"], "until": "2026-12-31",
              "per_image": [{"usd": "0.03"}]}]}
            """);
    List<DatedPrice> own =
        catalogues.prices().prices().stream().filter(dated -> dated.price().byUser()).toList();
    assertEquals(1, own.size());
    assertEquals(LocalDate.of(2026, 12, 31), own.getFirst().until());
    assertFalse(own.getFirst().price().sourced());
    assertEquals(
        List.of("dall-e-3"),
        catalogues.prices().replaced().stream().map(dated -> dated.price().model()).toList());
    assertFalse(catalogues.prices().replaced().getFirst().price().byUser());
    assertEquals(
        Catalogues.load(null).prices().prices().size(), catalogues.prices().prices().size());
    assertEquals(List.of(), Catalogues.load(null).prices().replaced());
  }

  @Test
  void aRowMayBeLikeABuiltInOne() {
    Catalogues catalogues =
        load(
            """
            {"models": [{"provider": "azure", "ids": ["pictures"], "note": "our deployment",
               "like": {"provider": "openai", "id": "gpt-image-2"},
               "formats": ["png", "jpeg"], "default_quality": "high"}],
             "prices": [{"provider": "azure", "ids": ["pictures"],
               "like": {"provider": "openai", "id": "gpt-image-2-2026-04-21"}}]}
            """);
    ModelCard card = catalogues.models().card("azure", "pictures").orElseThrow();
    ModelCard lender = catalogues.models().card("openai", "gpt-image-2").orElseThrow();
    assertEquals("our deployment", card.note());
    assertEquals(List.of("png", "jpeg"), card.formats());
    assertEquals("high", card.defaultQuality());
    assertEquals(lender.sizes(), card.sizes());
    assertFalse(catalogues.models().complete("azure"));
    RequestDraft draft = RequestDraft.of("pictures").at("azure").saying("");
    assertEquals(Money.ofUsd("0.21072"), estimate(catalogues, draft.at("1024x1024", "high")));
  }

  @Test
  void pricesHoldOnTheirDaysOnly() {
    Catalogues catalogues =
        load(
            """
            {"prices": [
              {"provider": "local", "ids": ["m"], "until": "2026-06-30", "per_image": [{"usd": 1}]},
              {"provider": "local", "ids": ["m"], "from": "2026-07-01", "until": "2026-12-31",
               "per_image": [{"usd": 2}]}]}
            """);
    Pricing pricing = new Pricing(catalogues.prices(), catalogues.tokens());
    RequestDraft draft = RequestDraft.of("m").at("local");
    assertEquals(
        Money.ofUsd("1"),
        pricing.estimate(draft.request(), LocalDate.of(2026, 6, 30)).high().orElseThrow());
    assertEquals(
        Money.ofUsd("2"),
        pricing.estimate(draft.request(), LocalDate.of(2026, 7, 1)).high().orElseThrow());
    assertTrue(pricing.estimate(draft.request(), LocalDate.of(2027, 1, 1)).high().isEmpty());
  }

  @Test
  void zerosOfALocalServerAreFreeByTheUsersWord() {
    Catalogues catalogues =
        load(
            """
            {"prices": [{"provider": "local", "ids": ["flux"], "per_image": [{"usd": "0"}]}]}
            """);
    Pricing pricing = new Pricing(catalogues.prices(), catalogues.tokens());
    Fields zeros = Fields.NONE.with("input_tokens", 0).with("output_tokens", 0);
    Pricing.Answer answer = new Pricing.Answer(Fields.NONE, zeros, null, 1);
    var cost = pricing.cost(RequestDraft.of("flux").at("local").request(), answer, DAY);
    assertEquals(Money.ZERO, cost.amount());
    assertEquals(CostBasis.TABLE, cost.basis());
    var other = pricing.cost(RequestDraft.of("sdxl").at("local").request(), answer, DAY);
    assertTrue(other.known().isEmpty());
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithItsPlace() {
    assertEquals(
        "the price file FILE cannot be used:"
            + " $.colour is not a field that is known here;"
            + " $.models[0].like names no built-in row of models;"
            + " $.prices[0].per_image[0].usd must be dollars, not below 0, such as \"0.04\" and is"
            + " -1;"
            + " $.prices[0].per_image[1].price is not a field that is known here;"
            + " $.prices[0].per_image[1].usd must be dollars, not below 0, such as \"0.04\" and is"
            + " missing;"
            + " $.prices[0].from must be a day such as 2026-11-23 and is \"soon\";"
            + " $.prices[0].ids[1] must be a text and is 7;"
            + " $.prices[1].provider must be a text and is missing;"
            + " $.prices[1] must have either per_token or per_image;"
            + " $.prices[1].ids must be a list and is missing",
        problem(
                """
                {"colour": 1,
                 "models": [{"ids": ["x"], "provider": "p",
                             "like": {"provider": "openai", "id": "gpt-image"}}],
                 "prices": [{"provider": "p", "ids": ["a", 7], "from": "soon",
                             "per_image": [{"usd": -1}, {"price": "0.1"}]},
                            {}]}
                """)
            .replace("\n", ""));
  }

  @Test
  void aTokenPriceIsCheckedToItsDepths() {
    String problem =
        problem(
            """
            {"prices": [{"provider": "p", "ids": ["a"], "per_token": {
              "usd_per_million": {"text_input": "0.0000000001", "image_output": "x"},
              "prompt_overhead": -1, "partial_image": 1.5, "reference": {"low": 5, "high": 4},
              "output": {"tokens": {"low": {"tall": 5, "1024x1024": 0}}}}}]}
            """);
    for (String place :
        new String[] {
          "usd_per_million.text_input must be dollars",
          "usd_per_million.image_output must be dollars",
          "prompt_overhead must be a whole number from 0",
          "partial_image must be a whole number from 0",
          "reference.high must be a whole number from 5",
          "output.tokens.low has tall where a size",
          "output.tokens.low.1024x1024 must be a whole number from 1"
        }) {
      assertTrue(problem.contains("$.prices[0].per_token." + place), place + "\n" + problem);
    }
  }

  @Test
  void aCardThatContradictsItselfIsRefused() {
    String problem =
        problem(
            """
            {"models": [{"provider": "azure", "ids": ["a"], "default_size": "10x10",
              "default_quality": "max", "references": {"most": 1, "bytes": 9, "formats": ["bmp"]},
              "like": {"provider": "openai", "id": "gpt-image-2"}}]}
            """);
    assertTrue(problem.contains("default_size that its sizes do not hold: 10x10"), problem);
    assertTrue(problem.contains("default_quality that is none of its qualities: max"), problem);
    assertTrue(problem.contains("references.formats[0] must be one of png"), problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"prices\": [}", "{} {}", "{\"prices\": [], \"prices\": []}"})
  void whatIsNotJsonIsSaidSoWithItsPlace(String text) {
    String problem = problem(text);
    assertTrue(problem.startsWith("the price file FILE cannot be used: it "), problem);
    assertFalse(problem.contains("Exception"), problem);
  }

  @Test
  void whatIsWrongWithJsonIsSaidInItsOwnWords() {
    String problem = problem("{\"prices\": [],\n \"prices\": []}");
    assertTrue(problem.contains("it is not JSON (Duplicate"), problem);
    assertTrue(problem.endsWith("at line 2, column 10"), problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "null", "\"x\""})
  void whatIsNoObjectIsSaidSo(String text) {
    assertEquals("the price file FILE cannot be used: it must hold one JSON object", problem(text));
  }

  @Test
  void aMissingFileAndAFolderAreSaidSo() {
    assertEquals(
        "the price file " + folder + " cannot be used: it is not a file",
        assertThrows(ConfigurationProblem.class, () -> Catalogues.load(folder)).getMessage());
    Path missing = folder.resolve("missing.json");
    assertEquals(
        "the price file " + missing + " cannot be used: there is no such file",
        assertThrows(ConfigurationProblem.class, () -> Catalogues.load(missing)).getMessage());
  }

  @Test
  void theExamplesOfTheDocumentationWork() throws IOException {
    String page = Files.readString(Path.of("../docs/prices.md"), StandardCharsets.UTF_8);
    Matcher example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
    int found = 0;
    while (example.find()) {
      Catalogues catalogues = load(example.group(1));
      assertTrue(catalogues.prices().version().contains("+"));
      found++;
    }
    assertTrue(found >= 3, "only " + found);
  }
}
