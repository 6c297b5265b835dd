package dev.easel.app.http;

import dev.easel.config.GatewayKey;
import dev.easel.config.Settings;
import dev.easel.domain.image.Credential;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ModelCatalog;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Upload;
import dev.easel.domain.usecase.Order;
import java.util.List;
import java.util.Locale;

/// Understands requests in OpenAI's form. What they say goes to the provider as it is: no default
/// is filled in but the model, and what Easel does not know travels on.
final class GatewayOrders {

  private final Settings settings;
  private final ImageOrders orders;
  private final ModelCatalog catalog;

  GatewayOrders(Settings settings, ModelCatalog catalog) {
    this.settings = settings;
    this.orders = new ImageOrders(settings);
    this.catalog = catalog;
  }

  /// The order of pictures from words alone.
  ///
  /// @throws Refusal 400 when it cannot be understood
  Order generation(Request request) {
    return order(request, Operation.GENERATE, JsonBody.read(request), List.of());
  }

  /// The order of an edit, whose pictures stay in the body.
  ///
  /// @throws Refusal 400 when it cannot be understood
  Order edit(Request request, SpooledBody body) {
    String type = request.header(Reply.TYPE).orElse("");
    EditBody edit =
        type.toLowerCase(Locale.ROOT).startsWith("multipart/")
            ? FormEdit.read(body, type)
            : JsonEdit.read(body);
    return order(request, Operation.EDIT, edit.fields(), edit.uploads());
  }

  private Order order(Request request, Operation operation, Fields body, List<Upload> uploads) {
    ImageRequest asked =
        new ImageRequest(
            operation,
            orders.provider(request.header("x-easel-provider")).name(),
            ImageOrders.text(body, "model").orElseGet(() -> settings.defaults().model()),
            ImageOrders.text(body, "prompt").orElse(""),
            body.without("model").without("prompt").withoutNulls(),
            uploads,
            credential(request));
    demandKey(asked);
    boolean promptKept = flag(request, "x-easel-log-prompt", settings.promptsKept());
    return new Order(
        asked,
        request.caller(),
        ImageOrders.key(request),
        checked(request, asked),
        promptKept,
        true);
  }

  private @Nullable Credential credential(Request request) {
    return settings.server().gatewayKey() == GatewayKey.OWN
        ? null
        : new Credential(
            request.header("Authorization").map(Gate::bearer).map(String::strip).orElse(""),
            request.header("OpenAI-Organization").orElse(null),
            request.header("OpenAI-Project").orElse(null));
  }

  // Whoever brings no key of their own must not spend with the server's.
  private void demandKey(ImageRequest asked) {
    Credential credential = asked.credential();
    if (credential == null) {
      orders.demandKey(asked);
    } else if (credential.key().isEmpty()) {
      throw Refusal.of(
          401,
          "invalid_api_key",
          "this server calls the provider with your own key; send it as a bearer token, and Easel's"
              + " token, if there is one, as x-easel-token");
    }
  }

  // A model that came out yesterday is the provider's to know.
  private boolean checked(Request request, ImageRequest asked) {
    return !flag(request, "x-easel-no-check", false)
        && catalog.card(asked.provider(), asked.model()).isPresent();
  }

  private static boolean flag(Request request, String header, boolean standard) {
    return switch (request.header(header).orElse("")) {
      case "true" -> true;
      case "false" -> false;
      case "" -> standard;
      default -> throw Refusal.of(400, "bad_header", header + " must be true or false");
    };
  }
}
