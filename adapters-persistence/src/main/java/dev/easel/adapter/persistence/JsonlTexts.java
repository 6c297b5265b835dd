package dev.easel.adapter.persistence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gives each different text a number, so that it is written once. Not safe for use by several
/// threads.
final class JsonlTexts {

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /// The number of a text.
  int number(String text) {
    Integer known = numbers.putIfAbsent(text, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  /// Writes all texts that have a number.
  void write(JsonlOutput output) {
    output.number(numbers.size());
    numbers.keySet().forEach(output::text);
  }

  /// Reads what [#write] wrote: the texts in the order of their numbers.
  static List<String> read(JsonlInput input) {
    List<String> texts = new ArrayList<>();
    for (int left = input.count(); left > 0; left--) {
      texts.add(input.text());
    }
    return texts;
  }
}
