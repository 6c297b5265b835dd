package dev.easel.benchmark.history;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.ledger.Attempt;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.StoredPicture;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What became of one request. For use by one thread.
final class Story {

  private static final List<String> CALLERS = List.of("shop", "studio", "newsletter", "nightly");
  private static final List<String> TAGS =
      List.of("cover", "draft", "sea", "poster", "banner", "keep", "spring", "autumn", "client");
  private static final List<String> REFUSALS =
      List.of("rate_limit_exceeded", "moderation_blocked", "connection_refused", "http_503");
  private static final List<String> DOUBTS = List.of("timeout", "connection_broken", "http_500");
  private static final double TYPICAL_SECONDS = Math.log(14);
  private static final double SPREAD = 0.5;
  private static final long REFUSED_MICROS = 300_000;
  private static final int BYTES_A_PIXEL = 1;

  private final SplittableRandom random;
  private final long number;
  private final Product.Wish wish;
  private final Product product;
  private final int pictures;

  Story(long number, Product.Wish wish, SplittableRandom random) {
    this.number = number;
    this.wish = wish;
    this.product = wish.product();
    this.pictures = wish.pictures();
    this.random = random;
  }

  /// The entry of a request that was accepted then, with its hash.
  Entry entry(Instant moment) {
    Entry reserved = reserved(moment);
    int fate = random.nextInt(1_000);
    Ending ending =
        fate < 930 ? settled(reserved) : fate < 980 ? released(reserved) : unknown(reserved);
    return reserved.ended(ending).marked(random.nextInt(50) == 0, tags()).sealed();
  }

  private Entry reserved(Instant moment) {
    long fraction = moment.get(ChronoField.NANO_OF_SECOND) % 1_000_000 * 4_096L / 1_000_000;
    return new Entry(
        EntryId.of(moment, fraction, random.nextLong()),
        moment.truncatedTo(ChronoUnit.MILLIS),
        EntryState.RESERVED,
        Operation.GENERATE,
        "openai",
        product.model(),
        Prompts.of(number, random),
        false,
        wish.requested(),
        List.of(),
        Fields.NONE,
        Fields.NONE,
        null,
        Cost.UNKNOWN,
        product.cost(pictures, 0).amount(),
        null,
        List.of(),
        null,
        null,
        List.of(),
        null,
        null,
        null,
        random.nextInt(5) < 3 ? null : one(CALLERS),
        false,
        new TreeSet<>(),
        Fields.NONE,
        null);
  }

  private Ending settled(Entry reserved) {
    long input = reserved.prompt().length() / 4 + 1L;
    long latency = (long) (Math.exp(TYPICAL_SECONDS + SPREAD * random.nextGaussian()) * 1e6);
    return new Ending(
        EntryState.SETTLED,
        wish.sent(),
        wish.actual(),
        latency,
        product.cost(pictures, input),
        null,
        product.usage(pictures, input),
        IntStream.range(0, pictures).mapToObj(_ -> picture()).toList(),
        product.model().equals("dall-e-3") ? Prompts.text(20, random) : null,
        requestId(),
        null,
        null,
        attempt(reserved, null, 200));
  }

  private Ending released(Entry reserved) {
    String code = one(REFUSALS);
    return new Ending(
        EntryState.RELEASED,
        wish.sent(),
        Fields.NONE,
        REFUSED_MICROS + random.nextInt(2_000_000),
        Cost.NONE,
        null,
        null,
        List.of(),
        null,
        requestId(),
        code,
        "the provider refused the request with " + code,
        attempt(reserved, code, code.equals("connection_refused") ? null : 429));
  }

  private Ending unknown(Entry reserved) {
    String code = one(DOUBTS);
    return new Ending(
        EntryState.UNKNOWN,
        wish.sent(),
        Fields.NONE,
        60_000_000L + random.nextInt(60_000_000),
        Cost.UNKNOWN,
        reserved.atRisk(),
        null,
        List.of(),
        null,
        null,
        code,
        "the answer did not come whole, with " + code + "; it may have been charged",
        attempt(reserved, code, null));
  }

  private static Attempt attempt(Entry reserved, @Nullable String code, @Nullable Integer status) {
    return new Attempt(reserved.timestamp().plusMillis(4), code, status, null, null, null);
  }

  private StoredPicture picture() {
    long pixels = (long) product.width() * product.height();
    return new StoredPicture(
        hexadecimal(4),
        "png",
        pixels * BYTES_A_PIXEL + random.nextInt(400_000),
        product.width(),
        product.height(),
        null);
  }

  private String requestId() {
    return "req_" + hexadecimal(2);
  }

  private String hexadecimal(int longs) {
    StringBuilder text = new StringBuilder();
    for (int count = 0; count < longs; count++) {
      text.append(HexFormat.of().toHexDigits(random.nextLong()));
    }
    return text.toString();
  }

  private SortedSet<String> tags() {
    SortedSet<String> tags = new TreeSet<>();
    for (int left = random.nextInt(10) == 0 ? 1 + random.nextInt(3) : 0; left > 0; left--) {
      tags.add(one(TAGS));
    }
    return tags;
  }

  private String one(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
