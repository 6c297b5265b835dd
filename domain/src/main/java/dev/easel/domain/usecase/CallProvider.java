package dev.easel.domain.usecase;

import dev.easel.domain.image.ImageGenerator;
import dev.easel.domain.image.Pacing;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Intent;
import java.time.Duration;

/// Calls the provider at its pace, and again where that is certain not to cost twice. Every attempt
/// that another follows is on the entry before the wait begins.
///
/// @param log that keeps the attempts
public record CallProvider(ImageGenerator generator, GenerationLog log, Pacing pacing, Time time) {

  /// The most calls of one order.
  public static final int MOST_ATTEMPTS = 3;

  /// The longest wait between two calls; a provider that asks for more is not waited for.
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  /// Takes a place in the queue of a provider.
  Pacing.Place arrive(String provider) {
    return pacing.arrive(provider);
  }

  /// Makes the calls of one order, from the wait for its turn to its end, and leaves its place.
  Called call(Entry entry, Intent intent, Pacing.Place place, Watch watch) {
    try {
      return new ProviderCalls(this, entry, intent, place, watch).made();
    } finally {
      place.leave();
    }
  }
}
