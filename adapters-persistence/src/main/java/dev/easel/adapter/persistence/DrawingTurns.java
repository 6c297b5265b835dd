package dev.easel.adapter.persistence;

import dev.easel.domain.image.Content.ContentUnavailable;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Lets one picture after the other be drawn, which bounds the memory that strangers' pictures can
/// take, and knows those that could not be drawn, so that trying costs its time only once.
final class DrawingTurns {
  private final Semaphore turn = new Semaphore(1);
  private final Set<String> undrawable = ConcurrentHashMap.newKeySet();

  /// Does something once no other picture is drawn.
  <T> Optional<T> inTurn(Supplier<Optional<T>> work) {
    turn.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }

  /// Draws a picture, unless it is known that it cannot be.
  <T> Optional<T> draw(String sha256, Drawing<T> drawing) {
    if (undrawable.contains(sha256)) {
      return Optional.empty();
    }
    try {
      Optional<T> drawn = drawing.draw();
      if (drawn.isEmpty()) {
        undrawable.add(sha256);
      }
      return drawn;
    } catch (IOException | ContentUnavailable unreadable) {
      return Optional.empty();
    }
  }

  /// Draws one picture; empty when it cannot be drawn, now and later.
  @FunctionalInterface
  interface Drawing<T> {
    Optional<T> draw() throws IOException;
  }
}
