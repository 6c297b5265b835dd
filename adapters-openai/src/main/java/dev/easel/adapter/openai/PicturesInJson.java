package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Upload;
import java.util.List;

/// How a server takes pictures to work from when it takes them inside JSON. None of these servers
/// takes a mask or a markup.
///
/// @param server its name, for people
/// @param path its route for this
/// @param one the field for a single picture; null when even that goes into the list
/// @param several the field for a list of pictures
record PicturesInJson(
    String server, String path, @Nullable String one, String several, JsonBody.Shape shape) {

  Draft draft(ImageRequest request, Fields fields) {
    List<Upload> images = request.uploads(Upload.Role.IMAGE);
    if (images.size() != request.uploads().size()) {
      return new Draft.Unsayable(
          server + " takes pictures to work from, but neither a mask nor a markup");
    }
    Fields whole = Wording.whole(request, request.prompt(), fields);
    JsonBody body = JsonBody.of(whole);
    if (one != null && images.size() == 1) {
      body.with(one, images.getFirst(), shape);
    } else {
      body.with(several, images, shape);
    }
    return new Draft.Ready(path, whole.without("prompt"), body.build());
  }
}
