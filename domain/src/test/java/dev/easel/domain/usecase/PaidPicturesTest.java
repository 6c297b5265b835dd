package dev.easel.domain.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Content.ContentUnavailable;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.GeneratedImage;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.SamplePictures;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What has been paid for reaches the user and the books, whatever fails once the provider has
/// answered; and what could not be kept or recorded is not paid for.
final class PaidPicturesTest {

  private static final Money CENT = Money.ofUsd("0.01");
  private static final String UNFINISHED =
      "the entry could not be finished yet (the disk of the log is full); Easel tries again while"
          + " it runs, and should it end before, the entry is unknown and has to be settled by"
          + " hand";

  private final Workshop workshop = new Workshop();

  @Test
  void whatTheStoreHasNoRoomForIsNotSent() {
    workshop.pictures.full(true);
    workshop.answers(delivered());

    Result.NotRecorded refused = assertInstanceOf(Result.NotRecorded.class, generate());

    assertEquals(LogUnavailable.Reason.FULL, refused.reason());
    assertTrue(refused.message().contains("no room"), refused.message());
    assertEquals(0, workshop.calls());
    assertEquals(List.of(), workshop.entries());
    workshop.pictures.full(false);
    assertInstanceOf(Result.Done.class, generate());
  }

  @Test
  void whatWasPaidForIsAnsweredAgainWithoutRoomForMore() {
    workshop.answers(delivered());
    Entry entry = assertInstanceOf(Result.Done.class, generate(repeatable("sea"))).entry();
    workshop.pictures.full(true);

    assertEquals(
        new Result.Done(entry, List.of(), List.of(), true, null), generate(repeatable("sea")));
    assertEquals(new Result.KeyReused(entry), generate(repeatable("another sea")));
    assertEquals(1, workshop.calls());
    assertEquals(List.of(entry), workshop.entries());
  }

  private static Order repeatable(String prompt) {
    ImageRequest request = Workshop.request(Workshop.MODEL, prompt, Fields.NONE);
    return new Order(request, null, "key", true, true);
  }

  @Test
  void aPictureReachesTheUserWhenTheDiskFillsMeanwhile() {
    meanwhile(() -> workshop.pictures.full(true));

    Result.Done done = done();

    assertTrue(done.troubles().getFirst().contains("could not be stored"), done.toString());
    assertEquals(1, done.troubles().size());
    assertEquals(EntryState.SETTLED, done.entry().state());
    assertEquals("incomplete", done.entry().code());
    assertEquals(CENT, done.entry().cost().amount());
  }

  @Test
  void howAnEntryEndsIsKeptWithItsLastPictureUntilTheLogHasIt() {
    List<Entry> kept = new ArrayList<>();
    workshop.log.beforeWriting(() -> kept.addAll(workshop.pictures.endings()));
    workshop.answers(delivered());

    Result.Done done = done();

    assertEquals(List.of(done.entry()), kept.stream().map(Entry::sealed).toList());
    assertEquals(List.of(), workshop.pictures.endings());
  }

  @Test
  void anEndThatTheLogCannotTakeYetIsKeptUntilItDoes() {
    meanwhile(() -> workshop.log.broken(true));

    Result.Done done = done();

    assertEquals(
        List.of(
            "the entry could not be finished yet (the disk of the log is full); Easel tries again"
                + " while it runs, and when it is started again"),
        done.troubles());
    assertEquals(1, workshop.later());
    assertEquals(List.of(done.entry()), workshop.pictures.endings());
    workshop.log.broken(false);
    assertEquals(0, workshop.later());
    assertEquals(List.of(), workshop.pictures.endings());
  }

  static Stream<Throwable> troubles() {
    return Stream.of(
        new ContentUnavailable("the picture cannot be read", new IOException("gone")),
        new IllegalArgumentException("nobody expects this"),
        new OutOfMemoryError("heap"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void aPictureReachesTheUserWhateverTheStoreDoes(Throwable trouble) {
    workshop.pictures.beforeKeeping(() -> thrown(trouble));
    workshop.answers(delivered());

    Result.Done done = done();

    assertEquals(
        List.of("a picture could not be stored: " + trouble.getMessage()), done.troubles());
    assertEquals(CENT, logged(done).cost().amount());
  }

  private static void thrown(Throwable trouble) {
    switch (trouble) {
      case RuntimeException unexpected -> throw unexpected;
      case Error error -> throw error;
      default -> throw new AssertionError(trouble);
    }
  }

  @Test
  void anEntryThatCannotBeFinishedYetIsFinishedAsSoonAsItCan() {
    meanwhile(() -> workshop.log.broken(true));

    Result.Done done = done();

    assertTrue(done.troubles().getFirst().contains("could not be finished yet"), done.toString());
    assertEquals(EntryState.RESERVED, logged(done).state());
    assertEquals(1, workshop.later(), "the disk is still full");
    workshop.log.broken(false);
    assertEquals(0, workshop.later());
    Entry settled = logged(done);
    assertEquals(EntryState.SETTLED, settled.state());
    assertEquals(CENT, settled.cost().amount());
    assertEquals(done.entry().images(), settled.images());
    assertNull(settled.atRisk());
  }

  @Test
  void aFailureThatCannotBeFinishedYetIsFinishedAsSoonAsItCan() {
    workshop.answers(request -> {
      workshop.log.broken(true);
      return new Outcome.Failed(Fields.NONE, null, new Failure.Broken("it broke"));
    });

    Result.Uncertain uncertain = assertInstanceOf(Result.Uncertain.class, generate());

    workshop.log.broken(false);
    assertEquals(0, workshop.later());
    Entry unknown = workshop.log.find(uncertain.entry().id()).orElseThrow();
    assertEquals("connection_broken", unknown.code());
    assertEquals(CENT, unknown.atRisk());
  }

  static Stream<Failure> failures() {
    return Stream.of(
        new Failure.Broken("it broke"),
        new Failure.NotSent("connection_refused", "nobody listens"));
  }

  /// The writes are: reserve, attempt and send for each further call, finish.
  @ParameterizedTest
  @MethodSource("failures")
  void aFailureIsToldWithTheEndThatCouldNotBeWritten(Failure failure) {
    workshop.answers(new Outcome.Failed(Fields.NONE, null, failure));
    int writes = failure.passing() ? 2 * CallProvider.MOST_ATTEMPTS : 2;
    workshop.log.breakAt(writes);

    Result result = generate();

    assertEquals(List.of(UNFINISHED), troubles(result));
    assertEquals(EntryState.RESERVED, workshop.entries().getFirst().state());
    assertEquals(0, workshop.later());
    assertEquals(failure.code(), workshop.entries().getFirst().code());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureWhoseEndWasWrittenIsToldAlone(Failure failure) {
    workshop.answers(new Outcome.Failed(Fields.NONE, null, failure));

    assertEquals(List.of(), troubles(generate()));
  }

  @Test
  void whatCannotBeSentIsToldWithTheEndThatCouldNotBeWrittenEither() {
    workshop.answers(request -> {
      workshop.log.broken(true);
      return new Outcome.Failed(
          Fields.NONE, null, new Failure.NotSent("connection_refused", "nobody listens"));
    });
    // an attempt is refused, and then the end
    assertEquals(List.of(UNFINISHED), troubles(generate()));
  }

  private static List<String> troubles(Result result) {
    return switch (result) {
      case Result.Released released -> released.troubles();
      case Result.Uncertain uncertain -> uncertain.troubles();
      case Result.NotRecorded refused -> refused.troubles();
      case Result.Done _,
          Result.Pictureless _,
          Result.Invalid _,
          Result.OverBudget _,
          Result.KeyReused _ ->
          throw new AssertionError(result);
    };
  }

  static Stream<Fields> nonsense() {
    return Stream.of(
        Fields.NONE.with("input_tokens", -5).with("output_tokens", -1_372),
        Fields.NONE.with("input_tokens", "ten").with("output_tokens", List.of(1)),
        Fields.NONE.with("output_tokens", new BigDecimal("1e20")));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void aPictureWhoseUsageIsNonsenseCountsWithItsEstimate(Fields usage) {
    workshop.budget(new Budget(Money.ofUsd("0.02"), null, true));
    workshop.answers(delivered(usage));

    assertEquals(CENT, done().entry().atRisk());
    Entry second = assertInstanceOf(Result.Done.class, generate()).entry();
    assertInstanceOf(Result.OverBudget.class, generate());

    new SettleEntry(workshop.log).notCharged(second);
    assertInstanceOf(Result.Done.class, generate());
    assertEquals(3, workshop.calls());
  }

  @Test
  void aPictureReachesTheUserWhenItsEntryIsGone() {
    meanwhile(() -> workshop.log.emptied(true));

    Result.Done done = done();

    assertTrue(done.troubles().getFirst().contains("could not be finished: there is no entry"));
    assertEquals(0, workshop.later(), "there is nothing that could be tried again");
  }

  @Test
  void whatTheUserSettledMeanwhileStays() {
    meanwhile(() -> workshop.log.broken(true));
    Result.Done done = done();
    workshop.log.broken(false);
    workshop.log.finish(done.entry().id(), unknown(done.entry()));
    workshop.log.settle(done.entry().id(), Money.ofUsd("0.02"));

    assertEquals(0, workshop.later());

    assertEquals(Money.ofUsd("0.02"), logged(done).cost().amount());
  }

  private static Ending unknown(Entry entry) {
    return Ending.unknown(entry.atRisk(), "process_died", "it died");
  }

  private void meanwhile(Runnable trouble) {
    workshop.answers(request -> {
      trouble.run();
      return delivered();
    });
  }

  private Result generate() {
    return generate(Order.of(Workshop.request(Workshop.MODEL, "a lighthouse", Fields.NONE)));
  }

  private Result generate(Order order) {
    return workshop.generateImages().generate(order, Watch.NOBODY);
  }

  private Result.Done done() {
    Result.Done done = assertInstanceOf(Result.Done.class, generate());
    assertEquals(picture().length, done.images().getFirst().content().length());
    assertEquals(1, workshop.calls());
    return done;
  }

  private Entry logged(Result.Done done) {
    return workshop.log.find(done.entry().id()).orElseThrow();
  }

  private static byte[] picture() {
    return SamplePictures.twoColours("png", 8, 8);
  }

  private static Outcome delivered() {
    return delivered(null);
  }

  private static Outcome delivered(@Nullable Fields usage) {
    return new Outcome.Delivered(
        Fields.NONE,
        "req_1",
        Fields.NONE,
        usage,
        null,
        List.of(new GeneratedImage(Content.of(picture()), null, null)),
        List.of());
  }
}
