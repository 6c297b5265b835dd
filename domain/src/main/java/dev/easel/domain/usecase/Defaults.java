package dev.easel.domain.usecase;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.Nullable;
import java.util.Optional;

/// What is asked for when nobody says.
///
/// A default that the model does not take gives way to the model's own, so that a default quality
/// of `medium` does not stand in the way of DALL·E 3.
///
/// @param size `WxH` or `auto`
public record Defaults(String model, String size, String quality) {

  /// The request with size and quality filled in.
  ///
  /// @param card the model's, null when it has none
  public ImageRequest fill(ImageRequest request, @Nullable ModelCard card) {
    Fields parameters = request.parameters().withoutNulls();
    if (!parameters.has("size")) {
      parameters = parameters.withPresent("size", card == null ? size : sizeFor(card));
    }
    if (!parameters.has("quality") && card != null) {
      parameters = parameters.withPresent("quality", qualityFor(card));
    }
    return request.withParameters(parameters);
  }

  private String sizeFor(ModelCard card) {
    Optional<ImageSize> exact = ImageSize.parse(size);
    boolean taken =
        exact.map(wanted -> card.sizes().objection(wanted).isEmpty()).orElse(card.sizes().auto());
    return taken ? size : card.defaultSize();
  }

  private String qualityFor(ModelCard card) {
    return card.qualities().contains(quality) ? quality : card.defaultQuality();
  }
}
