package dev.easel.adapter.openai;

import dev.easel.domain.image.Nullable;
import dev.easel.platform.Alarms;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// The open connections that nobody uses just now. One that has rested for longer than a second is
/// not used again, because the other side may be closing it at that moment, and a paid request that
/// meets this is one of which nobody knows whether it was heard. Safe for use by several threads.
final class Connections {

  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  private final Map<Route, Deque<Connection>> resting = new HashMap<>();
  private boolean watched;

  /// A connection that goes this way, until a deadline: one that rests, or a new one.
  ///
  /// @throws IOException as when it is opened
  Connection take(Route route, Deadline deadline) throws IOException {
    for (Connection next = next(route); next != null; next = next(route)) {
      if (next.rested() < LONGEST_REST.toNanos() && next.isUsable()) {
        next.until(deadline);
        return next;
      }
      next.close();
    }
    return new Connecting(route, deadline).open();
  }

  private synchronized @Nullable Connection next(Route route) {
    Deque<Connection> same = resting.get(route);
    return same == null ? null : same.pollFirst();
  }

  /// Takes back a connection that may be used again.
  synchronized void giveBack(Connection connection) {
    connection.rest();
    resting.computeIfAbsent(connection.route(), _ -> new ArrayDeque<>()).addFirst(connection);
    if (!watched) {
      watch();
    }
  }

  private void watch() {
    watched = true;
    var _ = Alarms.after(LONGEST_REST, this::tidy);
  }

  private synchronized void tidy() {
    resting.values().forEach(Connections::closeTired);
    resting.values().removeIf(Deque::isEmpty);
    watched = false;
    if (!resting.isEmpty()) {
      watch();
    }
  }

  private static void closeTired(Deque<Connection> connections) {
    while (!connections.isEmpty() && connections.getLast().rested() >= LONGEST_REST.toNanos()) {
      connections.removeLast().close();
    }
  }
}
