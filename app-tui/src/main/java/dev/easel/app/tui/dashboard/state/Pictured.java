package dev.easel.app.tui.dashboard.state;

import dev.easel.domain.ledger.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Those entries of a list that have pictures.
///
/// @param entries in the order of the list
/// @param places the place of each in the list, from 0
public record Pictured(List<Entry> entries, List<Integer> places) {

  /// None.
  public static final Pictured NONE = new Pictured(List.of(), List.of());

  /// Copies the lists.
  public Pictured {
    entries = List.copyOf(entries);
    places = List.copyOf(places);
  }

  /// Those of a list.
  static Pictured of(List<Entry> all) {
    List<Entry> entries = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < all.size(); place++) {
      if (Sight.made(all.get(place))) {
        entries.add(all.get(place));
        places.add(place);
      }
    }
    return new Pictured(entries, places);
  }

  /// The index of the one at a place of the list, or else of the nearest before it, or else 0.
  public int index(int place) {
    int found = Collections.binarySearch(places, place);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }
}
