package dev.easel.adapter.sandbox;

import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.ModelCatalog;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.RequestRules;
import dev.easel.domain.image.Violation;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Answers requests for pictures.
final class PictureRoute {

  private final SandboxSettings settings;
  private final ModelCatalog catalog;
  private final Pricing pricing;
  private final PictureFiles files;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong charged = new AtomicLong();

  PictureRoute(
      SandboxSettings settings, ModelCatalog catalog, Pricing pricing, PictureFiles files) {
    this.settings = settings;
    this.catalog = catalog;
    this.pricing = pricing;
    this.files = files;
  }

  /// What a client sent.
  record Sent(Operation operation, String contentType, Content body, String host) {}

  void answer(Sent sent, Reply reply) throws IOException, ApiError {
    long request = requests.incrementAndGet();
    long start = System.nanoTime();
    Commissioned order = checked(incoming(sent));
    Mishap.pause(settings.latency().of(request));
    for (FaultPlan plan : settings.faults()) {
      if (plan.befalls(request)) {
        charged.addAndGet(plan.fault().charged() ? order.n() : 0);
        Mishap.happen(plan.fault(), reply);
        return;
      }
    }
    charged.addAndGet(order.n());
    reply.processed(Duration.ofNanos(System.nanoTime() - start).toMillis());
    deliver(order, reply, new PictureAnswer.Shelf(files, "http://" + sent.host(), request));
  }

  private void deliver(Commissioned order, Reply reply, PictureAnswer.Shelf shelf)
      throws IOException, ApiError {
    Fields usage = UsageReport.of(order, pricing, LocalDate.now(ZoneOffset.UTC));
    PictureAnswer answer = new PictureAnswer(order, usage);
    if (order.request().stream()) {
      answer.events(reply);
    } else {
      answer.document(reply, shelf);
    }
  }

  /// How many requests for pictures came, and how many pictures a provider would have charged for.
  Fields calls() {
    return Fields.NONE.with("requests", requests.get()).with("pictures_charged", charged.get());
  }

  private static Incoming incoming(Sent sent) throws ApiError {
    boolean multipart = sent.contentType().startsWith("multipart/form-data");
    if (multipart && sent.operation() == Operation.EDIT) {
      return Multipart.read(sent.body().bytes(), sent.contentType());
    }
    if (!sent.contentType().startsWith("application/json")) {
      throw ApiError.invalid(
          "unsupported_content_type", null, "The content type must be application/json.");
    }
    Fields body = WireJson.object(sent.body().bytes());
    return sent.operation() == Operation.EDIT
        ? JsonEdit.read(body)
        : new Incoming(Operation.GENERATE, body, List.of());
  }

  private Commissioned checked(Incoming incoming) throws ApiError {
    ModelCard card =
        catalog
            .card("openai", incoming.model())
            .orElseThrow(() -> ApiError.unknownModel(incoming.model()));
    ImageRequest request = incoming.request();
    List<Violation> violations = RequestRules.check(card, request);
    if (!violations.isEmpty()) {
      Violation first = violations.getFirst();
      throw ApiError.invalid("invalid_value", first.parameter(), first.message());
    }
    return Commissioned.of(request, card);
  }
}
