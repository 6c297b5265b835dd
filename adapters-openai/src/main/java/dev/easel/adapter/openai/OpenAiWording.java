package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;

/// OpenAI itself. It has neither a seed nor steps. The DALL·E models answer with a URL that is good
/// for an hour unless asked for base64, so they are asked for base64 when the user does not say;
/// all later models answer with base64 and reject the question.
record OpenAiWording() implements Wording {

  @Override
  public Draft draft(ImageRequest request) {
    References references = new References(request);
    return references.any()
        ? references.draft(fields(request))
        : Wording.openAiShaped(request, request.prompt(), fields(request));
  }

  @Override
  public boolean namesPictures() {
    return true;
  }

  /// The parameters as OpenAI calls them.
  static Fields fields(ImageRequest request) {
    Fields fields = Wording.given(request).without("seed").without("steps");
    return request.model().startsWith("dall-e-")
        ? Wording.unlessSaid(fields, "response_format", "b64_json")
        : fields;
  }
}
