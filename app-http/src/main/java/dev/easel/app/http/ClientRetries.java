package dev.easel.app.http;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.usecase.Order;
import dev.easel.domain.usecase.RequestHash;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Knows the requests that OpenAI's clients repeat by themselves. After a timeout or a broken
/// connection they send the same request again and pay again; they send no idempotency key, but
/// they count their tries in a header. So each first try gets a key here, and the tries that follow
/// it get the same.
///
/// Of several requests that are the same in everything, a further try belongs to one that is under
/// way, else to the one that ended last. Safe for use by several threads.
final class ClientRetries {

  private static final String COUNT = "x-stainless-retry-count";
  private static final long MEMORY = Duration.ofHours(1).toNanos();
  private static final int MOST = 10_000;
  private static final long START = System.nanoTime();

  /// A request and its tries.
  private static final class Attempt {
    private final String hash;
    private final long begun = System.nanoTime();
    private int tries;
    private @Nullable Long ended;

    Attempt(String hash, int tries) {
      this.hash = hash;
      this.tries = tries;
    }

    /// The higher, the likelier its client has not got an answer.
    private long freshness() {
      return ended == null ? Long.MAX_VALUE : ended - START;
    }
  }

  private final Map<String, Attempt> attempts = new LinkedHashMap<>();

  /// The order with a key by which its further tries are known; as it is when it has a key, or when
  /// its client does not count.
  Order keyed(Request request, Order order) {
    String count = request.header(COUNT).filter(text -> text.matches("\\d{1,4}")).orElse("");
    if (order.key() != null || count.isEmpty()) {
      return order;
    }
    String hash = order.caller() + ":" + RequestHash.of(order, order.request());
    return order.keyed(key(hash, Integer.parseInt(count)));
  }

  private synchronized String key(String hash, int tries) {
    forget();
    Optional<Map.Entry<String, Attempt>> before = before(hash, tries);
    if (before.isPresent()) {
      before.get().getValue().tries = tries;
      return before.get().getKey();
    }
    String key = "try:" + UUID.randomUUID();
    attempts.put(key, new Attempt(hash, tries));
    return key;
  }

  private void forget() {
    long now = System.nanoTime();
    attempts.values().removeIf(attempt -> now - attempt.begun > MEMORY);
    while (attempts.size() >= MOST) {
      attempts.remove(attempts.keySet().iterator().next());
    }
  }

  private Optional<Map.Entry<String, Attempt>> before(String hash, int tries) {
    return attempts.entrySet().stream()
        .filter(known -> known.getValue().hash.equals(hash) && known.getValue().tries < tries)
        .max(Comparator.comparingLong(known -> known.getValue().freshness()));
  }

  /// The work of an order has ended.
  synchronized void ended(Order order) {
    Attempt attempt = attempts.get(order.key());
    if (attempt != null) {
      attempt.ended = System.nanoTime();
    }
  }
}
