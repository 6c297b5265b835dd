package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlView.Found;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.CanonicalForm;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Inspector;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks whether the lines that Easel has written are there and say what they said.
final class JsonlWitnessInspection {

  private static final int MOST_WAITING = 10_000;

  /// Gives the log as it is by then.
  @FunctionalInterface
  interface Now {
    JsonlView view() throws IOException;
  }

  private final JsonlPrints prints;
  private final Now now;
  private final Inspector inspector;
  private final List<JsonlWitness> waiting = new ArrayList<>();
  private final Set<EntryId> told = new HashSet<>();

  /// @param prints of the lines that were read
  JsonlWitnessInspection(JsonlPrints prints, Now now, Inspector inspector) {
    this.prints = prints;
    this.now = now;
    this.inspector = inspector;
  }

  /// Looks for all lines of which the register and the journal speak.
  void run(JsonlPlaces places) throws IOException {
    // Lines move from the journal to the register, and none is to slip through between the two.
    long end = JsonlStamp.of(places.journal()).size();
    JsonlJournalFile.read(
        places.journal(), 0, end, said -> JsonlWitness.of(said).forEach(this::look));
    JsonlRegister.of(places).each(this::look);
    settle();
  }

  private void look(JsonlWitness witness) {
    if (!prints.hold(witness.id(), witness.sum())) {
      waiting.add(witness);
      if (waiting.size() == MOST_WAITING) {
        settle();
      }
    }
  }

  // What was written since the lines were read is there by now.
  private void settle() {
    if (waiting.isEmpty()) {
      return;
    }
    try {
      JsonlView view = now.view();
      for (JsonlWitness witness : waiting) {
        settle(witness, view);
      }
      waiting.clear();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void settle(JsonlWitness witness, JsonlView view) throws IOException {
    Optional<Found> found = view.find(witness.id());
    if (found.isEmpty()) {
      missing(witness.id());
    } else if (sum(view, found.get()) != witness.sum() && isSealed(found.get().ofLine())) {
      String place = "at byte " + found.get().line();
      String how = "its line is not the one that Easel wrote";
      tell(witness.id(), new BookFinding.Altered(witness.id(), place, how));
    }
  }

  /// Tells, unless it has been told, that an entry has no line.
  void missing(EntryId id) {
    tell(id, new BookFinding.Removed(id, 1, "its line, which Easel wrote, is gone"));
  }

  private static long sum(JsonlView view, Found found) throws IOException {
    try (RandomAccessFile log = view.openLog()) {
      byte[] line = JsonlLines.one(log, found.line(), view.size());
      return JsonlWitness.sum(line, 0, line.length);
    }
  }

  // Whoever looks at hashes has told of the others.
  private static boolean isSealed(Entry entry) {
    return entry.hash() == null || entry.hash().equals(CanonicalForm.hash(entry));
  }

  private void tell(EntryId id, BookFinding finding) {
    if (told.add(id)) {
      inspector.found(finding);
    }
  }
}
