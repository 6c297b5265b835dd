package dev.easel.app.tui.dashboard.state;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Input;
import dev.easel.domain.ledger.StoredPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A picture of an entry that can be looked at.
///
/// @param sha256 its name in the picture store
/// @param stored what the entry says of it; null of a picture that the entry was made of
/// @param input the picture that the entry was made of; null of one that was made
public record Sight(String sha256, @Nullable StoredPicture stored, @Nullable Input input) {

  /// Those of an entry: what was made, then what it was made of.
  public static List<Sight> of(Entry entry) {
    List<Sight> sights = new ArrayList<>();
    for (StoredPicture picture : entry.images()) {
      if (picture.sha256() != null) {
        sights.add(new Sight(picture.sha256(), picture, null));
      }
    }
    entry.inputs().forEach(input -> sights.add(new Sight(input.sha256(), null, input)));
    return sights;
  }

  /// One of them by its number, round and round.
  public static Optional<Sight> of(Entry entry, int number) {
    List<Sight> sights = of(entry);
    return sights.isEmpty()
        ? Optional.empty()
        : Optional.of(sights.get(Math.floorMod(number, sights.size())));
  }

  /// Whether something was made of which Easel had the bytes.
  public static boolean made(Entry entry) {
    return entry.images().stream().anyMatch(picture -> picture.sha256() != null);
  }
}
