package dev.easel.adapter.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What can go wrong on purpose.
public enum Fault {
  /// 400: the prompt is refused.
  MODERATION,
  /// 400: the finished picture is refused.
  MODERATION_OUTPUT,
  /// 429 with `Retry-After: 1`.
  RATE_LIMIT,
  /// 429: the credit is used up.
  QUOTA,
  /// 401: the key is not accepted.
  INVALID_KEY,
  /// 500.
  SERVER_ERROR,
  /// 503: too much to do.
  OVERLOAD,
  /// The connection ends without an answer.
  BROKEN,
  /// Half of the answer, then nothing for a minute.
  STALLED,
  /// 200 with JSON that ends in the middle.
  TRUNCATED,
  /// 200 with a page instead of JSON.
  WRONG_TYPE,
  /// 200 with an answer that is larger than a client should accept.
  OVERSIZE,
  /// 200 with base64 that is no picture.
  NO_PICTURE;

  /// The word on the command line: `rate-limit`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// All words, for people.
  public static String words() {
    return Arrays.stream(values()).map(Fault::word).collect(Collectors.joining(", "));
  }

  static Optional<Fault> named(String word) {
    String folded = word.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values()).filter(fault -> fault.name().equals(folded)).findFirst();
  }

  /// Whether a provider would have charged for such a request.
  boolean charged() {
    return switch (this) {
      case MODERATION, RATE_LIMIT, QUOTA, INVALID_KEY, SERVER_ERROR, OVERLOAD -> false;
      case MODERATION_OUTPUT, BROKEN, STALLED, TRUNCATED, WRONG_TYPE, OVERSIZE, NO_PICTURE -> true;
    };
  }
}
