package dev.easel.app.http;

import dev.easel.config.ProviderSettings;
import dev.easel.config.Settings;
import dev.easel.domain.cost.Standing;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ModelFields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Violation;
import dev.easel.domain.ledger.BudgetFields;
import dev.easel.domain.ledger.EstimateFields;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.usecase.EstimateCost;
import dev.easel.domain.usecase.Studio;
import dev.easel.domain.usecase.Time;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Answers what making pictures would cost, and how the studio is.
final class StudioRoutes {

  /// What the picture of a usual request may take.
  private static final long A_PICTURE = 2L * 1024 * 1024;

  private final Settings settings;
  private final Studio studio;
  private final Time time;
  private final ImageOrders orders;
  private final WorkInFlight inFlight;

  StudioRoutes(Settings settings, Studio studio, Time time, WorkInFlight inFlight) {
    this.settings = settings;
    this.studio = studio;
    this.time = time;
    this.orders = new ImageOrders(settings);
    this.inFlight = inFlight;
  }

  /// `POST /estimate`.
  Reply estimate(Request request) {
    Fields body = JsonBody.read(request);
    ImageRequest asked = orders.imageRequest(body);
    EstimateCost.Assessment assessment = studio.estimateCost().assess(asked);
    boolean known = studio.catalog().card(asked.provider(), asked.model()).isPresent();
    if (known && ImageOrders.checked(body)) {
      refuse(assessment.apartFromPrompt());
    }
    return Reply.json(200, estimate(assessment).with("budget", budget(assessment, request)));
  }

  private static Fields estimate(EstimateCost.Assessment assessment) {
    ImageRequest filled = assessment.request();
    return EstimateFields.of(
        assessment.estimate(),
        filled.model(),
        filled.size().orElse(null),
        filled.quality().orElse(null),
        filled.n());
  }

  private List<Fields> budget(EstimateCost.Assessment assessment, Request request) {
    List<Standing> standings = studio.reportBudget().standings(request.caller());
    return BudgetFields.of(standings, assessment.estimate());
  }

  private static void refuse(List<Violation> broken) {
    if (!broken.isEmpty()) {
      throw Refusal.of(
          400,
          "invalid_request",
          String.join("; ", broken.stream().map(Violation::message).toList()));
    }
  }

  /// `GET /models`.
  Reply models(Request request) {
    LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    return Reply.json(
        200,
        Fields.NONE.with(
            "models",
            studio.catalog().cards().stream().map(card -> ModelFields.of(card, today)).toList()));
  }

  /// `GET /budget`: a caller learns of itself only.
  Reply budget(Request request) {
    return Reply.json(200, BudgetFields.of(studio.reportBudget().report(request.caller())));
  }

  private String status(@Nullable String trouble) {
    if (inFlight.closing()) {
      return "stopping";
    }
    return trouble == null ? "healthy" : "degraded";
  }

  private Optional<String> trouble(int unfinished) {
    Optional<String> ends =
        Optional.of("the ends of some entries could not be written yet")
            .filter(_ -> unfinished > 0);
    return ofTheLog().or(this::ofThePictures).or(() -> ends);
  }

  private Optional<String> ofTheLog() {
    try {
      studio.log().page(Query.EVERYTHING, Page.Request.newest(1));
      return Optional.empty();
    } catch (LogUnavailable _) {
      return Optional.of("the log cannot be read, so nothing is sent");
    }
  }

  private Optional<String> ofThePictures() {
    try {
      studio.pictures().demandRoom(A_PICTURE);
      return Optional.empty();
    } catch (PictureStore.Unstorable unstorable) {
      return Optional.of(
          unstorable.full()
              ? "there is no room for another picture, so nothing is sent"
              : "pictures cannot be stored, so nothing is sent");
    }
  }

  /// `GET /health`: what is wrong is said without a place on the disk, since callers may ask.
  Reply health(Request request) {
    ProviderSettings provider = settings.provider(settings.provider()).orElseThrow();
    int unfinished = studio.background().count();
    String trouble = trouble(unfinished).orElse(null);
    return Reply.json(
        200,
        Fields.NONE
            .with("status", status(trouble))
            .with("trouble", trouble)
            .with("unfinished", unfinished)
            .with("api_key_configured", provider.apiKey() != null)
            .with("provider", provider.name())
            .with("sandbox", settings.sandbox())
            .with("log_backend", settings.log().backend().name().toLowerCase(Locale.ROOT))
            .with("in_flight", inFlight.count())
            .plus(new QueueRoutes(studio, time).health()));
  }
}
