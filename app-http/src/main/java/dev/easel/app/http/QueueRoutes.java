package dev.easel.app.http;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Pacing;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.usecase.BrowseQueue;
import dev.easel.domain.usecase.Studio;
import dev.easel.domain.usecase.Time;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Answers who waits in this server, and how the gates to the providers stand.
final class QueueRoutes {

  private final Studio studio;
  private final Time time;

  QueueRoutes(Studio studio, Time time) {
    this.studio = studio;
    this.time = time;
  }

  /// `GET /queue`: the entries that wait to be sent, in the order of arrival.
  Reply queue(Request request) {
    List<Fields> waiting = studio.browseQueue().waiting().stream().map(this::waiting).toList();
    return Reply.json(200, Fields.NONE.with("queue", waiting).with("count", waiting.size()));
  }

  private Fields waiting(BrowseQueue.Waiting waiting) {
    Entry entry = waiting.entry();
    return Fields.NONE
        .with("id", entry.id().toString())
        .with("since", EntryFields.time(entry.timestamp()))
        .with("provider", entry.provider())
        .with("model", entry.model())
        .with("code", entry.code())
        .with("ahead", waiting.ahead())
        .with("opens_at", moment(time, waiting.opensIn()));
  }

  /// What `GET /health` says of it.
  Fields health() {
    List<Pacing.Gate> gates = studio.pacing().gates();
    return Fields.NONE
        .with("queued", gates.stream().mapToInt(gate -> gate.waiting().size()).sum())
        .with("providers", gates.stream().map(this::gate).toList());
  }

  private Fields gate(Pacing.Gate gate) {
    return Fields.NONE
        .with("provider", gate.provider())
        .with("running", gate.running())
        .with("waiting", gate.waiting().size())
        .with("concurrency", gate.concurrency())
        .with("requests_per_minute", gate.requestsPerMinute())
        .with("closed_until", moment(time, gate.opensIn()));
  }

  /// The moment that is so far from now; null for now.
  static @Nullable String moment(Time time, Duration from) {
    return from.isZero()
        ? null
        : EntryFields.time(time.now().plus(from).truncatedTo(ChronoUnit.MILLIS));
  }
}
