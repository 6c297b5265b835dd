package dev.easel.domain.ledger;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.PictureReference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Ways in which a reserved entry ends, for tests.
public final class Endings {

  /// The name of the picture that settled endings bring.
  public static final String PICTURE =
      "3b1fe09a3b1fe09a3b1fe09a3b1fe09a3b1fe09a3b1fe09a3b1fe09a3b1fe09a";

  /// What is kept of an answer, with what Easel knows and what it does not.
  public static final Envelope ANSWER =
      new Envelope(
          200,
          Map.of(),
          false,
          List.of(
              Fields.NONE
                  .with("created", 1_764_142_200L)
                  .with(
                      "data",
                      List.of(Map.of("b64_json", new PictureReference(PICTURE, null).value())))
                  .with("zeta", Fields.NONE.with("b", new BigDecimal("1.50")).with("a", "é \" \n"))
                  .with("alpha", null)
                  .with("usage", Fields.NONE.with("output_tokens", 1_056))));

  private Endings() {}

  /// Pictures arrived, at this cost, after this time.
  public static Ending settled(String usd, long latencyMicros) {
    return settled(
        usd, latencyMicros, new StoredPicture(PICTURE, "png", 1_432_011L, 1_024, 1_024, null));
  }

  /// The same with this picture.
  public static Ending settled(String usd, long latencyMicros, StoredPicture picture) {
    return new Ending(
        EntryState.SETTLED,
        Fields.NONE.with("size", "1024x1024").with("quality", "medium"),
        Fields.NONE.with("size", "1024x1024").with("output_format", "png"),
        latencyMicros,
        Cost.of(Money.ofUsd(usd), CostBasis.USAGE),
        null,
        Fields.NONE.with("input_tokens", 12).with("output_tokens", 1_056),
        List.of(picture),
        "a lighthouse, at dusk",
        "req_1",
        null,
        null,
        null);
  }

  /// The same end, after this attempt.
  public static Ending after(Ending ending, Attempt attempt) {
    return new Ending(
        ending.state(),
        ending.sent(),
        ending.actual(),
        ending.latencyMicros(),
        ending.cost(),
        ending.atRisk(),
        ending.usage(),
        ending.images(),
        ending.revisedPrompt(),
        ending.requestId(),
        ending.code(),
        ending.error(),
        attempt);
  }

  /// Pictures arrived, and nothing tells what they cost.
  public static Ending unpriced(String atRiskUsd) {
    Ending priced = settled("1", 2_000_000);
    return new Ending(
        EntryState.SETTLED,
        priced.sent(),
        priced.actual(),
        priced.latencyMicros(),
        Cost.UNKNOWN,
        Money.ofUsd(atRiskUsd),
        Fields.NONE.with("output_tokens", -1),
        priced.images(),
        priced.revisedPrompt(),
        priced.requestId(),
        null,
        null,
        null);
  }

  /// The provider refused.
  public static Ending released() {
    return Ending.released("rate_limit_exceeded", "the provider asked to wait");
  }

  /// It may have been charged.
  public static Ending unknown(String atRiskUsd) {
    return Ending.unknown(Money.ofUsd(atRiskUsd), "timeout", "the provider did not answer");
  }
}
