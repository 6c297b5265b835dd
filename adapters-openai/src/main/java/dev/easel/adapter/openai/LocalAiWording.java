package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Operation;

/// LocalAI: `seed` and `step`, base64 when asked for. It edits through its generations route, where
/// one picture is called `file` and several are called `ref_images`, in bare base64.
record LocalAiWording() implements Wording {

  private static final PicturesInJson PICTURES =
      new PicturesInJson("LocalAI", GENERATIONS, "file", "ref_images", JsonBody.Shape.BASE64);

  @Override
  public Draft draft(ImageRequest request) {
    Fields given = Wording.withoutAutoSize(Wording.given(request));
    Fields named = Wording.renamed(given, "steps", "step");
    Fields fields = Wording.unlessSaid(named, "response_format", "b64_json");
    return request.operation() == Operation.GENERATE
        ? Wording.openAiShaped(request, request.prompt(), fields)
        : PICTURES.draft(request, fields);
  }
}
