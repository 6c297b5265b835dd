package dev.easel.app.tui.dashboard.update;

import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Json;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes parameters as they are typed on one line: `name=value name=value`.
final class Parameters {

  // Without quotation marks these would be read as something else than text.
  private static final String PLAIN = "(?!true|false|null)\\p{L}[\\p{L}\\p{N}_./:-]*";

  private Parameters() {}

  /// The line that says these parameters.
  static String line(Fields parameters) {
    return parameters.asMap().entrySet().stream()
        .map(Parameters::word)
        .collect(Collectors.joining(" "));
  }

  private static String word(Map.Entry<String, ?> parameter) {
    String object = Json.write(Fields.NONE.with("v", parameter.getValue()));
    String value = object.substring("{\"v\":".length(), object.length() - 1);
    boolean plain = parameter.getValue() instanceof String text && text.matches(PLAIN);
    return parameter.getKey() + "=" + (plain ? parameter.getValue() : value);
  }
}
