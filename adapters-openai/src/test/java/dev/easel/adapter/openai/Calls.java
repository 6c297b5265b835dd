package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.easel.config.Dialect;
import dev.easel.config.Pace;
import dev.easel.config.ProviderSettings;
import dev.easel.config.ProxySettings;
import dev.easel.config.Secret;
import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageGenerator;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Upload;
import dev.easel.domain.image.Watch;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the tests of the client say again and again.
final class Calls {

  /// A key that must never be seen anywhere.
  static final String KEY = "sk-canary-0123456789abcdef";

  /// The smallest picture there is.
  static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
                  + "gg==");

  static final String PNG64 = Base64.getEncoder().encodeToString(PNG);

  /// An answer with one picture.
  static final String ANSWER = "{\"created\":1,\"data\":[{\"b64_json\":\"" + PNG64 + "\"}]}";

  private Calls() {}

  static ProviderSettings provider(Dialect dialect, String url) {
    return provider(dialect, url, Duration.ofSeconds(20), Map.of());
  }

  static ProviderSettings provider(
      Dialect dialect, String url, Duration timeout, Map<String, Secret> headers) {
    return new ProviderSettings(
        "p", dialect, URI.create(url), new Secret(KEY), timeout, headers, Pace.STANDARD);
  }

  static ImageGenerator generator(ProviderSettings settings) {
    return ImageGenerators.of(List.of(settings), ProxySettings.NONE, "0.0", Arrivals.NONE);
  }

  static Outcome ask(String url, ImageRequest request) {
    return ask(Dialect.OPENAI, url, request);
  }

  static Outcome ask(Dialect dialect, String url, ImageRequest request) {
    return generator(provider(dialect, url)).generate(request, Watch.NOBODY);
  }

  static Outcome ask(String url) {
    return ask(url, generate());
  }

  static Outcome askWithin(Duration timeout, String url) {
    return generator(provider(Dialect.OPENAI, url, timeout, Map.of()))
        .generate(generate(), Watch.NOBODY);
  }

  static ImageRequest generate(Object... parameters) {
    return generateWith("gpt-image-2", parameters);
  }

  static ImageRequest generateWith(String model, Object... parameters) {
    return new ImageRequest(
        Operation.GENERATE, "p", model, "a lighthouse", fields(parameters), List.of());
  }

  static ImageRequest edit(List<Upload> uploads, Object... parameters) {
    return new ImageRequest(
        Operation.EDIT, "p", "gpt-image-2", "make it snow", fields(parameters), uploads);
  }

  static Upload upload(Upload.Role role, String name, byte[] bytes) {
    return new Upload(role, name, "image/png", "0".repeat(64), Content.of(bytes));
  }

  /// Names and values in turn.
  static Fields fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return Fields.of(fields);
  }

  static Outcome.Delivered delivered(Outcome outcome) {
    return assertInstanceOf(Outcome.Delivered.class, outcome, outcome::toString);
  }

  static Failure failure(Outcome outcome) {
    return assertInstanceOf(Outcome.Failed.class, outcome, outcome::toString).failure();
  }

  /// Remembers what it saw.
  static final class Witness implements Watch {
    final List<Progress> seen = Collections.synchronizedList(new ArrayList<>());
    private final boolean cancelled;

    Witness(boolean cancelled) {
      this.cancelled = cancelled;
    }

    @Override
    public void saw(Progress progress) {
      seen.add(progress);
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }

    <T extends Progress> List<T> all(Class<T> kind) {
      return seen.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
  }
}
