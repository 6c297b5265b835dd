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

  Incoming {
    uploads = List.copyOf(uploads);
  }

  /// The request to `model` as the domain's rules and prices understand it.
  ImageRequest request(String model) {
    return new ImageRequest(
        operation,
        "openai",
        model,
        fields.text("prompt").orElse(""),
        fields.without("model").without("prompt").withoutNulls(),
        uploads);
  }
}
