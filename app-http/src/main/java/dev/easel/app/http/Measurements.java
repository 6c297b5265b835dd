package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.usecase.Result;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/// What this process has measured since its start, under the names of OpenTelemetry's semantic
/// conventions where they have one. Labels are bounded: no ids, no prompts, no words of strangers.
/// Safe for use by several threads.
final class Measurements {

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PATCH");
  private static final String OPERATION = "generate_content";
  private static final int MOST_REMEMBERED = 1_000;

  /// As the conventions recommend them, in seconds.
  private static final double[] ANSWERS = {
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10
  };

  private static final double[] CALLS = {
    0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92
  };

  private static final double[] TOKENS = {
    1,
    4,
    16,
    64,
    256,
    1_024,
    4_096,
    16_384,
    65_536,
    262_144,
    1_048_576,
    4_194_304,
    16_777_216,
    67_108_864
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final ModelLabels models;
  private final LinkedHashSet<String> counted = new LinkedHashSet<>();

  private final Histogram answers =
      Histogram.builder()
          .name("http_server_request_duration_seconds")
          .help("How long requests to this server took.")
          .labelNames("http_request_method", "http_route", "http_response_status_code")
          .withoutExemplars()
          .classicOnly()
          .classicUpperBounds(ANSWERS)
          .register(registry);

  private final Histogram calls =
      Histogram.builder()
          .name("gen_ai_client_operation_duration_seconds")
          .help("How long the provider took, from the first call of an order to its end.")
          .labelNames(
              "gen_ai_operation_name", "gen_ai_provider_name", "gen_ai_request_model", "error_type")
          .withoutExemplars()
          .classicOnly()
          .classicUpperBounds(CALLS)
          .register(registry);

  private final Histogram tokens =
      Histogram.builder()
          .name("gen_ai_client_token_usage")
          .help("How many tokens the provider reported.")
          .labelNames(
              "gen_ai_operation_name",
              "gen_ai_provider_name",
              "gen_ai_request_model",
              "gen_ai_token_type")
          .withoutExemplars()
          .classicOnly()
          .classicUpperBounds(TOKENS)
          .register(registry);

  private final Counter pictures =
      Counter.builder()
          .name("easel_pictures_total")
          .help("How many pictures arrived.")
          .labelNames("provider", "model")
          .withoutExemplars()
          .register(registry);

  Measurements(ModelLabels models) {
    this.models = models;
  }

  /// Adds what is to be asked for at the time of looking.
  void add(StudioMeasurements others) {
    registry.register(others);
  }

  /// A request was answered.
  ///
  /// @param route its template, or `-`
  void answered(String method, String route, int status, Duration taken) {
    answers
        .labelValues(METHODS.contains(method) ? method : "_OTHER", route, Integer.toString(status))
        .observe(seconds(taken));
  }

  private static double seconds(Duration taken) {
    return taken.toNanos() / 1e9;
  }

  /// An order has ended; what is only told again does not count.
  void ended(Result result) {
    switch (result) {
      case Result.Done done when !done.replayed() -> made(done.entry());
      case Result.Released released -> failed(released.entry(), released.failure());
      case Result.Uncertain uncertain when uncertain.failure() != null ->
          failed(uncertain.entry(), uncertain.failure());
      case Result.Done _,
          Result.Uncertain _,
          Result.Invalid _,
          Result.OverBudget _,
          Result.KeyReused _,
          Result.Pictureless _,
          Result.NotRecorded _ -> {}
    }
  }

  private void made(Entry entry) {
    if (isNew(entry)) {
      String model = models.of(entry.model(), true);
      took(entry, model, "");
      used(entry, model, "input", "input_tokens");
      used(entry, model, "output", "output_tokens");
      pictures.labelValues(entry.provider(), model).inc(entry.images().size());
    }
  }

  private void failed(Entry entry, Failure failure) {
    if (isNew(entry)) {
      took(entry, models.of(entry.model(), false), type(failure));
    }
  }

  /// Who joined a request has its end, too.
  private synchronized boolean isNew(Entry entry) {
    boolean first = counted.add(entry.id().toString());
    if (counted.size() > MOST_REMEMBERED) {
      counted.removeFirst();
    }
    return first;
  }

  private void took(Entry entry, String model, String error) {
    Long micros = entry.latencyMicros();
    if (micros != null) {
      calls.labelValues(OPERATION, entry.provider(), model, error).observe(micros / 1e6);
    }
  }

  private void used(Entry entry, String model, String type, String field) {
    Fields usage = entry.usage();
    if (usage != null) {
      usage
          .whole(field)
          .ifPresent(count ->
              tokens.labelValues(OPERATION, entry.provider(), model, type).observe((double) count));
    }
  }

  /// A provider's own codes are without number.
  private static String type(Failure failure) {
    return failure instanceof Failure.Rejected rejected
        ? Integer.toString(rejected.status())
        : failure.code();
  }

  /// All of it in Prometheus's text format.
  Reply reply() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create()
          .write(text, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Reply.of(200, PrometheusTextFormatWriter.CONTENT_TYPE, Content.of(text.toByteArray()))
        .with("Cache-Control", "no-store");
  }
}
