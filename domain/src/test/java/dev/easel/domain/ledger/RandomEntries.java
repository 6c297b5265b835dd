package dev.easel.domain.ledger;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Finished entries of every kind, the same for the same seed.
public final class RandomEntries {

  private static final List<String> WORDS =
      List.of(
          "lighthouse",
          "at dusk",
          "Fuchs",
          "Ölgemälde",
          "灯台と嵐",
          "🦊",
          "line\nbreak",
          "tab\there",
          "quote \" and back\\slash",
          "=SUM(A1:A9)",
          "<script>",
          "\u001b[31mred",
          "한국",
          "",
          "\ud83e",
          "\u2028",
          "it's",
          "null");
  private static final List<String> MODELS =
      List.of("gpt-image-2", "gpt-image-1-mini", "dall-e-3", "dall-e-2", "org/flux.1-dev");
  private static final List<String> SIZES = List.of("1024x1024", "1536x1024", "auto", "256x256");
  private static final List<String> QUALITIES = List.of("low", "medium", "hd", "auto");
  private static final List<String> FORMATS = List.of("png", "webp", "jpeg");
  private static final List<String> CODES = List.of("timeout", "http_500", "rate_limit_exceeded");

  private final SplittableRandom random;
  private final Instant at;
  private final int number;

  private RandomEntries(SplittableRandom random, Instant at, int number) {
    this.random = random;
    this.at = at;
    this.number = number;
  }

  /// So many entries of the ten days before `end`, oldest first.
  public static Entry[] several(SplittableRandom random, Instant end, int count) {
    long step = 10L * 86_400_000_000L / count;
    Entry[] entries = new Entry[count];
    for (int number = 0; number < count; number++) {
      long back = step * (count - number) - random.nextLong(step / 2);
      entries[number] = one(random, end.minusNanos(back * 1_000), number);
    }
    return entries;
  }

  /// One entry.
  ///
  /// @param number the random part of its id
  public static Entry one(SplittableRandom random, Instant at, int number) {
    return new RandomEntries(random, at, number).entry();
  }

  private Entry entry() {
    EntryDraft draft = EntryDraft.at(at, number);
    request(draft);
    ending(draft);
    answer(draft);
    marks(draft);
    return sometimes() ? draft.unsealed() : draft.entry();
  }

  private void request(EntryDraft draft) {
    draft
        .model(any(MODELS))
        .provider(sometimes() ? "localai" : "openai")
        .prompt(any(WORDS) + " " + any(WORDS))
        .requested(parameters())
        .caller(maybe(List.of("alice", "bob", "Zoë")));
    if (sometimes()) {
      draft.edit(new Input("image", any(WORDS), Endings.PICTURE, random.nextLong(1, 9_999_999)));
    }
  }

  private Fields parameters() {
    return Fields.NONE
        .withPresent("size", maybe(SIZES))
        .withPresent("quality", maybe(QUALITIES))
        .withPresent("seed", sometimes() ? random.nextLong() : null)
        .withPresent("n", sometimes() ? 2 : null)
        .withPresent("strength", sometimes() ? new BigDecimal("0.750") : null)
        .withPresent("extra", sometimes() ? nested() : null);
  }

  private Fields nested() {
    return Fields.NONE
        .with("z", Arrays.asList(1, null, "two", new BigDecimal("3.50")))
        .with("a", Fields.NONE.with("flag", true).with("nothing", null))
        .with("big", new BigDecimal("123456789012345678901234567890"));
  }

  private void ending(EntryDraft draft) {
    switch (random.nextInt(6)) {
      case 0 -> draft.released(any(CODES));
      case 1 -> draft.unknown(any(CODES), maybe(List.of(Money.ofUsd("0.08"), new Money(1))));
      case 2 -> draft.unpriced(number % 2 == 0 ? Money.ofUsd("0.09") : null);
      case 3 -> draft.cost(lines());
      default -> draft.cost(new BigDecimal(random.nextInt(200)).movePointLeft(3).toString());
    }
    draft.latency(sometimes() ? null : random.nextLong(1, 120_000_000));
  }

  private Cost lines() {
    CostLine output =
        CostLine.of(
            LineClass.IMAGE_OUTPUT,
            random.nextLong(5_000),
            Money.ofUsd("30"),
            CostLine.MILLION,
            "https://example.com/prices",
            false);
    CostLine input =
        CostLine.of(LineClass.TEXT_INPUT, 12, Money.ofUsd("5"), CostLine.MILLION, "prices", true);
    CostLine each = CostLine.of(LineClass.PER_IMAGE, 1, Money.ofUsd("0.04"), 1, "prices", false);
    Money sum = output.amount().plus(input.amount()).plus(each.amount());
    return new Cost(sum, CostBasis.USAGE, List.of(output, input, each), "2026-11-23");
  }

  private void answer(EntryDraft draft) {
    draft
        .sent(sometimes() ? parameters().with("model", "gpt-image-2") : Fields.NONE)
        .actual(
            Fields.NONE.withPresent("size", maybe(SIZES)).withPresent("quality", maybe(QUALITIES)))
        .usage(sometimes() ? Fields.NONE.with("total_tokens", 100).with("d", nested()) : null)
        .revisedPrompt(maybe(WORDS))
        .requestId(maybe(List.of("req_1", "req_2")));
    if (sometimes()) {
      draft.images(picture(), StoredPicture.elsewhere("https://example.com/a.png?b=c&d=%3D"));
    }
    if (sometimes()) {
      draft.attempts(
          new Attempt(
              at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS), "http_503", 503, "", 9L, null),
          new Attempt(
              Instant.parse("2026-11-20T00:00:00.001Z"), "dns_failed", null, "no", null, 70L),
          new Attempt(Instant.parse("2026-11-20T00:00:00.002Z"), null, 200, null, null, null));
    }
  }

  private StoredPicture picture() {
    return new StoredPicture(Endings.PICTURE, any(FORMATS), 1_432_011L, 1_024, 1_536, null);
  }

  private void marks(EntryDraft draft) {
    if (sometimes()) {
      draft.star();
    }
    if (sometimes()) {
      draft.tags("poster", "Été 2026");
    }
    if (sometimes()) {
      draft.foreign(Fields.NONE.with("zone", "x").with("area", nested()).with("nil", null));
    }
  }

  private boolean sometimes() {
    return random.nextInt(3) == 0;
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private <T> @Nullable T maybe(List<T> some) {
    return random.nextBoolean() ? any(some) : null;
  }
}
