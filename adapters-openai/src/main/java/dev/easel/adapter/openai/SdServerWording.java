package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/// The server of stable-diffusion.cpp: it reads few fields of the request itself, and its own
/// controls out of a block of JSON inside the prompt. What is none of OpenAI's names goes there.
record SdServerWording() implements Wording {

  private static final String BLOCK = "sd_cpp_extra_args";
  private static final String SAMPLING = "sample_params";
  private static final Set<String> OUTSIDE =
      Set.of(
          "n",
          "size",
          "quality",
          "background",
          "output_format",
          "output_compression",
          "moderation",
          "stream",
          "partial_images",
          "response_format",
          "style",
          "input_fidelity",
          "user",
          "safety_identifier");

  @Override
  public Draft draft(ImageRequest request) {
    Fields given = Wording.withoutAutoSize(Wording.given(request));
    Fields outside = Fields.NONE;
    Fields inside = Fields.NONE;
    for (Map.Entry<String, @Nullable Object> field : given.asMap().entrySet()) {
      if (OUTSIDE.contains(field.getKey())) {
        outside = outside.with(field.getKey(), field.getValue());
      } else {
        inside = inside.with(field.getKey(), field.getValue());
      }
    }
    return draft(request, outside, nested(inside));
  }

  /// `steps` is called `sample_steps` and stands among the sampling parameters.
  private static Fields nested(Fields inside) {
    Fields sampling =
        Wording.renamed(
            inside.fields(SAMPLING).withPresent("steps", inside.get("steps")),
            "steps",
            "sample_steps");
    Fields rest = inside.without("steps");
    return sampling.isEmpty() ? rest : rest.with(SAMPLING, sampling);
  }

  private static Draft draft(ImageRequest request, Fields outside, Fields inside) {
    if (inside.isEmpty()) {
      return Wording.openAiShaped(request, request.prompt(), outside);
    }
    String json = new String(WireJson.bytes(inside), StandardCharsets.UTF_8);
    String prompt = request.prompt() + " <" + BLOCK + ">" + json + "</" + BLOCK + ">";
    Draft.Ready ready = Wording.openAiShaped(request, prompt, outside);
    return new Draft.Ready(ready.path(), ready.sent().with(BLOCK, inside), ready.body());
  }
}
