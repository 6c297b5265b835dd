package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Upload;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Reads an edit sent as JSON, whose pictures are data URLs.
final class JsonEdit {

  private static final int LONGEST_URL = 20_971_520;

  private JsonEdit() {}

  static Incoming read(Fields body) throws ApiError {
    List<Upload> uploads = new ArrayList<>();
    for (Object image : images(body)) {
      uploads.add(upload(Upload.Role.IMAGE, "images", image));
    }
    if (body.get("mask") != null) {
      uploads.add(upload(Upload.Role.MASK, "mask", body.get("mask")));
    }
    return new Incoming(Operation.EDIT, body.without("images").without("mask"), uploads);
  }

  private static List<?> images(Fields body) throws ApiError {
    return switch (body.get("images")) {
      case null -> List.of();
      case List<?> images -> images;
      default -> throw ApiError.invalid("invalid_type", "images", "images must be an array.");
    };
  }

  private static Upload upload(Upload.Role role, String parameter, @Nullable Object reference)
      throws ApiError {
    Fields image = Fields.NONE.with(parameter, reference).fields(parameter);
    String url = image.text("image_url").orElse("");
    int comma = url.indexOf(',');
    if (!url.startsWith("data:image/")
        || url.length() > LONGEST_URL
        || !url.substring(0, Math.max(0, comma)).endsWith(";base64")) {
      throw ApiError.invalid(
          "invalid_value",
          parameter,
          "The sandbox takes pictures as {\"image_url\": \"data:image/png;base64,…\"} only, each up"
              + " to "
              + LONGEST_URL
              + " characters.");
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(url.substring(comma + 1));
      return Multipart.upload(role, parameter, bytes);
    } catch (IllegalArgumentException _) {
      throw ApiError.invalid("invalid_value", parameter, "A data URL holds no base64.");
    }
  }
}
