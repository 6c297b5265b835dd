package dev.easel.app.http;

import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.GeneratedImage;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.StoredPicture;
import dev.easel.domain.usecase.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The one place that turns the end of an order into a status and a body.
final class Answers {

  /// Codes of what is released because the server stops.
  private static final Set<String> STOPPING = Set.of("stopping", "stopped", "cancelled");

  private Answers() {}

  /// The answer to a request for pictures.
  ///
  /// @param warnings what the client should know besides, a sentence each
  static Reply of(Result result, List<String> warnings) {
    return switch (result) {
      case Result.Done done -> done(done, warnings);
      case Result.Invalid invalid ->
          Refusal.of(400, "invalid_request", invalid.message(ImageOrders.UNCHECKED))
              .about(id(invalid.entry()))
              .reply();
      case Result.Pictureless pictureless -> pictureless(pictureless).reply();
      case Result.OverBudget over -> overBudget(over).reply().noting(note(over));
      case Result.KeyReused reused -> keyReused(reused).reply();
      case Result.Released released ->
          released(released).warning(all(warnings, released.troubles())).reply();
      case Result.Uncertain uncertain ->
          uncertain(uncertain).warning(all(warnings, uncertain.troubles())).reply();
      case Result.NotRecorded refused ->
          notRecorded(refused).warning(all(warnings, refused.troubles())).reply();
    };
  }

  /// The answer to a request that is in the log and goes on; how it ends, its entry will tell.
  ///
  /// @param warnings what the client should know besides, a sentence each
  static Reply accepted(Entry entry, List<String> warnings) {
    Fields body =
        Fields.NONE
            .with("success", null)
            .with("id", id(entry))
            .with("warnings", warnings)
            .with("log_entry", EntryFields.of(entry));
    return Reply.json(202, body).with("Location", "/logs/" + id(entry)).about(id(entry));
  }

  /// What the user should know of a refusal that its caller was not told; null when that was all.
  static @Nullable String note(Result.OverBudget over) {
    String details = over.refusal().details();
    return details.equals(over.refusal().message()) ? null : details;
  }

  /// A budget stands against it.
  static Refusal overBudget(Result.OverBudget over) {
    return Refusal.of(402, "over_budget", over.refusal().message()).about(id(over.entry()));
  }

  /// The key was used for another request.
  static Refusal keyReused(Result.KeyReused reused) {
    return Refusal.of(409, "key_reused", "this idempotency key was used for another request")
        .about(id(reused.entry()));
  }

  /// It was charged by the user's word, and there is no picture.
  static Refusal pictureless(Result.Pictureless pictureless) {
    return Refusal.of(504, Result.Pictureless.CODE, pictureless.message())
        .about(id(pictureless.entry()));
  }

  /// Warnings and troubles in one list.
  static List<String> all(List<String> warnings, List<String> troubles) {
    return Stream.concat(warnings.stream(), troubles.stream()).toList();
  }

  private static Reply done(Result.Done done, List<String> warnings) {
    Entry entry = done.entry();
    List<Fields> images = images(done);
    Fields body =
        Fields.NONE
            .with("success", true)
            .with(
                "image_url",
                images.stream().findFirst().map(first -> first.get("url")).orElse(null))
            .with("images", images)
            .with("warnings", all(warnings, done.troubles()))
            .with("replayed", done.replayed())
            .with("log_entry", EntryFields.of(entry));
    return Reply.json(200, body).about(id(entry));
  }

  /// The pictures: those stored by their URL, those that could not be stored as data, since they
  /// are paid for.
  private static List<Fields> images(Result.Done done) {
    List<Fields> images = new ArrayList<>();
    List<StoredPicture> stored = done.entry().images();
    for (int index = 0; index < stored.size(); index++) {
      StoredPicture picture = stored.get(index);
      boolean unstored = picture.sha256() == null && index < done.images().size();
      images.add(
          unstored ? Fields.NONE.with("url", dataUrl(done.images().get(index))) : image(picture));
    }
    return images;
  }

  private static Fields image(StoredPicture picture) {
    return Fields.NONE
        .with(
            "url",
            picture.sha256() == null ? picture.providerUrl() : "/pictures/" + picture.sha256())
        .with("sha256", picture.sha256())
        .with("format", picture.format())
        .with("bytes", picture.bytes())
        .with("width", picture.width())
        .with("height", picture.height());
  }

  private static String dataUrl(GeneratedImage image) {
    byte[] bytes = image.content().bytes();
    String type =
        ImageFormat.recognise(Arrays.copyOf(bytes, Math.min(bytes.length, ImageFormat.HEAD_BYTES)))
            .map(ImageFormat::mediaType)
            .orElse("application/octet-stream");
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private static Refusal released(Result.Released released) {
    Failure failure = released.failure();
    Refusal refusal =
        Refusal.of(status(failure), failure.code(), sentence(failure)).about(id(released.entry()));
    return retryAfter(failure).map(seconds -> refusal.with("Retry-After", seconds)).orElse(refusal);
  }

  private static int status(Failure failure) {
    if (stopping(failure)) {
      return 503;
    }
    if (failure instanceof Failure.Rejected rejected) {
      if (rejected.moderation()) {
        return 422;
      }
      return rejected.status() == 429 || rejected.quota() ? 429 : 502;
    }
    return 502;
  }

  /// What to say of a failure.
  static String sentence(Failure failure) {
    return failure instanceof Failure.Rejected rejected
        ? "the provider refused with status %d: %s".formatted(rejected.status(), rejected.message())
        : failure.message();
  }

  /// Whether it is released because the server stops.
  static boolean stopping(Failure failure) {
    return failure instanceof Failure.NotSent unsent && STOPPING.contains(unsent.code());
  }

  /// After how many seconds another try may help; empty when nobody says.
  static Optional<String> retryAfter(Failure failure) {
    if (stopping(failure)) {
      return Optional.of("5");
    }
    if (failure instanceof Failure.Rejected rejected && rejected.retryAfter() != null) {
      long seconds = Math.ceilDiv(rejected.retryAfter().toMillis(), 1_000L);
      return Optional.of(Long.toString(seconds));
    }
    return Optional.empty();
  }

  private static Refusal uncertain(Result.Uncertain uncertain) {
    return Refusal.of(504, code(uncertain), why(uncertain)).about(id(uncertain.entry()));
  }

  /// The code of an end that may have been charged.
  static String code(Result.Uncertain uncertain) {
    Failure failure = uncertain.failure();
    return failure == null
        ? Optional.ofNullable(uncertain.entry().code()).orElse("unknown")
        : failure.code();
  }

  /// What to say of an end that may have been charged.
  static String why(Result.Uncertain uncertain) {
    Failure failure = uncertain.failure();
    return warned(
        failure == null
            ? "an earlier request with this key ended without a known result"
            : sentence(failure));
  }

  private static String warned(String why) {
    String bare = why.endsWith(".") ? why.substring(0, why.length() - 1) : why;
    return bare.contains("may have charged") || bare.contains("probably charged")
        ? bare + ", and Easel does not try again"
        : bare + "; it may have been charged, and Easel does not try again";
  }

  /// The refusal of an order that cannot be recorded.
  static Refusal notRecorded(Result.NotRecorded refused) {
    return unavailable(
        refused.reason(), "nothing was sent, because it cannot be recorded: " + refused.message());
  }

  /// What a log that cannot do its work means for a request.
  static Refusal unavailable(LogUnavailable unavailable) {
    return unavailable(unavailable.reason(), unavailable.getMessage());
  }

  private static Refusal unavailable(LogUnavailable.Reason reason, String message) {
    return switch (reason) {
      case FULL -> Refusal.of(507, "log_full", message);
      case BUSY -> Refusal.of(503, "log_busy", message).with("Retry-After", "1");
      case UNUSABLE, NEWER -> Refusal.of(503, "log_unavailable", message);
    };
  }

  private static @Nullable String id(@Nullable Entry entry) {
    return entry == null ? null : entry.id().toString();
  }
}
