package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Fields;
import java.util.List;
import java.util.Map;

/// Which of the API's parameters are text, numbers or flags.
final class Parameters {

  private static final List<String> TEXTS =
      List.of(
          "model",
          "prompt",
          "size",
          "quality",
          "style",
          "background",
          "moderation",
          "output_format",
          "response_format",
          "input_fidelity",
          "complexity",
          "user",
          "safety_identifier");

  private static final List<String> NUMBERS =
      List.of(
          "n",
          "seed",
          "steps",
          "output_compression",
          "partial_images",
          "frame_count",
          "frame_duration_ms");

  private Parameters() {}

  /// What a text of a form says: a number or a flag for parameters of that kind when it is one.
  static Object ofForm(String name, String text) {
    if (NUMBERS.contains(name) && text.matches("-?\\d{1,18}")) {
      return Long.valueOf(text);
    }
    boolean flag = name.equals("stream") && (text.equals("true") || text.equals("false"));
    return flag ? Boolean.valueOf(text) : text;
  }

  /// Refuses values of another kind. Null stands for a parameter that is not there.
  static void check(Fields fields) throws ApiError {
    for (Map.Entry<String, ?> field : fields.withoutNulls().asMap().entrySet()) {
      String name = field.getKey();
      if (TEXTS.contains(name)) {
        require(name, "text", field.getValue() instanceof String);
      } else if (NUMBERS.contains(name)) {
        require(name, "a whole number", fields.whole(name).isPresent());
      } else if (name.equals("stream")) {
        require(name, "true or false", field.getValue() instanceof Boolean);
      }
    }
  }

  private static void require(String name, String kind, boolean fits) throws ApiError {
    if (!fits) {
      throw ApiError.invalid("invalid_type", name, name + " must be " + kind + ".");
    }
  }
}
