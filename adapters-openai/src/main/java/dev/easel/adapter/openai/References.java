package dev.easel.adapter.openai;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.PictureReference;
import dev.easel.domain.ledger.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Edits that name their pictures in JSON, as OpenAI takes them: `images`, and `mask`, hold an
/// `image_url` or a `file_id` each. The pictures that travel with the request are references there.
record References(ImageRequest request) {

  private static final List<String> NAMES = List.of("images", "mask", "markup");

  /// Whether the request is one of these.
  boolean any() {
    return request.operation() == Operation.EDIT && request.parameters().get("images") != null;
  }

  /// The request as JSON, with its pictures as data URLs that are encoded while they are sent.
  ///
  /// @param fields the parameters under the dialect's names
  Draft.Ready draft(Fields fields) {
    Fields whole = Wording.whole(request, request.prompt(), fields);
    Map<String, Content> pictures = new HashMap<>();
    request.uploads().forEach(upload -> pictures.put(upload.sha256(), upload.content()));
    Content body = Json.content(whole, reference -> pictures.get(reference.sha256()));
    return new Draft.Ready(
        Wording.EDITS, whole.without("prompt"), new Body("application/json", List.of(body)));
  }

  /// The same request with nothing but uploads; empty when it names pictures that are elsewhere.
  Optional<ImageRequest> uploaded() {
    Fields parameters = request.parameters();
    long named = NAMES.stream().map(parameters::get).flatMap(References::each).count();
    long here =
        NAMES.stream()
            .map(parameters::get)
            .flatMap(References::each)
            .filter(References::isHere)
            .count();
    if (named != here) {
      return Optional.empty();
    }
    Fields rest = parameters;
    for (String name : NAMES) {
      rest = rest.without(name);
    }
    return Optional.of(request.withParameters(rest));
  }

  private static Stream<?> each(@Nullable Object value) {
    return switch (value) {
      case null -> Stream.empty();
      case List<?> list -> list.stream();
      default -> Stream.of(value);
    };
  }

  private static boolean isHere(@Nullable Object item) {
    return item instanceof Map<?, ?> map && PictureReference.in(map.get("image_url")).isPresent();
  }
}
