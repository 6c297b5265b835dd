package dev.easel.adapter.persistence;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Lets the writer look, now and then while somebody reads, whether those still live who have
/// entries in flight. Safe for use by several threads.
final class JsonlVigil {

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final JsonlBooks books;
  private final JsonlPresence presence;
  private final JsonlWriter writer;
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  JsonlVigil(JsonlBooks books, JsonlPresence presence, JsonlWriter writer) {
    this.books = books;
    this.presence = presence;
    this.writer = writer;
  }

  /// Looks when it is time and there is a need. Nobody waits for it.
  void look() {
    long due = next.get();
    long now = System.nanoTime();
    if (now - due >= 0 && next.compareAndSet(due, now + PAUSE.toNanos()) && othersFly()) {
      writer.offer(new JsonlJob<>(false, JsonlSteps::buriedTheDead));
    }
  }

  /// Looks at once, if there is a need.
  void lookNow() {
    if (othersFly()) {
      writer.run(new JsonlJob<>(false, JsonlSteps::buriedTheDead));
    }
  }

  private boolean othersFly() {
    synchronized (books) {
      return books.journal().inFlight().values().stream()
          .anyMatch(flying -> !presence.isOwn(flying.owner()));
    }
  }
}
