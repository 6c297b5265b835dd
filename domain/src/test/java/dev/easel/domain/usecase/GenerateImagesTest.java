package dev.easel.domain.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.GeneratedImage;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.MissingImage;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.SamplePictures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class GenerateImagesTest {

  private static final Money CENT = Money.ofUsd("0.01");

  private final Workshop workshop = new Workshop();

  @Test
  void aPictureIsStoredPricedAndSettled() {
    workshop.answers(delivered(picture()));
    Result.Done done = assertInstanceOf(Result.Done.class, generate(order("a lighthouse")));
    Entry entry = done.entry();
    assertEquals(EntryState.SETTLED, entry.state());
    assertEquals(CENT, entry.cost().amount());
    assertEquals(CostBasis.TABLE, entry.cost().basis());
    assertNull(entry.atRisk());
    assertNotNull(entry.hash());
    assertEquals("64x64", entry.requested().text("size").orElseThrow());
    assertTrue(
        workshop.pictures.find(String.valueOf(entry.images().getFirst().sha256())).isPresent());
    assertEquals(entry, workshop.log.find(entry.id()).orElseThrow());
    assertEquals(List.of(), done.troubles());
  }

  @Test
  void whoeverSpendsIsWarnedBeforeTheRequestLeaves() {
    workshop.budget(new Budget(CENT, Money.ofUsd("5"), false));
    workshop.answers(delivered(picture()));
    List<Progress> seen = new ArrayList<>();

    workshop.generateImages().generate(order("a lighthouse"), watching(seen));

    assertInstanceOf(Progress.Recorded.class, seen.getFirst());
    assertEquals(
        new Progress.Warned("the daily budget is reached: $0.01 of $0.01 is committed"),
        seen.get(1));
    assertInstanceOf(Progress.Sending.class, seen.get(2));
  }

  @Test
  void theEntryIsReservedBeforeTheRequestLeaves() {
    workshop.answers(request -> {
      Entry running = workshop.entries().getFirst();
      assertEquals(EntryState.RESERVED, running.state());
      assertEquals(CENT, running.atRisk());
      return delivered(picture());
    });
    generate(order("a lighthouse"));
    assertEquals(1, workshop.calls());
  }

  @Test
  void whatBreaksARuleIsNotSentAndLeavesAReleasedEntry() {
    Result.Invalid invalid = assertInstanceOf(Result.Invalid.class, generate(order(" ")));
    assertEquals("prompt", invalid.violations().getFirst().parameter());
    assertEquals("invalid_request", assertReleased(invalid.entry()).code());
    assertEquals(0, workshop.calls());
  }

  @Test
  void anUnknownModelIsNotSentUnlessTheCheckIsLeftOut() {
    ImageRequest request = Workshop.request("no-such-model", "a lighthouse", Fields.NONE);
    assertInstanceOf(Result.Invalid.class, generate(Order.of(request)));
    workshop.answers(delivered(picture()));
    Result.Done done =
        assertInstanceOf(Result.Done.class, generate(new Order(request, null, null, false, true)));
    assertEquals(CostBasis.UNKNOWN, done.entry().cost().basis());
    assertNull(done.entry().cost().amount());
  }

  @Test
  void aRefusalIsReleasedAndNotTriedAgain() {
    workshop.answers(failed(new Failure.Rejected(401, "invalid_api_key", null, "no", null, null)));
    Result.Released released =
        assertInstanceOf(Result.Released.class, generate(order("a lighthouse")));
    assertEquals("invalid_api_key", assertReleased(released.entry()).code());
    assertEquals(1, workshop.calls());
  }

  @Test
  void whatMayHaveBeenChargedIsUnknownAtRiskAndNotTriedAgain() {
    workshop.answers(failed(new Failure.TimedOut(Duration.ofSeconds(5))));
    Result.Uncertain uncertain =
        assertInstanceOf(Result.Uncertain.class, generate(order("a lighthouse")));
    Entry entry = uncertain.entry();
    assertEquals(EntryState.UNKNOWN, entry.state());
    assertEquals(CENT, entry.atRisk());
    assertNull(entry.cost().amount());
    assertEquals(1, workshop.calls());
  }

  @Test
  void aRateLimitIsWaitedForAsLongAsAskedAndEveryAttemptIsOnTheEntry() {
    workshop.answers(
        failed(rateLimit(Duration.ofSeconds(12))), failed(rateLimit(null)), delivered(picture()));
    List<Progress> seen = new ArrayList<>();
    Result.Done done =
        assertInstanceOf(
            Result.Done.class,
            workshop.generateImages().generate(order("a lighthouse"), watching(seen)));
    assertEquals(3, done.entry().attempts().size());
    assertEquals(12_000L, done.entry().attempts().getFirst().waitMillis());
    assertEquals(429, done.entry().attempts().getFirst().status());
    assertEquals(13_000_000L, done.entry().latencyMicros());
    assertTrue(seen.contains(new Progress.Pausing("rate_limit_exceeded", Duration.ofSeconds(12))));
  }

  @Test
  void afterThreeAttemptsItIsReleased() {
    workshop.answers(failed(rateLimit(null)));
    assertInstanceOf(Result.Released.class, generate(order("a lighthouse")));
    assertEquals(CallProvider.MOST_ATTEMPTS, workshop.calls());
  }

  @Test
  void aProviderThatAsksForTooMuchPatienceIsNotWaitedFor() {
    workshop.answers(failed(rateLimit(Duration.ofMinutes(5))));
    assertInstanceOf(Result.Released.class, generate(order("a lighthouse")));
    assertEquals(1, workshop.calls());
  }

  @Test
  void bytesThatAreNoPictureMayHaveBeenCharged() {
    byte[] html = "<html>sorry</html>".getBytes(StandardCharsets.UTF_8);
    workshop.answers(delivered(html));
    Result.Uncertain uncertain =
        assertInstanceOf(Result.Uncertain.class, generate(order("a lighthouse")));
    assertEquals("unreadable_answer", uncertain.entry().code());
  }

  @Test
  void aPictureThatCannotBeHadMayHaveBeenChargedAndItsPlaceIsKept() {
    workshop.answers(
        new Outcome.Delivered(
            Fields.NONE,
            null,
            Fields.NONE,
            null,
            null,
            List.of(),
            List.of(new MissingImage("https://pictures.example/1", "it was refused"))));
    Result.Uncertain uncertain =
        assertInstanceOf(Result.Uncertain.class, generate(order("a lighthouse")));
    assertEquals("https://pictures.example/1", uncertain.entry().images().getFirst().providerUrl());
  }

  @Test
  void whatCannotBeRecordedIsNotSent() {
    workshop.log.broken(true);
    Result.NotRecorded refused =
        assertInstanceOf(Result.NotRecorded.class, generate(order("a lighthouse")));
    assertEquals(LogUnavailable.Reason.FULL, refused.reason());
    assertEquals(0, workshop.calls());
  }

  @Test
  void aBudgetStandsAgainstWhatWouldPassIt() {
    workshop.budget(new Budget(Money.ofUsd("0.02"), null, false));
    workshop.answers(delivered(picture()));
    generate(order("one"));
    generate(order("two"));
    Result.OverBudget over = assertInstanceOf(Result.OverBudget.class, generate(order("three")));
    assertEquals("over_budget", assertReleased(over.entry()).code());
    assertEquals(2, workshop.calls());
  }

  @Test
  void theSameKeyIsNeverPaidTwice() {
    workshop.answers(delivered(picture()));
    Result.Done first = assertInstanceOf(Result.Done.class, generate(keyed("a lighthouse", "k")));
    Result.Done again = assertInstanceOf(Result.Done.class, generate(keyed("a lighthouse", "k")));
    assertTrue(again.replayed());
    assertFalse(first.replayed());
    assertEquals(first.entry().id(), again.entry().id());
    assertInstanceOf(Result.KeyReused.class, generate(keyed("a windmill", "k")));
    assertEquals(1, workshop.calls());
  }

  @Test
  void aKeyWhoseRequestWasSettledWithoutAPictureBringsNone() {
    workshop.answers(new Outcome.Failed(Fields.NONE, null, new Failure.Broken("it broke")));
    Result.Uncertain first =
        assertInstanceOf(Result.Uncertain.class, generate(keyed("a lighthouse", "k")));
    Entry settled = workshop.log.settle(first.entry().id(), CENT).orElseThrow();

    assertEquals(new Result.Pictureless(settled), generate(keyed("a lighthouse", "k")));
    assertEquals(1, workshop.calls());
  }

  @Test
  void aReplaySaysWhatCouldNotBeKept() {
    workshop.answers(request -> {
      workshop.pictures.full(true);
      return delivered(picture());
    });
    generate(keyed("a lighthouse", "k"));

    Result.Done again = assertInstanceOf(Result.Done.class, generate(keyed("a lighthouse", "k")));

    assertEquals(
        List.of("1 of 1 pictures could not be kept when they came, and cannot be given again"),
        again.troubles());
  }

  @Test
  void fewerPicturesThanAskedForAreToldAndLogged() {
    workshop.answers(delivered(picture()));
    Fields two = Fields.NONE.with("n", 2);

    Result.Done done =
        assertInstanceOf(
            Result.Done.class,
            generate(Order.of(Workshop.request(Workshop.MODEL, "a lighthouse", two))));

    assertEquals(List.of("2 pictures were asked for, and 1 came"), done.troubles());
    assertEquals("2 pictures were asked for, and 1 came", done.entry().error());
    assertEquals("incomplete", done.entry().code());
    assertEquals(CENT, done.entry().cost().amount());
  }

  @Test
  void theSameKeyWhileItRunsIsJoined() throws Exception {
    CompletableFuture<Result> joined = new CompletableFuture<>();
    workshop.answers(request -> {
      Watch watch = watchingFirst(joining());
      Thread.ofVirtual().start(() -> joined.complete(join(watch)));
      joining().orTimeout(10, TimeUnit.SECONDS).join();
      return delivered(picture());
    });
    Result.Done first = assertInstanceOf(Result.Done.class, generate(keyed("a lighthouse", "k")));
    Result.Done second = assertInstanceOf(Result.Done.class, joined.get(10, TimeUnit.SECONDS));
    assertEquals(first.entry().id(), second.entry().id());
    assertEquals(1, workshop.calls());
  }

  private final CompletableFuture<Progress> joins = new CompletableFuture<>();

  private CompletableFuture<Progress> joining() {
    return joins;
  }

  private Result join(Watch watch) {
    return workshop.generateImages().generate(keyed("a lighthouse", "k"), watch);
  }

  @Test
  void somethingUnexpectedAfterSendingIsBookedAsUnknown() {
    workshop.answers(request -> {
      throw new IllegalStateException("a defect");
    });
    assertThrows(IllegalStateException.class, () -> generate(order("a lighthouse")));
    assertEquals(EntryState.UNKNOWN, workshop.entries().getFirst().state());
  }

  private Result generate(Order order) {
    return workshop.generateImages().generate(order, Watch.NOBODY);
  }

  private static Order order(String prompt) {
    return Order.of(Workshop.request(Workshop.MODEL, prompt, Fields.NONE));
  }

  private static Order keyed(String prompt, String key) {
    return new Order(Workshop.request(Workshop.MODEL, prompt, Fields.NONE), null, key, true, true);
  }

  private static byte[] picture() {
    return SamplePictures.twoColours("png", 8, 8);
  }

  private static Outcome delivered(byte[] bytes) {
    return new Outcome.Delivered(
        Fields.NONE.with("model", Workshop.MODEL),
        "req_1",
        Fields.NONE,
        null,
        null,
        List.of(new GeneratedImage(Content.of(bytes), null, null)),
        List.of());
  }

  private static Outcome failed(Failure failure) {
    return new Outcome.Failed(Fields.NONE, null, failure);
  }

  private static Failure rateLimit(@Nullable Duration wait) {
    return new Failure.Rejected(429, "rate_limit_exceeded", null, "slowly", null, wait);
  }

  private static Entry assertReleased(@Nullable Entry entry) {
    assertNotNull(entry);
    assertEquals(EntryState.RELEASED, entry.state());
    assertEquals(Money.ZERO, entry.cost().amount());
    return entry;
  }

  private static Watch watching(List<Progress> seen) {
    return new Watch() {
      @Override
      public void saw(Progress progress) {
        seen.add(progress);
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }

  private static Watch watchingFirst(CompletableFuture<Progress> first) {
    return new Watch() {
      @Override
      public void saw(Progress progress) {
        first.complete(progress);
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
