package dev.easel.adapter.persistence;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.LinkedHashMap;
import java.util.Map;

/// Size, quality and format among the parameters of a line.
final class JsonlShape {

  private final Map<String, @Nullable Object> found = new LinkedHashMap<>();

  /// Reads the object at hand, or null.
  static Fields read(JsonlTokenStream tokens) {
    JsonlShape shape = new JsonlShape();
    tokens.object(name -> shape.take(name, tokens));
    return Fields.of(shape.found);
  }

  private void take(String name, JsonlTokenStream tokens) {
    switch (name) {
      case "size", "quality", "output_format" -> found.put(name, tokens.anyText());
      default -> tokens.skip();
    }
  }
}
