package dev.easel.adapter.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes each different text once, and afterwards only its number.
final class JsonlTexts {

  private final Map<String, Integer> numbers = new HashMap<>();

  /// Writes a text.
  void write(JsonlOutput output, String text) {
    Integer known = numbers.putIfAbsent(text, numbers.size());
    output.number(known == null ? -1 : known);
    if (known == null) {
      output.text(text);
    }
  }

  /// The way back.
  static final class Reader {
    private final JsonlInput input;
    private final List<String> texts = new ArrayList<>();

    Reader(JsonlInput input) {
      this.input = input;
    }

    /// Reads a text.
    String read() {
      int number = input.count();
      if (number < 0) {
        texts.add(input.text());
        return texts.getLast();
      }
      return texts.get(number);
    }
  }
}
