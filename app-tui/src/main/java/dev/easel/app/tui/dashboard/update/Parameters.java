package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.request.JsonValue;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Json;
import java.util.Map;
import java.util.stream.Collectors;

/// Parameters as they are typed on one line: `name=value name=value`, each value as JSON or as a
/// word.
final class Parameters {

  private final String text;
  private int at;

  private Parameters(String text) {
    this.text = text;
  }

  /// A line that cannot be understood; the message is one sentence.
  static final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unclear(String message) {
      super(message, null, false, false);
    }
  }

  /// The parameters that a line says.
  static Fields parse(String line) {
    Parameters reading = new Parameters(line);
    Fields parameters = Fields.NONE;
    reading.skipSpace();
    while (reading.at < line.length()) {
      String name = reading.name();
      parameters = parameters.with(name, JsonValue.of(reading.value(name)));
      reading.skipSpace();
    }
    return parameters;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private String name() {
    int end = text.indexOf('=', at);
    String name = end < 0 ? text.substring(at).strip() : text.substring(at, end).strip();
    if (end < 0 || name.isEmpty() || name.contains(" ")) {
      throw new Unclear("more takes name=value name=value, and '" + name + "' is none of that");
    }
    if (name.equals("model") || name.equals("prompt")) {
      throw new Unclear(name + " has a place of its own");
    }
    at = end + 1;
    return name;
  }

  // A space ends a value unless it stands within quotation marks, brackets or braces.
  private String value(String name) {
    int from = at;
    int depth = 0;
    boolean quoted = false;
    for (; at < text.length() && (quoted || depth > 0 || text.charAt(at) != ' '); at++) {
      char one = text.charAt(at);
      if (one == '"' && (at == 0 || text.charAt(at - 1) != '\\')) {
        quoted = !quoted;
      }
      depth += quoted ? 0 : "[{".indexOf(one) >= 0 ? 1 : "]}".indexOf(one) >= 0 ? -1 : 0;
    }
    if (at == from) {
      throw new Unclear("a value is missing behind " + name + "=");
    }
    return text.substring(from, at);
  }

  /// The line that says these parameters.
  static String line(Fields parameters) {
    return parameters.asMap().entrySet().stream()
        .map(Parameters::word)
        .collect(Collectors.joining(" "));
  }

  private static String word(Map.Entry<String, ?> parameter) {
    String object = Json.write(Fields.NONE.with("v", parameter.getValue()));
    String value = object.substring("{\"v\":".length(), object.length() - 1);
    boolean plain =
        parameter.getValue() instanceof String text
            && text.matches("[\\p{L}][\\p{L}\\p{N}_./:-]*")
            && text.equals(JsonValue.of(text));
    return parameter.getKey() + "=" + (plain ? parameter.getValue() : value);
  }
}
