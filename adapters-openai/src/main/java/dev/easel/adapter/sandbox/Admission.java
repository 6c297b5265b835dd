package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.ModelCatalog;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.RequestRules;
import dev.easel.domain.image.Violation;
import java.util.List;
import java.util.Locale;

/// Reads requests for pictures and refuses those that the API would refuse.
record Admission(ModelCatalog catalog) {

  private static final String STANDARD_MODEL = "gpt-image-2";

  /// The request in `body` with everything decided that it leaves open.
  Commissioned admit(Operation operation, String contentType, byte[] body) throws ApiError {
    Incoming incoming = read(operation, contentType, body);
    Parameters.check(incoming.fields());
    if (incoming.fields().get("prompt") == null) {
      throw ApiError.invalid("missing_required_parameter", "prompt", "A prompt is needed.");
    }
    ModelCard card = card(incoming.fields().text("model").orElse(STANDARD_MODEL));
    ImageRequest request = incoming.request(card.id());
    for (Violation violation : RequestRules.check(card, request)) {
      throw ApiError.invalid(code(card, violation), violation.parameter(), violation.message());
    }
    return Commissioned.of(request, card, Materials.of(request));
  }

  private static Incoming read(Operation operation, String contentType, byte[] body)
      throws ApiError {
    String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean edit = operation == Operation.EDIT;
    if (edit && mediaType.equals("multipart/form-data")) {
      return Multipart.read(body, contentType);
    }
    if (!mediaType.equals("application/json")) {
      throw ApiError.invalid(
          "unsupported_content_type",
          null,
          "The content type must be application/json" + (edit ? " or multipart/form-data." : "."));
    }
    Fields fields = WireJson.object(body);
    return edit ? JsonEdit.read(fields) : new Incoming(operation, fields, List.of());
  }

  private ModelCard card(String model) throws ApiError {
    return catalog.card("openai", model).orElseThrow(() -> ApiError.unknownModel(model));
  }

  private static String code(ModelCard card, Violation violation) {
    boolean parameter =
        !List.of("prompt", "model", "seed", "steps", "image").contains(violation.parameter());
    return parameter && !card.accepted().contains(violation.parameter())
        ? "unknown_parameter"
        : "invalid_value";
  }
}
