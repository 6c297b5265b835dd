package dev.easel.domain.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.GeneratedImage;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.MissingImage;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.SamplePictures;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A prompt that is kept out of the log, with a provider that quotes it wherever it can.
final class WithheldPromptTest {

  private static final String PROMPT = "a merger of Umbra and Corvid";
  private static final String QUOTED = "refused: \"" + PROMPT + "\" may not be shown";

  private final Workshop workshop = new Workshop();

  static Stream<Failure> failures() {
    return Stream.of(
        new Failure.Rejected(400, "merger_of_umbra", "t", QUOTED, "input", null),
        new Failure.Rejected(500, PROMPT, null, QUOTED, null, null),
        new Failure.Rejected(429, "rate_limit", null, QUOTED, null, Duration.ofSeconds(1)),
        new Failure.Unreachable(Failure.Hindrance.DNS, QUOTED),
        new Failure.NotSent("unreadable_upload", "umbra.png cannot be read"),
        new Failure.TimedOut(Duration.ofSeconds(5)),
        new Failure.Broken(QUOTED),
        new Failure.Unreadable(QUOTED),
        new Failure.Oversize(9),
        new Failure.Stopped(QUOTED));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void noFailureLeavesAWordOfItInTheLogAndItsUserIsToldAll(Failure failure) {
    workshop.answers(new Outcome.Failed(sent(), "Umbra and Corvid", failure));

    Result result = generate(Fields.NONE);

    Entry entry = logged();
    assertEquals("", entry.prompt());
    assertNotNull(entry.error());
    assertEquals(
        failure,
        switch (result) {
          case Result.Released released -> released.failure();
          case Result.Uncertain uncertain -> uncertain.failure();
          case Result.Done _, Result.Invalid _, Result.OverBudget _, Result.KeyReused _ -> null;
          case Result.Pictureless _, Result.NotRecorded _ -> null;
        });
  }

  @Test
  void aPictureLeavesNoWordOfItAndStaysPricedAndFound() {
    workshop.answers(
        new Outcome.Delivered(
            sent(),
            "req_1",
            Fields.NONE.with("size", "64x64").with("caption", PROMPT),
            Fields.NONE.with("input_tokens", 7).with("said", Map.of("text", PROMPT)),
            null,
            List.of(
                new GeneratedImage(
                    Content.of(SamplePictures.twoColours("png", 8, 8)),
                    PROMPT + ", at night",
                    "https://pictures.example/a%20merger+of+Umbra.png")),
            List.of(
                new MissingImage("https://pictures.example/?q=" + PROMPT.replace(' ', '+'), QUOTED),
                new MissingImage("https://pictures.example/2", "it was refused"))));

    Result.Done done = assertInstanceOf(Result.Done.class, generate(Fields.NONE));

    Entry entry = logged();
    assertEquals(EntryState.SETTLED, entry.state());
    assertNotNull(entry.cost().amount());
    assertEquals(Map.of("size", "64x64"), entry.actual().asMap());
    assertEquals(7, entry.usage() == null ? 0 : entry.usage().whole("input_tokens").orElse(0));
    assertEquals("https://pictures.example/2", entry.images().get(2).providerUrl());
    assertNull(entry.revisedPrompt());
    assertTrue(done.troubles().toString().contains(QUOTED), "the user is told");
  }

  @Test
  void parametersThatCarryItStayOutAndTheOthersStayIn() {
    Fields asked =
        Fields.NONE
            .with("size", "64x64")
            .with("seed", 7)
            .with("user", "anna")
            .with("negative_prompt", "Corvid")
            .with("prompt_strength", 0.5)
            .with("mascot", "corvid")
            .with("caption", "the deal is done")
            .with("layers", List.of(Map.of("text", PROMPT, "x", 3), "umbra"))
            .with("subject", "heron")
            .with("messages", List.of(Map.of("role", "user", "content", "heron")))
            .with("tiling", true)
            .with(PROMPT, 1);
    workshop.answers(request -> {
      assertEquals(asked.with("quality", "best"), request.parameters(), "the provider gets all");
      assertEquals(PROMPT, request.prompt());
      return new Outcome.Failed(request.parameters(), null, new Failure.Broken("gone"));
    });

    generate(asked);

    Fields kept =
        Fields.NONE
            .with("size", "64x64")
            .with("quality", "best")
            .with("seed", 7)
            .with("user", "anna")
            .with("prompt_strength", 0.5)
            .with("tiling", true);
    assertEquals(kept, logged().requested());
    assertEquals(kept, logged().sent());
  }

  @Test
  void whatEaselRefusesNamesOnlyTheRules() {
    Result.Invalid invalid =
        assertInstanceOf(
            Result.Invalid.class, generate(Fields.NONE.with("quality", PROMPT), "k", true));

    assertTrue(invalid.message().contains("Corvid"), invalid.message());
    assertEquals("the request breaks rules for quality", logged().error());
  }

  @Test
  void aDefectIsThrownWithoutItsWords() {
    workshop.answers(request -> {
      throw new IllegalStateException(QUOTED, new IllegalArgumentException(PROMPT));
    });

    RuntimeException thrown = assertThrows(RuntimeException.class, () -> generate(Fields.NONE));

    String trace = thrown + " " + thrown.getCause();
    assertFalse(trace.contains("Corvid"), trace);
    assertTrue(trace.contains("IllegalArgumentException"), trace);
    assertTrue(thrown.getStackTrace()[0].getClassName().contains("WithheldPromptTest"));
    logged();
  }

  @Test
  void theWholeRequestIsComparedUnderAKey() {
    workshop.answers(
        new Outcome.Delivered(
            Fields.NONE,
            null,
            Fields.NONE,
            null,
            null,
            List.of(
                new GeneratedImage(Content.of(SamplePictures.twoColours("png", 8, 8)), null, null)),
            List.of()));
    generate(Fields.NONE, "k", true);

    Result.Done again = assertInstanceOf(Result.Done.class, generate(Fields.NONE, "k", true));
    assertTrue(again.replayed());
    Order other =
        new Order(Workshop.request(Workshop.MODEL, "another", Fields.NONE), null, "k", true, false);
    assertInstanceOf(
        Result.KeyReused.class, workshop.generateImages().generate(other, Watch.NOBODY));
    assertEquals(1, workshop.calls());
  }

  private static Fields sent() {
    return Fields.NONE.with("negative_prompt", "no Umbra").with("text", PROMPT).with("n", 1);
  }

  private Result generate(Fields parameters) {
    return generate(parameters, null, false);
  }

  private Result generate(Fields parameters, @Nullable String key, boolean check) {
    ImageRequest request = Workshop.request(Workshop.MODEL, PROMPT, parameters);
    return workshop
        .generateImages()
        .generate(new Order(request, null, key, check, false), Watch.NOBODY);
  }

  private Entry logged() {
    Entry entry = workshop.entries().getFirst();
    assertTrue(entry.promptWithheld());
    String all = CanonicalForm.of(entry).toLowerCase(Locale.ROOT);
    assertFalse(all.contains("umbra") || all.contains("corvid"), all);
    return entry;
  }
}
