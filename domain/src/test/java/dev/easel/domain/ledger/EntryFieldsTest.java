package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EntryFieldsTest {

  private static final Instant MORNING = Instant.parse("2026-11-23T10:30:00Z");

  static List<Entry> entries() {
    SplittableRandom random = new SplittableRandom(99);
    return IntStream.range(0, 300)
        .mapToObj(number ->
            RandomEntries.one(
                random, MORNING.plusNanos(random.nextLong(1_000_000) * 1_000), number))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void whatIsWrittenIsReadAsItWas(Entry entry) throws NotAnEntry {
    Entry read =
        EntryReading.read(
            EntryFields.of(entry), ZoneOffset.UTC, moment -> EntryId.of(moment, 9, 9));

    assertEquals(entry, read);
    assertEquals(CanonicalForm.of(entry), CanonicalForm.of(read));
  }

  @Test
  void reservedEntriesAreReadAsTheyWereToo() throws NotAnEntry {
    Entry entry =
        IntentDraft.at(MORNING, 1).caller("alice").intent().reserved(EntryId.of(MORNING, 0, 1));
    Fields fields = EntryFields.of(entry);

    assertEquals(
        entry, EntryReading.read(fields, ZoneOffset.UTC, moment -> EntryId.of(moment, 9, 9)));
    assertEquals(null, fields.get("success"));
  }

  @Test
  void anEntrySaysOnlyThenThatItsPromptWasWithheld() throws NotAnEntry {
    Entry withheld = EntryDraft.at(MORNING, 1).promptWithheld().entry();
    Fields fields = EntryFields.of(withheld);

    assertEquals("", fields.get("prompt"));
    assertEquals(true, fields.get("prompt_withheld"));
    assertEquals(
        withheld, EntryReading.read(fields, ZoneOffset.UTC, moment -> EntryId.of(moment, 9, 9)));
    assertEquals(false, EntryFields.of(EntryDraft.at(MORNING, 1).entry()).has("prompt_withheld"));
  }

  @Test
  void anotherProgramsWordForWithheldStaysAsItIs() throws NotAnEntry {
    for (Object word : new Object[] {false, "yes", 1}) {
      Fields fields =
          EntryFields.of(EntryDraft.at(MORNING, 1).entry()).with("prompt_withheld", word);
      Entry read = EntryReading.read(fields, ZoneOffset.UTC, moment -> EntryId.of(moment, 9, 9));

      assertEquals(false, read.promptWithheld());
      assertEquals(fields, EntryFields.of(read));
    }
  }

  @Test
  void theDemoServersFieldsComeFirst() {
    Fields fields = EntryFields.of(EntryDraft.at(MORNING, 1).entry());

    assertEquals(
        List.of(
            "timestamp",
            "model",
            "prompt",
            "parameters",
            "latency_ms",
            "cost_estimate_usd",
            "success",
            "error",
            "image_url",
            "v",
            "id",
            "state",
            "operation",
            "provider",
            "caller",
            "inputs",
            "sent",
            "actual",
            "usage",
            "cost",
            "at_risk_usd",
            "images",
            "revised_prompt",
            "request_id",
            "attempts",
            "code",
            "star",
            "tags",
            "hash"),
        List.copyOf(fields.asMap().keySet()));
  }

  @Test
  void parametersAlwaysNameWhatTheDemoServerNamed() {
    Fields requested = Fields.NONE.with("background", "opaque").with("n", 2).with("size", "auto");
    Fields fields = EntryFields.of(EntryDraft.at(MORNING, 1).requested(requested).entry());

    assertEquals(
        "{\"size\":\"auto\",\"quality\":null,\"steps\":null,\"seed\":null,\"n\":2,"
            + "\"background\":\"opaque\"}",
        Json.write(fields.fields("parameters")));
  }

  @Test
  void moneyAndTimeArePlainDecimals() {
    Fields fields =
        EntryFields.of(EntryDraft.at(MORNING, 1).cost("0.05271").latency(18_345_670L).entry());

    assertEquals(new BigDecimal("0.05271"), fields.get("cost_estimate_usd"));
    assertEquals(new BigDecimal("18345.67"), fields.get("latency_ms"));
    assertEquals("2026-11-23T10:30:00.000Z", fields.get("timestamp"));
    assertEquals(new BigDecimal("120000"), EntryFields.millis(120_000_000L));
    assertEquals(new BigDecimal("2"), EntryFields.usd(Money.ofUsd("2.00")));
    assertEquals(
        "2024-12-04T09:54:10.229Z", EntryFields.time(Instant.parse("2024-12-04T09:54:10.229Z")));
    assertEquals(
        "2024-12-04T09:54:10.229708Z",
        EntryFields.time(Instant.parse("2024-12-04T09:54:10.229708999Z")));
  }

  @Test
  void thePictureThatEaselHasIsTheOneThatIsShown() {
    StoredPicture missing = StoredPicture.elsewhere("https://example.com/a.png");
    StoredPicture stored = new StoredPicture(Endings.PICTURE, "png", 1L, 1, 1, null);
    EntryDraft draft = EntryDraft.at(MORNING, 1);

    assertEquals(
        "/pictures/" + Endings.PICTURE,
        EntryFields.of(draft.images(missing, stored).entry()).get("image_url"));
    assertEquals(
        "https://example.com/a.png",
        EntryFields.of(draft.images(StoredPicture.elsewhere(null), missing).entry())
            .get("image_url"));
    assertEquals(null, EntryFields.of(draft.images().entry()).get("image_url"));
  }

  @Test
  void theCanonicalFormIsOneTextForOneEntry() {
    Fields foreign = Fields.NONE.with("b", Fields.NONE.with("y", 1).with("x", 2)).with("a", 3);
    Fields sorted = Fields.NONE.with("a", 3).with("b", Fields.NONE.with("x", 2).with("y", 1));
    EntryDraft draft = EntryDraft.at(MORNING, 1).cost("0.05").foreign(foreign);
    String form = CanonicalForm.of(draft.entry());

    assertEquals(
        form, CanonicalForm.of(EntryDraft.at(MORNING, 1).cost("0.050").foreign(sorted).entry()));
    assertEquals(form, CanonicalForm.of(draft.star().tags("a").entry()));
    assertEquals(
        "{\"timestamp\":\"2026-11-23T10:30:00.000Z\",\"model\":\"gpt-image-2\","
            + "\"prompt\":\"a lighthouse at dusk\",\"parameters\":{\"n\":1,\"quality\":\"medium\","
            + "\"seed\":null,\"size\":\"1024x1024\",\"steps\":null},\"cost_estimate_usd\":0.05,"
            + "\"success\":true,\"error\":null,\"image_url\":null,\"v\":1,"
            + "\"id\":\""
            + draft.entry().id()
            + "\",\"state\":\"settled\","
            + "\"operation\":\"generate\",\"provider\":\"openai\",\"caller\":null,\"inputs\":[],"
            + "\"sent\":{},\"actual\":{},\"usage\":null,\"cost\":{\"basis\":\"provider\","
            + "\"lines\":[],\"price_book\":null,\"usd\":0.05},\"at_risk_usd\":null,\"images\":[],"
            + "\"revised_prompt\":null,\"request_id\":null,\"attempts\":[],\"code\":null,"
            + "\"latency_us\":10000000,\"foreign\":{\"a\":3,\"b\":{\"x\":2,\"y\":1}}}",
        form);
  }

  @Test
  void anAttemptThatDidNotQueueIsWrittenAsItAlwaysWas() {
    Attempt refused = new Attempt(MORNING, "http_503", 503, "busy", 1_500L, null);
    Attempt queued = new Attempt(MORNING, null, 200, null, null, 70L);

    assertEquals(
        "{\"at\":\"2026-11-23T10:30:00.000Z\",\"code\":\"http_503\",\"status\":503,"
            + "\"message\":\"busy\",\"wait_ms\":1500}",
        Json.write(EntryFields.attempt(refused)));
    assertEquals(
        "{\"at\":\"2026-11-23T10:30:00.000Z\",\"code\":null,\"status\":200,"
            + "\"message\":null,\"wait_ms\":null,\"queued_ms\":70}",
        Json.write(EntryFields.attempt(queued)));
  }

  @Test
  void everyFieldButStarAndTagsChangesTheHash() {
    EntryDraft draft = EntryDraft.at(MORNING, 1);
    List<String> hashes =
        Arrays.asList(
            draft.entry().hash(),
            draft.prompt("other").entry().hash(),
            draft.latency(10_000_001L).entry().hash(),
            draft.foreign(Fields.NONE.with("latency_us", 1)).entry().hash(),
            draft.foreign(Fields.NONE.with("latency_us", 2)).entry().hash(),
            draft.caller("alice").entry().hash());

    assertEquals(hashes.size(), hashes.stream().distinct().count());
    assertEquals(draft.entry().hash(), draft.star().tags("a", "b").entry().hash());
  }
}
