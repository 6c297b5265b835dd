package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlLine.Whole;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import dev.easel.domain.ledger.Inspector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives all that a log holds to an inspector: every line, what lies over it, and what is in
/// flight; and looks whether lines are gone, were moved, are there twice, or are not what the index
/// says.
final class JsonlInspection {

  private final JsonlView view;
  private final Inspector inspector;
  private final JsonlPrints prints = new JsonlPrints();
  private final JsonlIndexInspection index;
  private final List<JsonlInFlight> flying;
  private final JsonlWitnessInspection witnesses;
  private final JsonlOrderInspection order;
  private long line;

  /// An inspection of a log as it was in a moment.
  ///
  /// @param flying what was in flight
  /// @param now gives the log as it is by then
  JsonlInspection(
      JsonlView view,
      List<JsonlInFlight> flying,
      JsonlWitnessInspection.Now now,
      Inspector inspector)
      throws IOException {
    this.view = view;
    this.flying = flying;
    this.witnesses = new JsonlWitnessInspection(prints, now, inspector);
    this.order = new JsonlOrderInspection(now, inspector);
    this.inspector = inspector;
    this.index = new JsonlIndexInspection(view, inspector);
  }

  /// Looks at everything.
  void run() throws IOException {
    try (index) {
      JsonlLines.readAll(view.places().log(), 0, view.size(), this::line);
      index.end();
    }
    overlays();
    for (JsonlInFlight one : flying) {
      flying(one);
    }
    repeated();
    new JsonlJournalInspection(view.places(), inspector).run();
    witnesses.run(view.places());
    order.run(view.places());
  }

  private void line(byte[] bytes, int start, int length, long offset, long next) {
    line++;
    switch (view.reader().read(bytes, start, length, offset, next)) {
      case JsonlLine.Blank _ -> {}
      case JsonlLine.Damaged(String reason) -> {
        index.damaged();
        inspector.found(new BookFinding.Foreign(place(offset), reason));
      }
      case Whole(Entry entry) -> {
        prints.add(entry.id(), bytes, start, length);
        order.add(entry.id(), line);
        index.entry(entry, offset);
        written(entry, bytes, start, length, offset);
        inspector.entry(view.now(entry));
      }
    }
  }

  private String place(long offset) {
    return "line %d, at byte %d".formatted(line, offset);
  }

  private void written(Entry entry, byte[] bytes, int start, int length, long offset) {
    try {
      inspector.written(entry, JsonFields.of(bytes, start, length), place(offset));
    } catch (NotAnEntry impossible) {
      throw new IllegalStateException("it has just been read", impossible);
    }
  }

  private void overlays() {
    for (Map.Entry<EntryId, JsonlOverlay> overlaid : view.overlays().entrySet()) {
      JsonlOverlay overlay = overlaid.getValue();
      Entry whole = overlay.whole();
      if (whole != null) {
        inspector.written(whole, EntryFields.of(whole), "the journal");
      }
      if (!prints.hold(overlaid.getKey()) && wasThere(overlaid.getKey(), overlay)) {
        witnesses.missing(overlaid.getKey());
      }
    }
  }

  // After a power cut the journal may speak of a line that never reached the disk.
  private boolean wasThere(EntryId id, JsonlOverlay overlay) {
    return overlay.line() < view.counts().end()
        && flying.stream().noneMatch(one -> one.entry().id().equals(id));
  }

  private void flying(JsonlInFlight one) throws IOException {
    Entry entry = one.entry();
    inspector.written(entry, EntryFields.of(entry), "the journal");
    inspector.entry(entry);
    if (!Owners.alive(view.places().owners(), one.owner())) {
      inspector.found(new BookFinding.Abandoned(entry.id()));
    }
  }

  private void repeated() throws IOException {
    Set<Long> suspects = prints.repeated();
    if (!suspects.isEmpty()) {
      Set<EntryId> seen = new HashSet<>();
      for (JsonlBlock block : blocks()) {
        view.gists(block, (gist, offset) -> again(gist.id(), offset, suspects, seen));
      }
    }
  }

  private void again(EntryId id, long offset, Set<Long> suspects, Set<EntryId> seen) {
    if (suspects.contains(JsonlPrints.of(id)) && !seen.add(id)) {
      inspector.found(new BookFinding.Repeated(id, "at byte " + offset));
    }
  }

  private List<JsonlBlock> blocks() {
    List<JsonlBlock> blocks = new ArrayList<>(view.blocks().all());
    blocks.add(view.open());
    return blocks;
  }
}
