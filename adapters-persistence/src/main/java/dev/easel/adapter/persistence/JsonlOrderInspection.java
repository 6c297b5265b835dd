package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlView.Found;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Fingerprints;
import dev.easel.domain.ledger.Inspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalLong;

/// Looks whether the lines that Easel has written stand in the order in which it wrote them. It
/// knows the number of each line, at eight bytes each: 33 bits that stand for the id, and 31 for
/// the number.
final class JsonlOrderInspection {

  private static final int LINE_BITS = 31;
  private static final long LINE = (1L << LINE_BITS) - 1;
  private static final int MOST_TOLD = 100;

  private final Fingerprints lines = new Fingerprints();
  private final BitSet seen = new BitSet();
  private final JsonlWitnessInspection.Now now;
  private final Inspector inspector;
  private @Nullable EntryId last;
  private int lineOfLast;
  private int told;

  JsonlOrderInspection(JsonlWitnessInspection.Now now, Inspector inspector) {
    this.now = now;
    this.inspector = inspector;
  }

  /// The entry has the line of this number.
  void add(EntryId id, long line) {
    if (line <= LINE) {
      lines.add(head(id) | line);
    }
  }

  private static long head(EntryId id) {
    return JsonlPrints.of(id) & ~LINE;
  }

  /// Looks at all lines of which the register and the journal speak, in the order in which they do.
  void run(JsonlPlaces places) throws IOException {
    JsonlRegister.of(places).each(this::look);
    long end = JsonlStamp.of(places.journal()).size();
    JsonlJournalFile.read(
        places.journal(), 0, end, said -> JsonlWitness.of(said).forEach(this::look));
  }

  // The register may speak of a line twice.
  private void look(JsonlWitness witness) {
    OptionalLong found = lines.only(head(witness.id()), LINE_BITS);
    int line = (int) (found.orElse(0) & LINE);
    if (found.isEmpty() || seen.get(line)) {
      return;
    }
    seen.set(line);
    if (last != null && line < lineOfLast && told < MOST_TOLD) {
      compare(last, witness.id());
    }
    last = witness.id();
    lineOfLast = line;
  }

  // What stands for an id may stand for another one, too.
  private void compare(EntryId earlier, EntryId later) {
    try {
      JsonlView view = now.view();
      Optional<Found> first = view.find(earlier);
      Optional<Found> second = view.find(later);
      if (first.isPresent() && second.isPresent() && second.get().line() < first.get().line()) {
        told++;
        String how = "its line stands before that of " + earlier + ", which was written earlier";
        String place = "at byte " + second.get().line();
        inspector.found(new BookFinding.Altered(later, place, how));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
