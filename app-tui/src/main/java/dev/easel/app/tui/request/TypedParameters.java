package dev.easel.app.tui.request;

import dev.easel.domain.image.Fields;

/// Parameters as they are typed on one line: `name=value name=value`, each value as JSON or as a
/// word.
public final class TypedParameters {

  private final String text;
  private int at;

  private TypedParameters(String text) {
    this.text = text;
  }

  /// A line that cannot be understood; the message is one sentence.
  public static final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unclear(String message) {
      super(message, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /// The parameters that a line says.
  ///
  /// @throws Unclear when it cannot be understood
  public static Fields parse(String line) {
    TypedParameters reading = new TypedParameters(line);
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
}
