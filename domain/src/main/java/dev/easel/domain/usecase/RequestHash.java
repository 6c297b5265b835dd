package dev.easel.domain.usecase;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.Json;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/// What makes two requests the same for an idempotency key: everything that was asked for, in any
/// order of parameters.
///
/// A hash confirms a guess, and a prompt may be guessed letter for letter. Where the prompt is
/// withheld, the key is hashed with it: the same prompt does not show as the same hash, and no
/// table made beforehand finds it.
public final class RequestHash {

  private RequestHash() {}

  /// SHA-256 of the normalised request, as hexadecimal digits.
  ///
  /// @param request of the order, its defaults filled in
  public static String of(Order order, ImageRequest request) {
    Fields asked = fields(request).withPresent("key", order.promptKept() ? null : order.key());
    return CanonicalForm.sha256(Json.write(asked).getBytes(StandardCharsets.UTF_8));
  }

  private static Fields fields(ImageRequest request) {
    return Fields.NONE
        .with("operation", request.operation().name())
        .with("provider", request.provider())
        .with("model", request.model())
        .with("prompt", request.prompt())
        .with("parameters", Fields.of(new TreeMap<>(request.parameters().asMap())))
        .with(
            "uploads",
            request.uploads().stream()
                .map(upload -> upload.role() + ":" + upload.sha256())
                .toList());
  }
}
