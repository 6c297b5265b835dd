package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;

/// vLLM-Omni and SGLang diffusion, which share their names: `seed`, `num_inference_steps`, and
/// base64 only when asked for (SGLang) or anyway (vLLM-Omni).
record DiffusionWording() implements Wording {

  @Override
  public Draft draft(ImageRequest request) {
    Fields fields = Wording.withoutAutoSize(Wording.given(request));
    Fields named = Wording.renamed(fields, "steps", "num_inference_steps");
    return Wording.openAiShaped(
        request, request.prompt(), Wording.unlessSaid(named, "response_format", "b64_json"));
  }
}
