package dev.easel.app.http;

import dev.easel.config.Settings;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.usecase.Order;
import dev.easel.domain.usecase.Result;
import dev.easel.domain.usecase.Studio;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Answers requests for pictures: when they have ended, or, to whoever prefers that, as soon as
/// they are in the log.
final class GenerateRoutes {

  private static final String ASYNC = "respond-async";

  private final Studio studio;
  private final ImageOrders orders;
  private final WorkInFlight inFlight;
  private final EventFeed feed;
  private final AccessLog log;

  /// @param log of what goes wrong when its client has its answer already
  GenerateRoutes(
      Settings settings, Studio studio, WorkInFlight inFlight, EventFeed feed, AccessLog log) {
    this.studio = studio;
    this.orders = new ImageOrders(settings);
    this.inFlight = inFlight;
    this.feed = feed;
    this.log = log;
  }

  /// `POST /generate`.
  Reply generate(Request request) {
    Order order = orders.order(request);
    orders.demandKey(order.request());
    Watch watch = feed.following(order.caller(), inFlight.watch());
    return isAsyncPreferred(request) ? begun(order, watch) : ended(order, watch);
  }

  // RFC 7240: preferences are separated by commas, and may have parameters.
  private static boolean isAsyncPreferred(Request request) {
    return request.headers().getOrDefault("Prefer", List.of()).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(preference -> preference.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .anyMatch(ASYNC::equals);
  }

  private Reply ended(Order order, Watch watch) {
    Warnings warnings = new Warnings(watch);
    Result result = inFlight.run(() -> studio.generateImages().generate(order, warnings), () -> {});
    return Answers.of(result, warnings.sentences());
  }

  private Reply begun(Order order, Watch watch) {
    Beginning beginning = new Beginning(watch);
    CompletableFuture<Result> work =
        inFlight
            .start(() -> studio.generateImages().generate(order, beginning), () -> {})
            .whenComplete((_, _) -> beginning.over());
    Optional<Entry> entry = beginning.entry().flatMap(EntryId::parse).flatMap(studio.log()::find);
    if (entry.isEmpty()) {
      return Answers.of(WorkInFlight.ended(work), beginning.warnings());
    }
    work.exceptionally(this::logged);
    return Answers.accepted(entry.get(), beginning.warnings()).with("Preference-Applied", ASYNC);
  }

  private Result logged(Throwable defect) {
    log.defect(UUID.randomUUID().toString(), defect);
    throw new IllegalStateException(defect);
  }
}
