package dev.easel.benchmark.writing;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Operation;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Intent;
import dev.easel.domain.ledger.StoredPicture;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Wishes to make a request, one a millisecond, and how they end. Safe for use by several threads.
public final class Wishes {

  private static final Instant FIRST = Instant.parse("2026-11-26T00:00:00Z");
  private static final Fields PARAMETERS =
      Fields.NONE.with("size", "1024x1024").with("quality", "medium").with("n", 1);
  private static final Estimate ESTIMATE =
      new Estimate.Exact(Money.ofUsd("0.053"), List.of(), "2026-11-23");

  private final AtomicLong number = new AtomicLong();

  /// The next wish.
  Intent next() {
    long next = number.incrementAndGet();
    Instant accepted = FIRST.plusMillis(next);
    String prompt =
        "a lighthouse at dusk above harbour %d, in the manner of an old postcard"
            .formatted(next % 5_000);
    return wish(EntryId.of(accepted, 0, next), accepted, prompt);
  }

  /// A wish without a key, a caller and a budget.
  public static Intent wish(EntryId id, Instant accepted, String prompt) {
    return new Intent(
        id,
        accepted,
        new ImageRequest(
            Operation.GENERATE, "openai", "gpt-image-2", prompt, PARAMETERS, List.of()),
        ESTIMATE,
        Budget.UNLIMITED,
        null,
        null,
        true,
        false,
        null);
  }

  /// One picture arrived.
  static Ending settled(EntryId id) {
    return new Ending(
        EntryState.SETTLED,
        Fields.NONE,
        PARAMETERS.with("output_format", "png"),
        18_345_670L,
        Cost.of(Money.ofUsd("0.05271"), CostBasis.USAGE),
        null,
        Fields.NONE.with("input_tokens", 21).with("output_tokens", 1_756),
        List.of(
            new StoredPicture(
                id.toString().replace("-", "").repeat(2), "png", 1_432_011L, 1_024, 1_024, null)),
        null,
        "req_" + id.shortForm(),
        null,
        null,
        null);
  }
}
