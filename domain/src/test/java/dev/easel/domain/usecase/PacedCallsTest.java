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
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Attempt;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.SamplePictures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Waiting for the first turn and for another, and what of it is on the entry.
final class PacedCallsTest {

  private static final String PROMPT = "a lighthouse";
  private static final Failure LIMIT =
      new Failure.Rejected(429, "rate_limit_exceeded", null, "slowly", null, null);

  private final Workshop workshop = new Workshop();

  @AfterEach
  void everyPlaceIsLeft() {
    assertEquals(0, workshop.pacing.inside());
  }

  @Test
  void whoWaitsIsReservedAsQueuedUntilItIsSent() {
    workshop.pacing.hold(Duration.ofSeconds(4));
    workshop.answers(request -> {
      assertFalse(workshop.entries().getFirst().waiting());
      return delivered();
    });
    List<Entry> waiting = new ArrayList<>();

    Entry settled = settled(generate(onQueued(_ -> waiting.add(workshop.entries().getFirst()))));

    assertEquals(Entry.QUEUED, waiting.getFirst().code());
    assertTrue(waiting.getFirst().waiting());
    assertNotNull(waiting.getFirst().atRisk());
    assertNull(settled.code());
    assertEquals(4_000L, settled.attempts().getFirst().queuedMillis());
    assertEquals(0L, settled.latencyMicros());
  }

  @Test
  void whoIsSentAtOnceNeverWaits() {
    workshop.answers(delivered());
    List<Progress> seen = new ArrayList<>();

    Entry settled = settled(generate(watching(seen::add)));

    assertEquals(
        List.of(new Progress.Recorded(settled.id().toString()), new Progress.Sending(1)), seen);
    Attempt only = settled.attempts().getFirst();
    assertEquals(new Attempt(settled.timestamp(), null, 200, null, null, null), only);
  }

  @Test
  void whileItPausesItsCodeSaysWhy() {
    workshop.answers(failed(LIMIT), delivered());
    List<@Nullable String> codes = new ArrayList<>();

    Entry settled =
        settled(generate(onQueued(_ -> codes.add(workshop.entries().getFirst().code()))));

    assertEquals(List.of("rate_limit_exceeded"), codes);
    assertNull(settled.code());
    assertEquals(500_000L, settled.latencyMicros());
  }

  @Test
  void aRefusalClosesTheGateForAllAndAnotherFailureDoesNot() {
    workshop.answers(failed(limit(Duration.ofSeconds(2))));
    generate(Watch.NOBODY);
    assertEquals(Collections.nCopies(3, Duration.ofSeconds(2)), workshop.pacing.closings());
    workshop.pacing.closings().clear();
    for (Failure failure :
        List.of(
            new Failure.Rejected(429, "insufficient_quota", null, "pay", null, null),
            new Failure.Rejected(401, null, null, "no", null, Duration.ofSeconds(2)),
            limit(Duration.ofSeconds(61)),
            new Failure.Unreachable(Failure.Hindrance.DNS, "no such host"))) {
      workshop.answers(failed(failure));
      generate(Watch.NOBODY);
    }
    assertEquals(List.of(), workshop.pacing.closings());
  }

  @ParameterizedTest
  @MethodSource("cancellations")
  void whoLeavesTheQueueIsReleased(Duration hold, List<Outcome> answers, int attempts) {
    workshop.pacing.hold(hold);
    workshop.answers(answers.toArray(Outcome[]::new));
    boolean[] cancelled = {false};
    Result.Released released =
        assertInstanceOf(
            Result.Released.class,
            generate(
                new Watch() {
                  @Override
                  public void saw(Progress progress) {
                    cancelled[0] |= progress instanceof Progress.Queued;
                  }

                  @Override
                  public boolean cancelled() {
                    return cancelled[0];
                  }
                }));
    assertReleased("cancelled", attempts, released.entry());
  }

  @ParameterizedTest
  @MethodSource("cancellations")
  void whenEaselStopsWhoWaitsIsReleased(Duration hold, List<Outcome> answers, int attempts) {
    workshop.pacing.hold(hold);
    workshop.answers(answers.toArray(Outcome[]::new));
    workshop.pacing.stop();
    Result.Released released = assertInstanceOf(Result.Released.class, generate(Watch.NOBODY));
    assertReleased("stopping", attempts, released.entry());
  }

  static Stream<Arguments> cancellations() {
    return Stream.of(
        Arguments.of(Duration.ofSeconds(4), List.of(delivered()), 0),
        Arguments.of(Duration.ZERO, List.of(failed(LIMIT), delivered()), 1));
  }

  private void assertReleased(String code, int attempts, Entry entry) {
    assertEquals(EntryState.RELEASED, entry.state());
    assertEquals(code, entry.code());
    assertEquals(attempts, entry.attempts().size());
    assertEquals(attempts, workshop.calls());
    assertEquals(entry, workshop.log.find(entry.id()).orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("cancellations")
  void whatCannotBeRecordedAsSentIsNotSent(Duration hold, List<Outcome> answers, int attempts) {
    workshop.pacing.hold(hold);
    workshop.answers(answers.toArray(Outcome[]::new));

    Result refused = generate(onQueued(_ -> workshop.log.breakOnce()));

    assertInstanceOf(Result.NotRecorded.class, refused);
    assertReleased("not_recorded", attempts, workshop.entries().getFirst());
  }

  @Test
  void whatCannotBeRecordedAsSentIsToldWithTheEndThatCouldNotBeWrittenEither() {
    workshop.pacing.hold(Duration.ofSeconds(1));

    Result.NotRecorded refused =
        assertInstanceOf(
            Result.NotRecorded.class, generate(onQueued(_ -> workshop.log.broken(true))));

    assertEquals(1, refused.troubles().size());
    workshop.log.broken(false);
    assertEquals(0, workshop.later());
    assertReleased("not_recorded", 0, workshop.entries().getFirst());
  }

  @Test
  void aRefusalThatCannotBeNotedEndsAsWhatItIs() {
    workshop.answers(request -> {
      workshop.log.breakOnce();
      return failed(LIMIT);
    });

    Result.Released released = assertInstanceOf(Result.Released.class, generate(Watch.NOBODY));

    assertEquals(LIMIT, released.failure());
    assertReleased("rate_limit_exceeded", 1, released.entry());
    assertNull(released.entry().attempts().getFirst().waitMillis());
  }

  @Test
  void somethingUnexpectedInTheQueueIsReleased() {
    workshop.pacing.hold(Duration.ofSeconds(4));
    assertThrows(
        IllegalStateException.class,
        () ->
            generate(
                onQueued(_ -> {
                  throw new IllegalStateException("a defect");
                })));
    assertEquals(EntryState.RELEASED, workshop.entries().getFirst().state());
  }

  @Test
  void thePromptIsInNoAttempt() {
    Failure quoting =
        new Failure.Rejected(
            429, "rate_limit_exceeded", null, "'a lighthouse' and a lighthouses: no", null, null);
    workshop.answers(failed(quoting), delivered());

    Entry settled = settled(generate(Watch.NOBODY));

    assertEquals("'…' and a lighthouses: no", settled.attempts().getFirst().message());
  }

  @Test
  void noJumpOfTheWallClockChangesAWait() {
    workshop.pacing.hold(Duration.ofSeconds(4));
    workshop.answers(failed(limit(Duration.ofSeconds(12))), delivered());

    Entry settled =
        settled(
            generate(onQueued(_ -> workshop.time.jumpTo(workshop.time.now().minusSeconds(7_200)))));

    assertEquals(4_000L, settled.attempts().getFirst().queuedMillis());
    assertEquals(12_000L, settled.attempts().getFirst().waitMillis());
    assertNull(settled.attempts().getLast().queuedMillis());
    assertEquals(12_000_000L, settled.latencyMicros());
  }

  /// Every failure at every attempt: only what is passing is tried again, nothing that may have
  /// been charged ever is, and each call is on the entry.
  @ParameterizedTest
  @MethodSource("failures")
  void ambiguityIsNeverRetried(Failure failure) {
    for (int before = 0; before < CallProvider.MOST_ATTEMPTS; before++) {
      Workshop fresh = new Workshop();
      List<Outcome> answers = new ArrayList<>(Collections.nCopies(before, failed(LIMIT)));
      answers.add(failed(failure));
      answers.add(delivered());
      fresh.answers(answers.toArray(Outcome[]::new));

      fresh
          .generateImages()
          .generate(Order.of(Workshop.request(Workshop.MODEL, PROMPT, Fields.NONE)), Watch.NOBODY);

      Entry entry = fresh.entries().getFirst();
      boolean last = before + 1 == CallProvider.MOST_ATTEMPTS;
      boolean again = !failure.mayHaveCharged() && failure.passing() && !last;
      assertEquals(before + 1 + (again ? 1 : 0), fresh.calls());
      assertEquals(again ? EntryState.SETTLED : ended(failure), entry.state());
      int unsent = failure instanceof Failure.NotSent ? 1 : 0;
      assertEquals(fresh.calls() - unsent, entry.attempts().size());
      assertEquals(
          codes(before, failure, again), entry.attempts().stream().map(Attempt::code).toList());
      assertTrue(unsent > 0 || entry.attempts().getLast().waitMillis() == null);
    }
  }

  @Test
  void thePropertyHoldsForEveryKindOfFailure() {
    assertEquals(
        Set.of(Failure.class.getPermittedSubclasses()),
        failures().map(Object::getClass).collect(Collectors.toSet()));
  }

  private static EntryState ended(Failure failure) {
    return failure.mayHaveCharged() ? EntryState.UNKNOWN : EntryState.RELEASED;
  }

  private static List<@Nullable String> codes(int before, Failure failure, boolean again) {
    List<@Nullable String> codes = new ArrayList<>(Collections.nCopies(before, LIMIT.code()));
    if (!(failure instanceof Failure.NotSent)) {
      codes.add(failure.code());
    }
    if (again) {
      codes.add(null);
    }
    return codes;
  }

  static Stream<Failure> failures() {
    return Stream.of(
            Arrays.stream(Failure.Hindrance.values())
                .map(hindrance -> new Failure.Unreachable(hindrance, "no")),
            Stream.of(
                new Failure.NotSent("cancelled", "no"),
                new Failure.TimedOut(Duration.ofSeconds(5)),
                new Failure.Broken("cut"),
                new Failure.Unreadable("no picture"),
                new Failure.Oversize(1_000),
                new Failure.Stopped("gone")),
            IntStream.of(302, 400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504)
                .boxed()
                .flatMap(PacedCallsTest::rejections))
        .flatMap(each -> each);
  }

  private static Stream<Failure> rejections(int status) {
    Stream<@Nullable String> codes =
        Stream.of(
            null,
            "rate_limit_exceeded",
            "insufficient_quota",
            "slow_down",
            "server_is_overloaded",
            "moderation_blocked");
    return codes.flatMap(code ->
        Stream.of(
            new Failure.Rejected(status, code, null, "no", null, null),
            new Failure.Rejected(status, code, null, "no", "output", Duration.ofSeconds(1))));
  }

  private Result generate(Watch watch) {
    Order order = Order.of(Workshop.request(Workshop.MODEL, PROMPT, Fields.NONE));
    return workshop.generateImages().generate(order, watch);
  }

  private static Entry settled(Result result) {
    Entry entry = assertInstanceOf(Result.Done.class, result).entry();
    assertEquals(EntryState.SETTLED, entry.state());
    return entry;
  }

  private static Failure limit(Duration wait) {
    return new Failure.Rejected(429, "rate_limit_exceeded", null, "slowly", null, wait);
  }

  private static Outcome failed(Failure failure) {
    return new Outcome.Failed(Fields.NONE, null, failure);
  }

  private static Outcome delivered() {
    byte[] picture = SamplePictures.twoColours("png", 8, 8);
    return new Outcome.Delivered(
        Fields.NONE,
        "req_1",
        Fields.NONE,
        null,
        null,
        List.of(new GeneratedImage(Content.of(picture), null, null)),
        List.of());
  }

  private static Watch onQueued(Consumer<Progress.Queued> action) {
    return watching(progress -> {
      if (progress instanceof Progress.Queued queued) {
        action.accept(queued);
      }
    });
  }

  private static Watch watching(Consumer<Progress> action) {
    return new Watch() {
      @Override
      public void saw(Progress progress) {
        action.accept(progress);
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
