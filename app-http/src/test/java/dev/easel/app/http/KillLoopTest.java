package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.config.LogBackend;
import dev.easel.config.Settings;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.EntryState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Servers that are killed at any instant, while others on the same log live on: no charge is lost,
/// none is on two entries, and nothing that a client was told is untrue.
final class KillLoopTest {

  /// How many servers are killed for each store; `mvn -Pfaults` kills more.
  private static final int KILLS = Integer.getInteger("easel.kills", 25);

  private static final int SERVERS = 3;
  private static final int LONGEST_LIFE_MILLIS = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LONGEST_CALL_MILLIS = 60;

  @TempDir private Path directory;
  private final AtomicInteger killed = new AtomicInteger();

  @ParameterizedTest
  @EnumSource(LogBackend.class)
  void noChargeIsLostDoubledOrUnseen(LogBackend backend) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("EASEL_LOG_BACKEND", backend.name().toLowerCase(Locale.ROOT));
    SplittableRandom seed = new SplittableRandom(Long.getLong("easel.seed", 20_261_123));
    try (CountingUpstream upstream = CountingUpstream.start();
        KillTraffic traffic = new KillTraffic(seed.split())) {
      upstream.beforeAnswering(prompt -> work());
      environment.putAll(upstream.environment());
      List<ServerJvm> left = kill(environment, traffic, seed);
      traffic.end();
      left.forEach(ServerJvm::kill);
      assertEquals(List.of(), List.copyOf(traffic.unexpected()));
      check(backend, upstream, traffic);
    }
  }

  private static void work() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_CALL_MILLIS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private List<ServerJvm> kill(
      Map<String, String> environment, KillTraffic traffic, SplittableRandom seed)
      throws Exception {
    List<ServerJvm> left = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ServerJvm>> places = new ArrayList<>();
      for (int place = 0; place < SERVERS; place++) {
        SplittableRandom random = seed.split();
        places.add(threads.submit(() -> killOn(environment, traffic, random)));
      }
      for (Future<ServerJvm> place : places) {
        left.add(place.get());
      }
    }
    return left;
  }

  /// One server after the other, each killed but the last.
  private ServerJvm killOn(
      Map<String, String> environment, KillTraffic traffic, SplittableRandom random)
      throws Exception {
    while (true) {
      ServerJvm server = ServerJvm.start(directory, environment, "--port=0");
      URI address = server.address();
      traffic.serve(address);
      if (killed.getAndIncrement() >= KILLS) {
        return server;
      }
      if (random.nextInt(4) > 0) { // the others die before or at their first picture
        DiskLogContract.within(PATIENCE, () -> traffic.hasAnswered(address));
      }
      Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
      server.kill();
      traffic.gone(address);
    }
  }

  private void check(LogBackend backend, CountingUpstream upstream, KillTraffic traffic)
      throws InterruptedException {
    Settings settings =
        TestServer.settings(
            directory, Map.of("log.backend", backend.name().toLowerCase(Locale.ROOT)));
    PaidBooks books = PaidBooks.open(settings);
    books.assertBalance(upstream.charged());
    traffic.delivered().forEach(books::assertDelivered);
    System.out.printf(
        "%s: %d kills, %d charges, %d answered, %d settled, %d unknown%n",
        backend,
        KILLS,
        upstream.charged().size(),
        traffic.delivered().size(),
        books.count(EntryState.SETTLED),
        books.count(EntryState.UNKNOWN));
    assertTrue(traffic.delivered().size() > KILLS / 2, "there was hardly any traffic");
    assertTrue(books.count(EntryState.UNKNOWN) > 0, "nobody was killed at work");
  }
}
