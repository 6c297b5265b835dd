package dev.easel.adapter.openai;

import dev.easel.domain.image.ImageRequest;

/// Azure OpenAI and Foundry: OpenAI's words, the key in a header of its own, and the model's name
/// is that of a deployment.
record AzureWording() implements Wording {

  @Override
  public Draft draft(ImageRequest request) {
    return Wording.openAiShaped(request, request.prompt(), OpenAiWording.fields(request));
  }

  @Override
  public String keyHeader() {
    return "api-key";
  }

  @Override
  public String keyPrefix() {
    return "";
  }
}
