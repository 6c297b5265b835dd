package dev.easel.domain.image;

import java.util.ArrayList;
import java.util.List;

/// A request for tests: start with [#of], change what matters, end with [#request]. Whatever is not
/// said is plain and right.
public record RequestDraft(
    Operation operation,
    String provider,
    String model,
    String prompt,
    Fields parameters,
    List<Upload> uploads) {

  /// A generation by this model.
  public static RequestDraft of(String model) {
    return new RequestDraft(
        Operation.GENERATE, "openai", model, "a lighthouse at dusk", Fields.NONE, List.of());
  }

  /// At another provider than `openai`.
  public RequestDraft at(String other) {
    return new RequestDraft(operation, other, model, prompt, parameters, uploads);
  }

  /// With another prompt.
  public RequestDraft saying(String text) {
    return new RequestDraft(operation, provider, model, text, parameters, uploads);
  }

  /// With one more parameter.
  public RequestDraft with(String name, @Nullable Object value) {
    Fields more = parameters.with(name, value);
    return new RequestDraft(operation, provider, model, prompt, more, uploads);
  }

  /// At a size and quality.
  public RequestDraft at(String size, String quality) {
    return with("size", size).with("quality", quality);
  }

  /// An edit, even without a picture.
  public RequestDraft asEdit() {
    return new RequestDraft(Operation.EDIT, provider, model, prompt, parameters, uploads);
  }

  /// An edit of so many more PNG pictures.
  public RequestDraft editing(int pictures) {
    RequestDraft draft = this;
    for (int index = 0; index < pictures; index++) {
      draft = draft.sending(Upload.Role.IMAGE, "image/png", 1000);
    }
    return draft;
  }

  /// An edit that sends one more picture along, of zeros.
  public RequestDraft sending(Upload.Role role, String mediaType, int bytes) {
    Content content = Content.of(new byte[bytes]);
    List<Upload> more = new ArrayList<>(uploads);
    more.add(new Upload(role, "picture", mediaType, "0".repeat(64), content));
    return new RequestDraft(Operation.EDIT, provider, model, prompt, parameters, more);
  }

  /// The request.
  public ImageRequest request() {
    return new ImageRequest(operation, provider, model, prompt, parameters, uploads);
  }
}
