package dev.easel.adapter.sandbox;

import dev.easel.adapter.sandbox.art.PictureDecoder;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Upload;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The pictures that came with an edit, decoded.
///
/// @param references what is to be changed, and what else it is to be made of
/// @param mask null when there is none
/// @param sizes of all of them, mask and markup included
record Materials(
    List<BufferedImage> references, @Nullable BufferedImage mask, List<ImageSize> sizes) {

  private static final long MOST_PIXELS = 64_000_000;

  Materials {
    references = List.copyOf(references);
    sizes = List.copyOf(sizes);
  }

  /// @throws ApiError when one is no picture, or does not fit the others
  static Materials of(ImageRequest request) throws ApiError {
    List<BufferedImage> references = new ArrayList<>();
    List<ImageSize> sizes = new ArrayList<>();
    BufferedImage mask = null;
    long pixels = MOST_PIXELS;
    for (Upload upload : request.uploads()) {
      BufferedImage image = decoded(upload, pixels);
      ImageSize size = new ImageSize(image.getWidth(), image.getHeight());
      pixels -= size.pixels();
      sizes.add(size);
      switch (upload.role()) {
        case IMAGE -> references.add(image);
        case MASK -> mask = image;
        case MARKUP -> {}
      }
    }
    Materials materials = new Materials(references, mask, sizes);
    materials.check(request);
    return materials;
  }

  private static BufferedImage decoded(Upload upload, long mostPixels) throws ApiError {
    return PictureDecoder.decode(upload.content().bytes(), mostPixels)
        .orElseThrow(() ->
            ApiError.invalid(
                "invalid_image_file",
                word(upload),
                "The file %s is no picture that can be read, or all have more than %d pixels."
                    .formatted(upload.name(), MOST_PIXELS)));
  }

  private void check(ImageRequest request) throws ApiError {
    if (sizes.isEmpty()) {
      return;
    }
    List<Upload> uploads = request.uploads();
    ImageSize first = sizes.get(uploads.indexOf(request.uploads(Upload.Role.IMAGE).getFirst()));
    for (int index = 0; index < sizes.size(); index++) {
      boolean overlay = uploads.get(index).role() != Upload.Role.IMAGE;
      if (overlay && !sizes.get(index).equals(first)) {
        String name = word(uploads.get(index));
        throw ApiError.invalid(
            "invalid_value",
            name,
            "The %s is %s; it must be %s as the first picture is."
                .formatted(name, sizes.get(index), first));
      }
    }
    if (request.model().equals("dall-e-2") && first.width() != first.height()) {
      throw ApiError.invalid(
          "invalid_value", "image", "The picture is %s; dall-e-2 takes squares.".formatted(first));
    }
  }

  private static String word(Upload upload) {
    return upload.role().name().toLowerCase(Locale.ROOT);
  }
}
