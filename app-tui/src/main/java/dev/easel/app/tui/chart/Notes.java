package dev.easel.app.tui.chart;

import dev.easel.app.tui.text.Figures;
import java.util.ArrayList;
import java.util.List;

/// Collects what every chart owes to its title.
final class Notes {

  private final List<String> words = new ArrayList<>();

  private Notes() {}

  /// Begins with the unit.
  static Notes of(String unit) {
    Notes notes = new Notes();
    notes.words.add(unit);
    return notes;
  }

  /// The largest value.
  Notes max(Measure measure, long value) {
    words.add("max " + measure.figure(value));
    return this;
  }

  /// How many have no known cost, if any.
  Notes unpriced(long requests) {
    if (requests > 0) {
      words.add(Figures.count(requests) + " unpriced");
    }
    return this;
  }

  /// Anything else.
  Notes and(String note) {
    words.add(note);
    return this;
  }

  /// How many requests are counted.
  Notes counted(long requests) {
    words.add("n " + Figures.count(requests));
    return this;
  }

  List<String> all() {
    return List.copyOf(words);
  }
}
