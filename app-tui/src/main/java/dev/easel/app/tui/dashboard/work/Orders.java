package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import dev.easel.domain.usecase.GenerateImages;
import dev.easel.domain.usecase.Order;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Carries out orders, several at once.
final class Orders {

  private final GenerateImages generating;
  private final Consumer<Event> events;
  private final Map<Long, OrderWatch> watches = new ConcurrentHashMap<>();

  Orders(GenerateImages generating, Consumer<Event> events) {
    this.generating = generating;
    this.events = events;
  }

  /// Carries out an order to its end.
  void carryOut(long number, Order order) {
    OrderWatch watch = new OrderWatch(number, events);
    watches.put(number, watch);
    try {
      events.accept(new Event.JobEnded(number, generating.generate(order, watch)));
    } finally {
      watches.remove(number);
    }
  }

  /// Takes an order back. What was sent goes on and is booked.
  void cancel(long number) {
    OrderWatch watch = watches.get(number);
    if (watch != null) {
      watch.cancel();
      events.accept(new Event.JobCancelled(number));
    }
  }

  /// Takes all of them back.
  void close() {
    watches.values().forEach(OrderWatch::cancel);
  }

  /// Follows one order.
  private static final class OrderWatch implements Watch {
    private final long number;
    private final Consumer<Event> events;
    private volatile boolean cancelled;

    OrderWatch(long number, Consumer<Event> events) {
      this.number = number;
      this.events = events;
    }

    void cancel() {
      cancelled = true;
    }

    @Override
    public void saw(Progress progress) {
      events.accept(new Event.JobSaw(number, progress));
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }
}
