package dev.easel.domain.image;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// Why a call to a provider ended without a picture, and what that means for the money.
///
/// This is Easel's table of ends: [#mayHaveCharged] decides between `released` and `unknown`,
/// [#passing] whether Easel itself may try again. Nothing that may have been charged is ever
/// passing.
public sealed interface Failure {

  /// A stable word for logs and programs.
  String code();

  /// One sentence for people. It may quote the provider: foreign text.
  String message();

  /// Whether the provider may have charged for the call.
  boolean mayHaveCharged();

  /// Whether it is certain that nothing was charged and likely that another try succeeds.
  boolean passing();

  /// The connection was never made, so nothing was sent.
  record Unreachable(Hindrance hindrance, String message) implements Failure {
    @Override
    public String code() {
      return hindrance.word();
    }

    @Override
    public boolean mayHaveCharged() {
      return false;
    }

    @Override
    public boolean passing() {
      return hindrance != Hindrance.TLS;
    }
  }

  /// What stood between Easel and the provider.
  enum Hindrance {
    /// The host name is not known.
    DNS,
    /// Nobody listens there.
    CONNECTION_REFUSED,
    /// No answer to the wish to connect.
    CONNECT_TIMEOUT,
    /// The other side's certificate or protocol was not acceptable.
    TLS;

    /// The word in codes.
    public String word() {
      return this == TLS
          ? "tls_failed"
          : name().toLowerCase(Locale.ROOT).replace("dns", "dns_failed");
    }
  }

  /// Nothing was sent because of something on this side: cancelled, a picture to upload that cannot
  /// be read, a provider without this operation.
  record NotSent(String code, String message) implements Failure {
    @Override
    public boolean mayHaveCharged() {
      return false;
    }

    @Override
    public boolean passing() {
      return false;
    }
  }

  /// The provider answered with a status other than 2xx.
  ///
  /// @param status the HTTP status, 300 to 599
  /// @param providerCode the provider's code, null when it gave none
  /// @param type the provider's error type, null when it gave none
  /// @param stage where moderation refused: `input`, `output`, `unknown`; null when it was not said
  /// @param retryAfter how long the provider asks to wait, null when it does not
  record Rejected(
      int status,
      @Nullable String providerCode,
      @Nullable String type,
      String message,
      @Nullable String stage,
      @Nullable Duration retryAfter)
      implements Failure {

    private static final Set<String> MODERATION =
        Set.of("moderation_blocked", "content_policy_violation");
    private static final Set<String> QUOTA =
        Set.of("insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached");
    private static final Set<String> OVERLOAD = Set.of("slow_down", "server_is_overloaded");

    @Override
    public String code() {
      return providerCode == null ? "http_" + status : providerCode;
    }

    @Override
    public boolean mayHaveCharged() {
      if (status >= 500) {
        return !overloaded();
      }
      return status == 408 || (moderation() && "output".equals(stage));
    }

    @Override
    public boolean passing() {
      return !moderation() && (overloaded() || (status == 429 && !quota()));
    }

    /// Whether the provider refused the prompt or the picture for what it shows.
    public boolean moderation() {
      return stage != null || said(MODERATION);
    }

    /// Whether money or credit has run out at the provider; also seen as status 400.
    public boolean quota() {
      return said(QUOTA);
    }

    /// Whether the provider says of itself that it has too much to do.
    public boolean overloaded() {
      return status == 503 && said(OVERLOAD);
    }

    private boolean said(Set<String> words) {
      return words.contains(Objects.requireNonNullElse(providerCode, ""))
          || words.contains(Objects.requireNonNullElse(type, ""));
    }
  }

  /// The answer was not complete within the deadline of the whole call.
  record TimedOut(Duration deadline) implements Failure {
    @Override
    public String code() {
      return "timeout";
    }

    @Override
    public String message() {
      return "the provider did not answer completely within "
          + deadline.toSeconds()
          + " s; it may have charged";
    }

    @Override
    public boolean mayHaveCharged() {
      return true;
    }

    @Override
    public boolean passing() {
      return false;
    }
  }

  /// The connection broke after the request was sent, or the answer ended early.
  record Broken(String message) implements Failure {
    @Override
    public String code() {
      return "connection_broken";
    }

    @Override
    public boolean mayHaveCharged() {
      return true;
    }

    @Override
    public boolean passing() {
      return false;
    }
  }

  /// The provider said yes, and what it sent makes no sense or holds no picture.
  record Unreadable(String message) implements Failure {
    @Override
    public String code() {
      return "unreadable_answer";
    }

    @Override
    public boolean mayHaveCharged() {
      return true;
    }

    @Override
    public boolean passing() {
      return false;
    }
  }

  /// The answer was larger than Easel accepts.
  ///
  /// @param limit in bytes
  record Oversize(long limit) implements Failure {
    @Override
    public String code() {
      return "oversize_answer";
    }

    @Override
    public String message() {
      return "the provider's answer was larger than " + limit + " bytes; it may have charged";
    }

    @Override
    public boolean mayHaveCharged() {
      return true;
    }

    @Override
    public boolean passing() {
      return false;
    }
  }

  /// Easel was told to stop while the call was under way.
  record Stopped(String message) implements Failure {
    @Override
    public String code() {
      return "stopped";
    }

    @Override
    public boolean mayHaveCharged() {
      return true;
    }

    @Override
    public boolean passing() {
      return false;
    }
  }
}
