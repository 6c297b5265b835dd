package dev.easel.domain.ledger;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/// An entry on its way to be another: what may change of it can be set.
final class EntryCopy {

  private final Entry original;
  EntryState state;
  Fields sent;
  Fields actual;
  @Nullable Long latencyMicros;
  Cost cost;
  @Nullable Money atRisk;
  @Nullable Fields usage;
  List<StoredPicture> images;
  @Nullable String revisedPrompt;
  @Nullable String requestId;
  List<Attempt> attempts;
  @Nullable Envelope answer;
  @Nullable String code;
  @Nullable String error;
  boolean star;
  SortedSet<String> tags;
  @Nullable String hash;

  EntryCopy(Entry original) {
    this.original = original;
    state = original.state();
    sent = original.sent();
    actual = original.actual();
    latencyMicros = original.latencyMicros();
    cost = original.cost();
    atRisk = original.atRisk();
    usage = original.usage();
    images = original.images();
    revisedPrompt = original.revisedPrompt();
    requestId = original.requestId();
    attempts = original.attempts();
    answer = original.answer();
    code = original.code();
    error = original.error();
    star = original.star();
    tags = original.tags();
    hash = original.hash();
  }

  EntryCopy attempt(@Nullable Attempt attempt) {
    if (attempt != null) {
      attempts = Stream.concat(attempts.stream(), Stream.of(attempt)).toList();
    }
    return this;
  }

  EntryCopy end(Ending ending) {
    state = ending.state();
    sent = ending.sent();
    actual = ending.actual();
    latencyMicros = ending.latencyMicros();
    cost = ending.cost();
    atRisk = ending.atRisk();
    usage = ending.usage();
    images = ending.images();
    revisedPrompt = ending.revisedPrompt();
    requestId = ending.requestId();
    answer = ending.answer();
    code = ending.code();
    error = ending.error();
    return attempt(ending.attempt());
  }

  Entry entry() {
    return new Entry(
        original.id(),
        original.timestamp(),
        state,
        original.operation(),
        original.provider(),
        original.model(),
        original.prompt(),
        original.promptWithheld(),
        original.requested(),
        original.inputs(),
        sent,
        actual,
        latencyMicros,
        cost,
        atRisk,
        usage,
        images,
        revisedPrompt,
        requestId,
        attempts,
        answer,
        code,
        error,
        original.caller(),
        star,
        tags,
        original.foreign(),
        hash);
  }
}
