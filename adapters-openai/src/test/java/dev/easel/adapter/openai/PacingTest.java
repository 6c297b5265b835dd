package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.Dialect;
import dev.easel.config.Pace;
import dev.easel.config.ProviderSettings;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Pacing;
import dev.easel.domain.image.Pacing.Place;
import dev.easel.domain.image.Pacing.Turn;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who goes through the gate, when, and in which order; the clock stands until a test moves it.
@Timeout(60)
final class PacingTest {

  private static final String PROVIDER = "p";

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);
  private final BlockingQueue<String> admitted = new LinkedBlockingQueue<>();

  private Pacing pacing(int concurrency, @Nullable Integer perMinute) {
    ProviderSettings settings =
        new ProviderSettings(
            PROVIDER,
            Dialect.OPENAI,
            URI.create("http://127.0.0.1:1/v1"),
            null,
            Duration.ofSeconds(5),
            Map.of(),
            new Pace(concurrency, perMinute));
    return new FairPacing(List.of(settings), nanos::get);
  }

  private void advance(Duration by) {
    nanos.addAndGet(by.toNanos());
  }

  /// One who waits on a thread of its own.
  private final class Waiter implements Watch {
    final Place place;
    final List<Progress> told = new ArrayList<>();
    final CompletableFuture<Turn> turn = new CompletableFuture<>();
    volatile boolean cancelled;

    Waiter(Pacing pacing, String name) {
      this(pacing, pacing.arrive(PROVIDER), name);
    }

    Waiter(Pacing pacing, Place place, String name) {
      this.place = place;
      Thread.ofVirtual()
          .start(() -> {
            Turn came = place.await(name, this);
            admitted.add(name);
            turn.complete(came);
          });
      awaitTrue(() -> names(pacing).contains(name) || turn.isDone());
    }

    Turn came() {
      return turn.orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public synchronized void saw(Progress progress) {
      told.add(progress);
    }

    synchronized List<Progress> told() {
      return List.copyOf(told);
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }

  private static List<String> names(Pacing pacing) {
    return pacing.gates().stream()
        .flatMap(gate -> gate.waiting().stream())
        .map(Pacing.Waiting::name)
        .toList();
  }

  private static void awaitTrue(BooleanSupplier wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!wanted.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "it does not come true");
      LockSupport.parkNanos(100_000);
    }
  }

  private void nobodyComes() throws InterruptedException {
    assertEquals(null, admitted.poll(200, TimeUnit.MILLISECONDS));
  }

  private String next() throws InterruptedException {
    return String.valueOf(admitted.poll(20, TimeUnit.SECONDS));
  }

  private static Place calling(Pacing pacing) {
    Place place = pacing.arrive(PROVIDER);
    assertTrue(place.free(Duration.ZERO));
    place.begin();
    return place;
  }

  @Test
  void soManyGoAtOnceAndTheOthersInTheOrderOfArrival() throws Exception {
    Pacing pacing = pacing(2, null);
    Place first = calling(pacing);
    Place second = calling(pacing);
    Waiter third = new Waiter(pacing, "third");
    Waiter fourth = new Waiter(pacing, "fourth");
    new Waiter(pacing, "fifth");
    nobodyComes();

    second.leave();
    assertEquals("third", next());
    nobodyComes();
    first.leave();
    third.place.leave();
    assertEquals(List.of("fifth", "fourth"), List.of(next(), next()).stream().sorted().toList());
    assertEquals(Turn.GO, fourth.came());
    assertEquals(2, pacing.gates().getFirst().running());
  }

  @Test
  void whoWaitsForAMomentIsFreeAsSoonAsSomebodyLeaves() {
    Pacing pacing = pacing(1, null);
    Place first = calling(pacing);
    Place second = pacing.arrive(PROVIDER);
    Thread.ofVirtual().start(first::leave);

    assertTrue(second.free(Duration.ofSeconds(20)));
  }

  @Test
  void nobodyWaitsForAMomentBeforeAGateThatStaysClosed() {
    Pacing pacing = pacing(1, null);
    pacing.close(PROVIDER, Duration.ofHours(2));

    assertFalse(pacing.arrive(PROVIDER).free(Duration.ofHours(1)));
  }

  @Test
  void aStopEndsTheWaitForAMoment() {
    Pacing pacing = pacing(1, null);
    calling(pacing);
    Place second = pacing.arrive(PROVIDER);
    Thread.ofVirtual().start(pacing::stop);

    assertFalse(second.free(Duration.ofHours(1)));
  }

  @Test
  void nobodyOvertakesWhoeverHasArrived() {
    Pacing pacing = pacing(1, null);
    Place first = calling(pacing);
    Place second = pacing.arrive(PROVIDER);

    first.leave();

    assertTrue(second.free(Duration.ZERO));
    assertFalse(pacing.arrive(PROVIDER).free(Duration.ZERO));
  }

  @Test
  void whoLeavesTheMiddleOfTheQueueMakesRoomForTheNext() throws Exception {
    Pacing pacing = pacing(1, null);
    Place first = calling(pacing);
    Waiter second = new Waiter(pacing, "second");
    Waiter third = new Waiter(pacing, "third");
    new Waiter(pacing, "fourth");

    third.cancelled = true;

    assertEquals(Turn.CANCELLED, third.came());
    third.place.leave();
    assertEquals("third", next());
    assertEquals(List.of("second", "fourth"), names(pacing));
    assertEquals(
        List.of(0, 1),
        pacing.gates().getFirst().waiting().stream().map(Pacing.Waiting::ahead).toList());
    first.leave();
    assertEquals("second", next());
    second.place.leave();
    assertEquals("fourth", next());
  }

  @Test
  void whoLeavesWithATurnGivesItOn() throws Exception {
    Pacing pacing = pacing(1, 1);
    Place first = pacing.arrive(PROVIDER);
    new Waiter(pacing, "second");

    first.leave();
    first.leave();

    assertEquals("second", next());
    assertEquals(1, pacing.gates().getFirst().running());
  }

  @Test
  void aClosedGateHoldsEverybodyBackAndOpensWithinTheLimits() throws Exception {
    Pacing pacing = pacing(2, null);
    Place first = calling(pacing);
    pacing.close(PROVIDER, Duration.ofSeconds(9));
    pacing.close(PROVIDER, Duration.ofSeconds(2));
    Waiter second = new Waiter(pacing, "second");
    new Waiter(pacing, "third");
    new Waiter(pacing, "fourth");
    first.leave();
    assertEquals(Duration.ofSeconds(9), pacing.gates().getFirst().waiting().getLast().opensIn());
    advance(Duration.ofSeconds(8));
    nobodyComes();

    advance(Duration.ofSeconds(1));

    assertEquals(List.of("second", "third"), List.of(next(), next()).stream().sorted().toList());
    nobodyComes();
    second.place.leave();
    assertEquals("fourth", next());
  }

  @Test
  void whoPausesKeepsItsPlaceAndLetsOthersPass() throws Exception {
    Pacing pacing = pacing(1, null);
    Place first = calling(pacing);
    Waiter second = new Waiter(pacing, "second");
    new Waiter(pacing, "third");

    first.again(Duration.ofSeconds(1));
    new Waiter(pacing, first, "first");
    assertEquals("second", next());
    assertEquals(List.of("first", "third"), names(pacing));
    advance(Duration.ofSeconds(1));
    nobodyComes();
    second.place.leave();
    assertEquals("first", next());
  }

  @Test
  void callsThatBeganWithinAMinuteAreCounted() throws Exception {
    Pacing pacing = pacing(8, 2);
    calling(pacing).leave();
    advance(Duration.ofSeconds(20));
    calling(pacing).leave();
    Waiter third = new Waiter(pacing, "third");
    new Waiter(pacing, "fourth");
    assertEquals(Duration.ofSeconds(40), pacing.gates().getFirst().opensIn());
    advance(Duration.ofSeconds(39));
    nobodyComes();

    advance(Duration.ofSeconds(1));

    assertEquals("third", next());
    third.place.begin();
    nobodyComes();
    advance(Duration.ofSeconds(20));
    assertEquals("fourth", next());
  }

  @Test
  void aTurnThatWasNotUsedDoesNotCount() {
    Pacing pacing = pacing(8, 1);
    pacing.arrive(PROVIDER).leave();
    assertTrue(pacing.arrive(PROVIDER).free(Duration.ZERO));
    assertFalse(pacing.arrive(PROVIDER).free(Duration.ZERO));
  }

  @Test
  void aWatcherIsToldItsPlaceWhenItChanges() throws Exception {
    Pacing pacing = pacing(1, null);
    Place first = calling(pacing);
    Waiter second = new Waiter(pacing, "second");
    Waiter third = new Waiter(pacing, "third");
    awaitTrue(() -> !third.told().isEmpty());
    pacing.close(PROVIDER, Duration.ofSeconds(3));
    awaitTrue(() -> third.told().size() == 2);
    second.cancelled = true;
    second.came();
    second.place.leave();
    awaitTrue(() -> third.told().size() == 3);
    first.leave();
    advance(Duration.ofSeconds(3));
    third.came();

    assertEquals(
        List.of(
            new Progress.Queued(1, Duration.ZERO),
            new Progress.Queued(1, Duration.ofSeconds(3)),
            new Progress.Queued(0, Duration.ofSeconds(3))),
        third.told());
  }

  @Test
  void stoppingEndsEveryWaitAndThoseToCome() {
    Pacing pacing = pacing(1, null);
    Place first = calling(pacing);
    Waiter second = new Waiter(pacing, "second");

    pacing.stop();

    assertEquals(Turn.STOPPING, second.came());
    first.again(Duration.ZERO);
    assertEquals(Turn.STOPPING, new Waiter(pacing, first, "first").came());
    assertEquals(Turn.STOPPING, new Waiter(pacing, "third").came());
  }

  @Test
  void eachProviderHasItsOwnGateAndOneThatIsNotConfiguredTheStandardPace() {
    Pacing pacing = pacing(1, null);
    calling(pacing);
    pacing.close(PROVIDER, Duration.ofSeconds(3));

    assertTrue(pacing.arrive("other").free(Duration.ZERO));
    assertEquals(
        List.of(Pace.STANDARD.concurrency(), 1),
        pacing.gates().stream().map(Pacing.Gate::concurrency).toList());
  }

  @Test
  void manyAtOnceNeverPassTheLimitAndAllComeThrough() throws Exception {
    Pacing pacing = pacing(4, null);
    AtomicLong running = new AtomicLong();
    AtomicLong most = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < 200; number++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                Place place = pacing.arrive(PROVIDER);
                place.await("one", Watch.NOBODY);
                place.begin();
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                LockSupport.parkNanos(100_000);
                running.decrementAndGet();
                place.leave();
              }));
    }
    for (Thread thread : threads) {
      assertTrue(thread.join(Duration.ofSeconds(30)));
    }
    assertEquals(4, Math.max(4, most.get()));
    assertEquals(0, pacing.gates().getFirst().running());
  }
}
