package dev.easel.domain.usecase;

import dev.easel.domain.image.Pacing;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Lists who waits in this process to be sent, in the order of arrival.
public final class BrowseQueue {

  private final Pacing pacing;
  private final GenerationLog log;

  /// Puts the use case together.
  public BrowseQueue(Pacing pacing, GenerationLog log) {
    this.pacing = pacing;
    this.log = log;
  }

  /// An entry that waits.
  ///
  /// @param ahead how many wait before it for the same provider
  /// @param opensIn how long it is not sent at least; zero when only a free turn is missing
  public record Waiting(Entry entry, int ahead, Duration opensIn) {}

  /// Those who wait now.
  public List<Waiting> waiting() {
    return pacing.gates().stream()
        .flatMap(gate -> gate.waiting().stream())
        .sorted(Comparator.comparingLong(Pacing.Waiting::arrival))
        .flatMap(place -> entry(place).stream())
        .toList();
  }

  private Optional<Waiting> entry(Pacing.Waiting place) {
    return EntryId.parse(place.name())
        .flatMap(log::find)
        .filter(Entry::waiting)
        .map(entry -> new Waiting(entry, place.ahead(), place.opensIn()));
  }
}
