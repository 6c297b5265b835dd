package dev.easel.app.http;

import dev.easel.config.ProviderSettings;
import dev.easel.config.Settings;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.usecase.Order;
import java.util.List;
import java.util.Optional;

/// Understands the body of a request for pictures.
final class ImageOrders {

  /// What in a body sends what Easel would refuse.
  static final String UNCHECKED = "\"no_check\": true";

  private static final String NO_CHECK = "no_check";
  private static final String LOG_PROMPT = "log_prompt";
  private static final int LONGEST_KEY = 255;

  private final Settings settings;

  ImageOrders(Settings settings) {
    this.settings = settings;
  }

  /// The order in a request.
  ///
  /// @throws Refusal 400 when it cannot be understood
  Order order(Request request) {
    Fields body = JsonBody.read(request);
    return new Order(
        imageRequest(body), request.caller(), key(request), checked(body), promptKept(body));
  }

  /// Makes sure that the provider of a request has the key that it wants.
  ///
  /// @throws Refusal 400 when it has not
  void demandKey(ImageRequest request) {
    ProviderSettings provider = settings.provider(request.provider()).orElseThrow();
    if (provider.keyMissing()) {
      throw Refusal.of(
          400,
          "no_api_key",
          "no key is configured for the provider %s; set %s, or serve with --sandbox"
              .formatted(provider.name(), keyName(provider)));
    }
  }

  private static String keyName(ProviderSettings provider) {
    return provider.name().equals(Settings.OPENAI)
        ? "OPENAI_API_KEY"
        : "provider." + provider.name() + ".api-key";
  }

  /// Whether the rules of the model are to be checked.
  ///
  /// @throws Refusal 400 when that cannot be understood
  static boolean checked(Fields body) {
    return !flag(body, NO_CHECK, false);
  }

  private boolean promptKept(Fields body) {
    return flag(body, LOG_PROMPT, settings.promptsKept());
  }

  /// The request for pictures in a body; everything that Easel has no name for is a parameter.
  ImageRequest imageRequest(Fields body) {
    return new ImageRequest(
        Operation.GENERATE,
        provider(body).name(),
        text(body, "model").orElseGet(() -> settings.defaults().model()),
        text(body, "prompt").orElse(""),
        streaming(
            body.without("model")
                .without("prompt")
                .without("provider")
                .without(NO_CHECK)
                .without(LOG_PROMPT)
                .withoutNulls()),
        List.of());
  }

  /// Partial pictures come only in a stream, so whoever asks for some asks for it, too.
  private static Fields streaming(Fields parameters) {
    boolean partials = parameters.whole("partial_images").orElse(0) > 0;
    return partials && !parameters.has("stream") ? parameters.with("stream", true) : parameters;
  }

  private ProviderSettings provider(Fields body) {
    return provider(text(body, "provider"));
  }

  /// The provider of a name, or else the configured one.
  ///
  /// @throws Refusal 400 when there is none of this name
  ProviderSettings provider(Optional<String> name) {
    return settings
        .provider(name.orElseGet(settings::provider))
        .orElseThrow(() ->
            Refusal.of(
                400,
                "unknown_provider",
                "no provider of that name is configured; there are: "
                    + String.join(
                        ", ", settings.providers().stream().map(ProviderSettings::name).toList())));
  }

  /// The idempotency key of a request, null when it has none.
  ///
  /// @throws Refusal 400 when it is empty or too long
  static @Nullable String key(Request request) {
    Optional<String> key = request.header("Idempotency-Key");
    if (key.isPresent() && (key.get().isEmpty() || key.get().length() > LONGEST_KEY)) {
      throw Refusal.of(
          400, "bad_key", "an idempotency key has from 1 to " + LONGEST_KEY + " characters");
    }
    return key.orElse(null);
  }

  /// A value that is text.
  ///
  /// @throws Refusal 400 when it is something else
  static Optional<String> text(Fields body, String name) {
    if (body.get(name) != null && body.text(name).isEmpty()) {
      throw Refusal.of(400, "invalid_request", name + " must be text");
    }
    return body.text(name);
  }

  private static boolean flag(Fields body, String name, boolean standard) {
    if (body.get(name) != null && body.flag(name).isEmpty()) {
      throw Refusal.of(400, "invalid_request", name + " must be true or false");
    }
    return body.flag(name).orElse(standard);
  }
}
