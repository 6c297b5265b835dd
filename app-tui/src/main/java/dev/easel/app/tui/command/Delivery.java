package dev.easel.app.tui.command;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.GeneratedImage;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.StoredPicture;
import dev.easel.domain.usecase.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Brings the end of an order to the user: the pictures to their places, the rest into words and an
/// exit code.
final class Delivery {

  private final Session session;
  private final PictureStore pictures;
  private final Destination destination;
  private final List<String> warnings;

  /// @param warnings what the user was told of on the way, a sentence each
  Delivery(Session session, PictureStore pictures, Destination destination, List<String> warnings) {
    this.session = session;
    this.pictures = pictures;
    this.destination = destination;
    this.warnings = List.copyOf(warnings);
  }

  /// Tells how an order ended.
  ///
  /// @param interrupted whether the user wanted to stop
  /// @return the exit code
  int deliver(Result result, boolean interrupted) {
    return switch (result) {
      case Result.Done done -> done(done);
      case Result.Pictureless pictureless ->
          throw failure(
              ExitCode.UNKNOWN,
              Result.Pictureless.CODE,
              pictureless.message(),
              pictureless.entry());
      case Result.Invalid invalid ->
          throw failure(
              ExitCode.WRONG, "invalid_request", invalid.message("--no-check"), invalid.entry());
      case Result.OverBudget over ->
          throw failure(
              ExitCode.OVER_BUDGET, "over_budget", over.refusal().details(), over.entry());
      case Result.KeyReused reused ->
          throw failure(
              ExitCode.KEY_REUSED,
              "key_reused",
              "this key was used for another request and is not free yet; nothing was sent",
              reused.entry());
      case Result.Released released ->
          throw told(released(released, interrupted), released.troubles());
      case Result.Uncertain uncertain -> throw told(uncertain(uncertain), uncertain.troubles());
      case Result.NotRecorded refused -> throw told(notRecorded(refused), refused.troubles());
    };
  }

  /// Tells of troubles beside a failure: people now, programs within its document.
  private CommandFailure told(CommandFailure failure, List<String> troubles) {
    if (!session.json()) {
      troubles.forEach(session::remark);
    }
    return failure.warning(all(troubles));
  }

  private List<String> all(List<String> troubles) {
    return Stream.concat(warnings.stream(), troubles.stream()).toList();
  }

  private int done(Result.Done done) {
    List<String> troubles = new ArrayList<>(done.troubles());
    List<DeliveredPicture> delivered = new ArrayList<>();
    for (int index = 0; index < done.entry().images().size(); index++) {
      delivered.add(picture(done, index, troubles));
    }
    Entry logged = logged(done, troubles);
    DeliveryReport report =
        new DeliveryReport(session, done, logged, delivered, pictures, all(troubles));
    if (session.json()) {
      session.print(report.document());
    } else {
      session.print(report.lines());
      troubles.forEach(session::remark);
    }
    return ExitCode.DONE;
  }

  /// The entry as the log has it once this process has ended, which is unknown where its end could
  /// not be written.
  private Entry logged(Result.Done done, List<String> troubles) {
    Entry entry = done.entry();
    if (done.troubles().isEmpty()) {
      return entry;
    }
    Entry logged = found(entry);
    if (logged.state() == EntryState.UNKNOWN) {
      troubles.add(settling(entry));
    }
    return logged;
  }

  private Entry found(Entry entry) {
    try {
      return session
          .log()
          .find(entry.id())
          .map(found -> found.finished() ? found : found.ended(Ending.stopped(found)))
          .orElse(entry);
    } catch (LogUnavailable _) { // nothing tells, and its end is not in there
      return entry.unwritten();
    }
  }

  private static String settling(Entry made) {
    String amount =
        made.cost().known().map(cost -> " --usd " + cost.usd().toPlainString()).orElse("");
    return "this command ends now, and leaves the entry unknown; once there is room, settle it:"
        + " easel settle %s --charged%s".formatted(made.id().shortForm(), amount);
  }

  private DeliveredPicture picture(Result.Done done, int index, List<String> troubles) {
    StoredPicture stored = done.entry().images().get(index);
    Optional<PictureStore.Picture> kept =
        Optional.ofNullable(stored.sha256()).flatMap(pictures::find);
    Content content =
        index < done.images().size()
            ? Optional.of(done.images().get(index)).map(GeneratedImage::content).orElseThrow()
            : kept.map(PictureStore.Picture::content).orElse(null);
    String place = kept.map(PictureStore.Picture::path).orElse(null);
    if (content == null) {
      new PicturePlace(stored, pictures).trouble().ifPresent(troubles::add);
      return new DeliveredPicture(stored, place, null);
    }
    return new DeliveredPicture(
        stored, place, written(done.entry(), index, content, place, troubles));
  }

  private @Nullable Path written(
      Entry entry, int index, Content content, @Nullable String kept, List<String> troubles) {
    ImageFormat format = format(content);
    String id = entry.id().toString();
    Optional<Path> place = Optional.empty();
    try {
      place = destination.write(content, id, index, format);
      place
          .filter(file -> Destination.misnamed(file, format))
          .ifPresent(
              file -> troubles.add(file + " holds a " + format.name() + ", whatever its name"));
    } catch (IOException | Content.ContentUnavailable failed) {
      troubles.add("the picture could not be written where you asked: " + reason(failed));
    }
    return place.isEmpty() && kept == null
        ? rescued(id, index, content, format, troubles)
        : place.orElse(null);
  }

  private @Nullable Path rescued(
      String id, int index, Content content, ImageFormat format, List<String> troubles) {
    for (Path directory : session.surroundings().rescuePlaces()) {
      try {
        Path place = Destination.rescue(directory, content, id, index, format);
        troubles.add("the picture was saved as " + place + "; move it to where you want it");
        return place;
      } catch (IOException | Content.ContentUnavailable failed) {
        troubles.add(
            "the picture could not be saved in %s: %s".formatted(directory, reason(failed)));
      }
    }
    return null;
  }

  private static String reason(Exception failed) {
    return failed.getClass().getSimpleName() + " " + failed.getMessage();
  }

  private static ImageFormat format(Content content) {
    return ImageFormat.recognise(content.head(ImageFormat.HEAD_BYTES)).orElse(ImageFormat.PNG);
  }

  private static CommandFailure released(Result.Released released, boolean interrupted) {
    Failure failure = released.failure();
    return failure(
        interrupted ? ExitCode.INTERRUPTED : ExitCode.REFUSED,
        failure.code(),
        said(failure) + "; nothing was charged",
        released.entry());
  }

  private static String said(Failure failure) {
    return failure instanceof Failure.Rejected rejected
        ? "the provider %s (status %d, %s): %s"
            .formatted(
                rejected.status() >= 500 ? "failed" : "refused",
                rejected.status(),
                rejected.code(),
                rejected.message())
        : failure.message();
  }

  private static CommandFailure uncertain(Result.Uncertain uncertain) {
    Entry entry = uncertain.entry();
    Failure failure = uncertain.failure();
    String why =
        failure == null ? "an earlier request with this key has no known end" : said(failure);
    String risk =
        Optional.ofNullable(entry.atRisk())
            .map(Money::toString)
            .map(amount -> "up to " + amount + " may have been charged")
            .orElse("it may have been charged");
    return failure(
        ExitCode.UNKNOWN,
        failure == null ? Optional.ofNullable(entry.code()).orElse("unknown") : failure.code(),
        why
            + "; "
            + risk
            + ", and it is not tried again; settle it when you know: easel settle "
            + entry.id().shortForm()
            + " --charged|--not-charged",
        entry);
  }

  private static CommandFailure notRecorded(Result.NotRecorded refused) {
    boolean full = refused.reason() == LogUnavailable.Reason.FULL;
    return failure(
        ExitCode.NOT_RECORDED,
        full ? "log_full" : "log_unavailable",
        "nothing was sent, because it cannot be recorded: " + refused.message(),
        null);
  }

  private static CommandFailure failure(
      int exitCode, String code, String message, @Nullable Entry entry) {
    return CommandFailure.of(exitCode, code, message)
        .about(entry == null ? null : entry.id().toString());
  }
}
