package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Upload;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Reads an edit sent as JSON, whose pictures are data URLs.
final class JsonEdit {

  private JsonEdit() {}

  static Incoming read(Fields body) throws ApiError {
    List<Upload> uploads = new ArrayList<>();
    for (Fields image : body.list("images")) {
      uploads.add(upload(Upload.Role.IMAGE, image));
    }
    if (body.has("mask")) {
      uploads.add(upload(Upload.Role.MASK, body.fields("mask")));
    }
    return new Incoming(Operation.EDIT, body.without("images").without("mask"), uploads);
  }

  private static Upload upload(Upload.Role role, Fields image) throws ApiError {
    String url = image.text("image_url").orElse("");
    int comma = url.indexOf(',');
    if (!url.startsWith("data:image/")
        || !url.substring(0, Math.max(0, comma)).endsWith(";base64")) {
      throw ApiError.invalid(
          "invalid_value", "images", "The sandbox takes pictures as base64 data URLs only.");
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(url.substring(comma + 1));
      return Multipart.upload(role, "image", bytes);
    } catch (IllegalArgumentException _) {
      throw ApiError.invalid("invalid_value", "images", "A data URL holds no base64.");
    }
  }
}
