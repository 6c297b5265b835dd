package dev.easel.app.http;

import dev.easel.config.Settings;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Lifecycle;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.usecase.Order;
import dev.easel.domain.usecase.Result;
import dev.easel.domain.usecase.Studio;
import dev.easel.domain.usecase.Time;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Answers clients that speak to OpenAI, in OpenAI's own form.
final class GatewayRoutes {

  private final Settings settings;
  private final Studio studio;
  private final Time time;
  private final WorkInFlight inFlight;
  private final EventFeed feed;
  private final GatewayOrders orders;
  private final GatewayAnswers answers;
  private final ClientRetries retries = new ClientRetries();

  GatewayRoutes(
      Settings settings, Studio studio, Time time, WorkInFlight inFlight, EventFeed feed) {
    this.settings = settings;
    this.studio = studio;
    this.time = time;
    this.inFlight = inFlight;
    this.feed = feed;
    this.orders = new GatewayOrders(settings, studio.catalog());
    this.answers = new GatewayAnswers(studio.pictures());
  }

  /// All of them.
  List<Router.Route> routes() {
    return List.of(
        Router.Route.forCallers("POST", "/v1/images/generations", this::generations),
        Router.Route.forCallers("POST", "/v1/images/edits", this::edits).withFiles(),
        Router.Route.forCallers("GET", "/v1/models", this::models),
        Router.Route.forCallers("GET", "/v1/models/{id}", this::model));
  }

  private Reply generations(Request request) {
    return made(request, orders.generation(request), () -> {});
  }

  private Reply edits(Request request) {
    SpooledBody body = request.spooled();
    return made(request, orders.edit(request, body), body.shared()::close);
  }

  /// @param afterwards what to do when the work has ended, be it long after its client has gone
  private Reply made(Request request, Order order, Runnable afterwards) {
    Order keyed = retries.keyed(request, order);
    Runnable end =
        () -> {
          retries.ended(keyed);
          afterwards.run();
        };
    return order.request().stream() ? streamed(keyed, end) : whole(keyed, end);
  }

  private Reply whole(Order order, Runnable afterwards) {
    Warnings warnings = new Warnings(feed.following(order.caller(), inFlight.watch()));
    Result result =
        inFlight.run(() -> studio.generateImages().generate(order, warnings), afterwards);
    return answers.of(result, warnings.sentences());
  }

  /// As long as no event has come, the answer is whole, an error for instance.
  private Reply streamed(Order order, Runnable afterwards) {
    LiveEvents events = new LiveEvents(feed.following(order.caller(), inFlight.watch()));
    CompletableFuture<Result> work =
        inFlight
            .start(() -> studio.generateImages().generate(order, events), afterwards)
            .whenComplete((_, _) -> events.end());
    Optional<Content> first = events.next();
    return first.isEmpty()
        ? answers.of(WorkInFlight.ended(work), events.warnings())
        : answers.live(
            events,
            new LiveStream(first.get(), events, () -> answers.last(WorkInFlight.ended(work))));
  }

  private Reply models(Request request) {
    return Reply.json(
        200,
        Fields.NONE
            .with("object", "list")
            .with("data", served().stream().map(GatewayRoutes::fields).toList()));
  }

  private Reply model(Request request) {
    String id = decoded(request.parameter());
    return served().stream()
        .filter(card -> card.id().equals(id))
        .findFirst()
        .map(card -> Reply.json(200, fields(card)))
        .orElseGet(() ->
            GatewayErrors.reply(
                404, "there is no model of this id", "model", "model_not_found", null));
  }

  private static String decoded(String id) {
    try {
      return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return id;
    }
  }

  private List<ModelCard> served() {
    LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    return studio.catalog().cards().stream()
        .filter(card -> card.provider().equals(settings.provider()))
        .filter(card -> card.lifecycle().stage(today) != Lifecycle.Stage.SHUT_DOWN)
        .toList();
  }

  private static Fields fields(ModelCard card) {
    return Fields.NONE
        .with("id", card.id())
        .with("object", "model")
        .with("created", created(card.lifecycle().released()))
        .with("owned_by", card.provider())
        .with(
            "shutdown_date",
            card.lifecycle().shutdown() == null ? null : card.lifecycle().shutdown().toString());
  }

  private static long created(@Nullable LocalDate released) {
    return released == null ? 0 : released.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }
}
