package dev.easel.adapter.openai;

import dev.easel.config.Pace;
import dev.easel.config.ProviderSettings;
import dev.easel.domain.image.Pacing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// One gate for each provider, all on one clock. Safe for use by several threads.
final class FairPacing implements Pacing {

  private final LongSupplier nanos;
  private final Map<String, ProviderGate> gates = new ConcurrentHashMap<>();
  private final AtomicLong arrivals = new AtomicLong();
  private volatile boolean stopped;

  /// @param nanos a clock that never jumps
  FairPacing(List<ProviderSettings> providers, LongSupplier nanos) {
    this.nanos = nanos;
    providers.forEach(one -> gates.put(one.name(), opened(one.name(), one.pace())));
  }

  private ProviderGate opened(String provider, Pace pace) {
    return new ProviderGate(provider, pace, nanos, arrivals);
  }

  private ProviderGate gate(String provider) {
    return gates.computeIfAbsent(provider, name -> opened(name, Pace.STANDARD));
  }

  @Override
  public Place arrive(String provider) {
    ProviderGate gate = gate(provider);
    if (stopped) {
      gate.stop();
    }
    return gate.arrive();
  }

  @Override
  public void close(String provider, Duration wait) {
    gate(provider).close(wait);
  }

  @Override
  public List<Gate> gates() {
    return gates.values().stream()
        .map(ProviderGate::state)
        .sorted((one, other) -> one.provider().compareTo(other.provider()))
        .toList();
  }

  @Override
  public void stop() {
    stopped = true;
    gates.values().forEach(ProviderGate::stop);
  }
}
