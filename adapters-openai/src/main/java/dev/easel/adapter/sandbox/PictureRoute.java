package dev.easel.adapter.sandbox;

import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ModelCatalog;
import dev.easel.domain.image.Operation;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Answers requests for pictures.
final class PictureRoute {

  private final SandboxSettings settings;
  private final Admission admission;
  private final Pricing pricing;
  private final PictureFiles files;
  private final Workshop workshop;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong charged = new AtomicLong();

  PictureRoute(
      SandboxSettings settings,
      ModelCatalog catalog,
      Pricing pricing,
      PictureFiles files,
      Workshop workshop) {
    this.settings = settings;
    this.admission = new Admission(catalog);
    this.pricing = pricing;
    this.files = files;
    this.workshop = workshop;
  }

  /// What a client sent.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Sent(Operation operation, String contentType, byte[] body, String host) {}

  void answer(Sent sent, Reply reply) throws IOException, ApiError {
    long request = requests.incrementAndGet();
    Commissioned order = admission.admit(sent.operation(), sent.contentType(), sent.body());
    Duration latency = settings.latency().of(request);
    Optional<Fault> fault = fault(request);
    if (fault.isPresent()) {
      Mishap.pause(latency);
      charged.addAndGet(fault.get().charged() ? order.n() : 0);
      new Mishap(order, reply).happen(fault.get());
      return;
    }
    charged.addAndGet(order.n());
    if (order.request().stream()) {
      new EventAnswer(order, usage(order, 1), workshop).send(reply, latency);
    } else {
      Mishap.pause(latency);
      DocumentAnswer.Shelf shelf =
          new DocumentAnswer.Shelf(files, "http://" + sent.host(), request);
      new DocumentAnswer(order, usage(order, order.n()), workshop, shelf).send(reply);
    }
  }

  private Optional<Fault> fault(long request) {
    return settings.faults().stream()
        .filter(plan -> plan.befalls(request))
        .map(FaultPlan::fault)
        .findFirst();
  }

  private Fields usage(Commissioned order, int pictures) {
    return UsageReport.of(order, pricing, LocalDate.now(ZoneOffset.UTC), pictures);
  }

  /// How many requests for pictures came, and how many pictures a provider would have charged for.
  Fields calls() {
    return Fields.NONE.with("requests", requests.get()).with("pictures_charged", charged.get());
  }
}
