package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Violation;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.usecase.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The one place that turns the end of an order into an answer in OpenAI's form: what the provider
/// said is given out as it came, and what Easel adds stands in headers.
final class GatewayAnswers {

  private static final Set<String> NO_KEY = Set.of("missing_key", "unusable_key");
  private static final Set<String> WRONG = Set.of("not_expressible", "upload_unreadable");

  private final PictureStore pictures;

  GatewayAnswers(PictureStore pictures) {
    this.pictures = pictures;
  }

  /// The answer to a request for pictures.
  ///
  /// @param warnings what the client should know besides, a sentence each
  Reply of(Result result, List<String> warnings) {
    return switch (result) {
      case Result.Done done -> done(done, warnings);
      case Result.Invalid invalid -> invalid(invalid);
      case Result.Pictureless pictureless -> pictureless(pictureless);
      case Result.OverBudget over ->
          told(GatewayErrors.once(Answers.overBudget(over).envelopedReply()), over.entry())
              .noting(Answers.note(over));
      case Result.KeyReused reused ->
          GatewayErrors.once(Answers.keyReused(reused).envelopedReply());
      case Result.Released released ->
          GatewayErrors.warned(released(released), Answers.all(warnings, released.troubles()));
      case Result.Uncertain uncertain ->
          GatewayErrors.warned(uncertain(uncertain), Answers.all(warnings, uncertain.troubles()));
      case Result.NotRecorded refused ->
          Answers.notRecorded(refused)
              .warning(Answers.all(warnings, refused.troubles()))
              .envelopedReply();
    };
  }

  private static Reply pictureless(Result.Pictureless pictureless) {
    return told(
        GatewayErrors.once(Answers.pictureless(pictureless).envelopedReply()), pictureless.entry());
  }

  /// The answer that sends events as they come. Of its entry, only the id is known in time for a
  /// header.
  Reply live(LiveEvents events, LiveStream stream) {
    Reply bare =
        GatewayErrors.once(Reply.live(200, EventText.TYPE, stream::writeTo))
            .with("Cache-Control", "no-store");
    String id = events.entry();
    Reply reply =
        id == null
            ? bare
            : bare.with("x-easel-entry", id).with(GatewayErrors.REQUEST_ID, id).about(id);
    return GatewayErrors.warned(reply, events.warnings());
  }

  /// What ends a stream that has begun: the finished events, or an error.
  Content last(Result result) {
    return switch (result) {
      case Result.Done done ->
          EventText.of(envelope(done).documents(), new GatewayPictures(done, pictures));
      case Result.Pictureless _,
          Result.Invalid _,
          Result.OverBudget _,
          Result.KeyReused _,
          Result.Released _,
          Result.Uncertain _,
          Result.NotRecorded _ ->
          EventText.error(of(result, List.of()).body());
    };
  }

  private static Envelope envelope(Result.Done done) {
    return Optional.ofNullable(done.envelope())
        .orElseGet(() -> GatewayPictures.envelope(done.entry()));
  }

  private static Reply invalid(Result.Invalid invalid) {
    String param = invalid.violations().stream().map(Violation::parameter).findFirst().orElse(null);
    Entry entry = invalid.entry();
    Reply reply =
        GatewayErrors.reply(
            400, invalid.message(), param, "invalid_value", entry == null ? null : id(entry));
    return entry == null ? reply : told(reply, entry);
  }

  private Reply done(Result.Done done, List<String> warnings) {
    GatewayPictures found = new GatewayPictures(done, pictures);
    found.demandAll();
    Envelope envelope = envelope(done);
    Reply reply = headers(written(envelope, found), envelope, done.entry());
    return GatewayErrors.warned(
        told(done.replayed() ? reply.with("x-easel-replayed", "true") : reply, done.entry()),
        Answers.all(warnings, done.troubles()));
  }

  private static Reply written(Envelope envelope, GatewayPictures found) {
    if (envelope.events()) {
      return Reply.of(envelope.status(), EventText.TYPE, EventText.of(envelope.documents(), found))
          .with("Cache-Control", "no-store");
    }
    Fields document = envelope.documents().getFirst();
    return Reply.of(envelope.status(), "application/json", found.json(document))
        .with("Cache-Control", "no-store");
  }

  private static Reply headers(Reply bare, @Nullable Envelope envelope, Entry entry) {
    String request = Optional.ofNullable(entry.requestId()).orElseGet(() -> id(entry));
    Reply reply = bare.with(GatewayErrors.REQUEST_ID, request);
    Map<String, String> passed = envelope == null ? Map.of() : envelope.headers();
    for (Map.Entry<String, String> header : passed.entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }

  /// The answer with what Easel has to say of its entry.
  private static Reply told(Reply bare, Entry entry) {
    Reply reply = bare.with("x-easel-entry", id(entry)).with("x-easel-state", entry.state().word());
    return Optional.ofNullable(entry.cost().amount())
        .map(amount -> reply.with("x-easel-cost", amount.usd().toPlainString()))
        .orElse(reply)
        .about(id(entry));
  }

  private static Reply released(Result.Released released) {
    Failure failure = released.failure();
    Entry entry = released.entry();
    return told(
        asSaid(released.envelope(), entry)
            .orElseGet(() -> {
              int status = status(failure);
              Reply reply =
                  GatewayErrors.reply(
                      status, Answers.sentence(failure), null, failure.code(), id(entry));
              Reply passed = headers(reply, released.envelope(), entry);
              return Answers.retryAfter(failure)
                  .map(seconds -> passed.with("Retry-After", seconds))
                  .orElse(passed);
            }),
        entry);
  }

  private static int status(Failure failure) {
    if (failure instanceof Failure.Rejected rejected) {
      return rejected.status() < 400 ? 502 : rejected.status();
    }
    if (Answers.stopping(failure)) {
      return 503;
    }
    return NO_KEY.contains(failure.code()) ? 401 : WRONG.contains(failure.code()) ? 400 : 502;
  }

  private static Reply uncertain(Result.Uncertain uncertain) {
    Entry entry = uncertain.entry();
    return told(
        GatewayErrors.once(
            asSaid(uncertain.envelope(), entry)
                .orElseGet(() -> headers(composed(uncertain), uncertain.envelope(), entry))),
        entry);
  }

  private static Reply composed(Result.Uncertain uncertain) {
    int status = uncertain.failure() instanceof Failure.Rejected said ? said.status() : 504;
    return GatewayErrors.reply(
        Math.max(status, 400),
        Answers.why(uncertain),
        null,
        Answers.code(uncertain),
        id(uncertain.entry()));
  }

  /// A refusal in the provider's own words, when it speaks as OpenAI does.
  private static Optional<Reply> asSaid(@Nullable Envelope envelope, Entry entry) {
    return Optional.ofNullable(envelope)
        .filter(said -> said.status() >= 400)
        .filter(said -> said.documents().stream().anyMatch(GatewayAnswers::isError))
        .map(said -> headers(Reply.json(said.status(), said.documents().getFirst()), said, entry));
  }

  private static boolean isError(Fields document) {
    return document.fields("error").text("message").isPresent();
  }

  private static String id(Entry entry) {
    return entry.id().toString();
  }
}
