package dev.easel.app.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The work that spends money: counted, finished whatever becomes of the client, refused once the
/// server stops. Safe for use by several threads.
final class WorkInFlight {

  private final Lock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private int count;
  private boolean closing;

  /// Runs work on a thread of its own, which goes on when the client's is gone.
  ///
  /// @throws Refusal 503 when the server stops
  Reply run(Supplier<Reply> work) {
    begin();
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    Thread.ofVirtual().name("generation").start(() -> complete(reply, work));
    try {
      return reply.join();
    } catch (CompletionException wrapped) {
      throw unwrapped(wrapped);
    }
  }

  private static RuntimeException unwrapped(CompletionException wrapped) {
    return switch (wrapped.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case null, default -> wrapped;
    };
  }

  private void complete(CompletableFuture<Reply> reply, Supplier<Reply> work) {
    try {
      reply.complete(work.get());
    } catch (RuntimeException | Error failure) {
      reply.completeExceptionally(failure);
    } finally {
      end();
    }
  }

  private void begin() {
    lock.lock();
    try {
      if (closing) {
        throw Refusal.of(503, "stopping", "the server is stopping; nothing was sent")
            .with("Retry-After", "5");
      }
      count++;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      count--;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  boolean closing() {
    lock.lock();
    try {
      return closing;
    } finally {
      lock.unlock();
    }
  }

  /// Takes no more work and waits for what is under way.
  ///
  /// @return whether all of it has ended
  boolean drain(Duration longest) {
    lock.lock();
    try {
      closing = true;
      long left = longest.toNanos();
      while (count > 0 && left > 0) {
        left = ended.awaitNanos(left);
      }
      return count == 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
