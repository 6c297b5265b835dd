package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Upload;
import java.util.List;

/// A request for pictures, as it came in.
///
/// @param fields everything but the uploads
record Incoming(Operation operation, Fields fields, List<Upload> uploads) {

  private static final String STANDARD_MODEL = "gpt-image-2";

  String model() {
    return fields.text("model").orElse(STANDARD_MODEL);
  }

  /// The request as the domain's rules and prices understand it.
  ImageRequest request() {
    return new ImageRequest(
        operation,
        "openai",
        model(),
        fields.text("prompt").orElse(""),
        fields.without("model").without("prompt").withoutNulls(),
        uploads);
  }
}
