package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Operation;
import java.math.BigDecimal;
import java.util.Optional;

/// OpenRouter: one route for everything, pictures to work from as `input_references`, a seed but no
/// steps, and the cost in USD in the answer. A size stands for an aspect ratio and a resolution and
/// is refused beside them, so it stays away where one of them is said.
record OpenRouterWording() implements Wording {

  private static final String IMAGES = "/images";
  private static final PicturesInJson PICTURES =
      new PicturesInJson("OpenRouter", IMAGES, null, "input_references", JsonBody.Shape.CHAT);

  @Override
  public Draft draft(ImageRequest request) {
    Fields given = Wording.withoutAutoSize(Wording.given(request)).without("steps");
    boolean shaped = given.has("aspect_ratio") || given.has("resolution");
    Fields fields = shaped ? given.without("size") : given;
    return request.operation() == Operation.GENERATE
        ? Wording.json(IMAGES, request, fields)
        : PICTURES.draft(request, fields);
  }

  /// With a key of one's own at the provider, `cost` is OpenRouter's fee alone and the provider's
  /// price stands beside it; without that price the cost is not known.
  @Override
  public Optional<BigDecimal> cost(Fields usage) {
    Optional<BigDecimal> cost = usage.decimal("cost");
    if (!usage.flag("is_byok").orElse(false)) {
      return cost;
    }
    Optional<BigDecimal> upstream = usage.fields("cost_details").decimal("upstream_inference_cost");
    return cost.flatMap(fee -> upstream.map(fee::add));
  }
}
