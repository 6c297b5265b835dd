package dev.easel.domain.image;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One request for pictures, as a face understood it.
///
/// `parameters` holds everything but model and prompt under the API's own names, in the order
/// given, known to Easel or not: what Easel does not know travels on to the provider and into the
/// log.
///
/// @param provider the configured name of the provider
/// @param model the whole model id
/// @param credential the caller's own key for the provider, null for the configured one
public record ImageRequest(
    Operation operation,
    String provider,
    String model,
    String prompt,
    Fields parameters,
    List<Upload> uploads,
    @Nullable Credential credential) {

  /// Copies the uploads.
  public ImageRequest {
    uploads = List.copyOf(uploads);
  }

  /// A request with the configured key.
  public ImageRequest(
      Operation operation,
      String provider,
      String model,
      String prompt,
      Fields parameters,
      List<Upload> uploads) {
    this(operation, provider, model, prompt, parameters, uploads, null);
  }

  /// The size asked for: `WxH`, `auto`, or whatever was passed as text.
  public Optional<String> size() {
    return parameters.text("size");
  }

  /// The quality asked for.
  public Optional<String> quality() {
    return parameters.text("quality");
  }

  /// The number of pictures asked for; 1 unless said.
  public long n() {
    return parameters.whole("n").orElse(1);
  }

  /// The seed asked for; always logged, sent where the provider's dialect has one.
  public OptionalLong seed() {
    return parameters.whole("seed");
  }

  /// The number of steps asked for; always logged, sent where the provider's dialect has one.
  public OptionalLong steps() {
    return parameters.whole("steps");
  }

  /// The output format asked for.
  public Optional<String> outputFormat() {
    return parameters.text("output_format");
  }

  /// Whether events are asked for.
  public boolean stream() {
    return parameters.flag("stream").orElse(false);
  }

  /// The number of partial pictures asked for; 0 unless events are asked for.
  public long partialImages() {
    return stream() ? parameters.whole("partial_images").orElse(0) : 0;
  }

  /// The uploads of one role, in order.
  public List<Upload> uploads(Upload.Role role) {
    return uploads.stream().filter(upload -> upload.role() == role).toList();
  }

  /// The same request with other parameters.
  public ImageRequest withParameters(Fields changed) {
    return new ImageRequest(operation, provider, model, prompt, changed, uploads, credential);
  }
}
