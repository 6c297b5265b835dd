package dev.easel.adapter.sandbox.art;

import dev.easel.domain.image.Nullable;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/// A picture that is to be changed.
///
/// @param commission what is asked for, and the size of the result
/// @param references the pictures to start from: the first is changed, the others appear in it as
///   small prints; at least one
/// @param mask where it may be changed: where the mask is transparent. Brought to the size of the
///   result; a mask without transparency leaves everything as it is; null allows all
public record Retouch(
    Commission commission, List<BufferedImage> references, @Nullable BufferedImage mask) {
  /// Refuses an edit of nothing.
  public Retouch {
    references = List.copyOf(references);
    if (references.isEmpty()) {
      throw new IllegalArgumentException("An edit needs a picture to start from.");
    }
  }

  /// The mask in the size of the result.
  Optional<BufferedImage> shield() {
    return Optional.ofNullable(mask).map(this::fitted);
  }

  /// The first reference in the size of the result.
  BufferedImage base() {
    return fitted(references.getFirst());
  }

  private BufferedImage fitted(BufferedImage image) {
    return Sampling.cover(image, commission.width(), commission.height());
  }
}
