package dev.easel.adapter.openai;

import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a provider says when it refuses, in whichever of the usual forms: OpenAI's envelope, a text
/// as `error`, FastAPI's `detail`, a bare message, a web page, or nothing.
final class Refusal {

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
  private static final Set<String> CONTENT_FILTERS =
      Set.of("contentfilter", "content_filter", "responsibleaipolicyviolation");
  private static final Set<String> CERTAIN =
      Set.of(
          "invalid_request_error",
          "image_generation_user_error",
          "moderation_blocked",
          "content_policy_violation");
  private static final Set<String> LIMITS =
      Set.of(
          "rate_limit_exceeded",
          "rate_limit_error",
          "insufficient_quota",
          "credit_balance_exhausted",
          "billing_hard_limit_reached");
  private static final int MOST_DETAILS = 5;

  private final Fields error;
  private final String message;

  private Refusal(Fields error, String message) {
    this.error = error;
    this.message = message;
  }

  /// The refusal in a body of JSON; its message is empty when it gives none.
  static Refusal in(Fields body) {
    return switch (body.get("error")) {
      case String text -> new Refusal(body.without("error"), text);
      case Map<?, ?> map -> of(body.fields("error"));
      case null, default -> of(body);
    };
  }

  private static Refusal of(Fields error) {
    String message = error.text("message").orElseGet(() -> detail(error.get("detail")));
    String named = error.text("param").filter(name -> !message.contains(name)).orElse("");
    return new Refusal(error, named.isEmpty() ? message : message + " (parameter " + named + ")");
  }

  private static String detail(@Nullable Object detail) {
    return switch (detail) {
      case String text -> text;
      case List<?> list ->
          String.join("; ", list.stream().limit(MOST_DETAILS).map(Refusal::detail).toList());
      case Map<?, ?> map -> detail(Fields.NONE.with("detail", map).fields("detail"));
      case null, default -> "";
    };
  }

  /// One complaint of FastAPI: where, and what.
  private static String detail(Fields complaint) {
    String what = complaint.text("msg").or(() -> complaint.text("message")).orElse("");
    return complaint.get("loc") instanceof List<?> place
        ? String.join(".", place.stream().map(String::valueOf).toList()) + ": " + what
        : what;
  }

  /// As an answer with `status`.
  ///
  /// @param fallback what to say when the refusal itself says nothing
  Failure.Rejected rejected(
      int status, ForeignWords words, String fallback, @Nullable Duration retryAfter) {
    String said = words.plain(message);
    return new Failure.Rejected(
        status,
        word("code", words),
        word("type", words),
        said.isEmpty() ? fallback : said,
        stage(words),
        retryAfter);
  }

  /// The status that fits a refusal inside an answer that began with 200: that of a refusal after
  /// which nothing was charged where the provider's own words leave no doubt, else 500.
  ///
  /// @param begun whether the provider had shown parts of a picture already
  int status(boolean begun) {
    long number = error.whole("code").orElse(0);
    if (number >= 500 && number < 600) {
      return (int) number;
    }
    if (begun) {
      return 500;
    }
    if (number >= 400 && number < 500) {
      return (int) number;
    }
    return said(LIMITS) ? 429 : said(CERTAIN) ? 400 : 500;
  }

  private boolean said(Set<String> words) {
    return words.contains(error.text("code").orElse(""))
        || words.contains(error.text("type").orElse(""));
  }

  /// The value when it is a word for programs; sentences, numbers and secrets are none.
  private @Nullable String word(String name, ForeignWords words) {
    return error
        .text(name)
        .filter(text -> WORD.matcher(text).matches() && text.equals(words.secretless(text)))
        .orElse(null);
  }

  /// Where moderation stepped in. OpenAI says it; Azure says only that its filter did, and
  /// OpenRouter says what input it flagged.
  private @Nullable String stage(ForeignWords words) {
    Fields details = error.fields("moderation_details");
    if (details.text("moderation_stage").isPresent()) {
      return words.plain(details.text("moderation_stage").get());
    }
    if (error.fields("metadata").has("flagged_input")) {
      return "input";
    }
    String code = error.text("code").orElse("").toLowerCase(Locale.ROOT);
    if (!CONTENT_FILTERS.contains(code)) {
      return null;
    }
    return message.contains("generated image") ? "output" : "unknown";
  }
}
