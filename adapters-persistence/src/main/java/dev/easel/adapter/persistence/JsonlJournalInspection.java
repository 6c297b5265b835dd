package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.JsonlRecord.Opened;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import dev.easel.domain.ledger.Inspector;
import java.io.IOException;
import java.util.Optional;

/// Looks whether the journal holds the records that were written, and whether the register is as
/// long as the journal says. Records carry numbers without a gap, but for those that were needed of
/// an older journal and stand before the others.
final class JsonlJournalInspection {

  private final JsonlPlaces places;
  private final Inspector inspector;
  private long base;
  private long last;
  private long registered;
  private @Nullable Long carried;
  private long older;

  JsonlJournalInspection(JsonlPlaces places, Inspector inspector) {
    this.places = places;
    this.inspector = inspector;
  }

  /// Looks at everything.
  void run() throws IOException {
    long told = LogWitness.read(places.witness()).records(); // first, since it must not be ahead
    JsonlStamp journal = JsonlStamp.of(places.journal());
    JsonlLines.read(places.journal(), 0, journal.size(), this::line);
    boolean whole = JsonlStamp.of(places.journal()).inode() == journal.inode();
    if (whole && carried != null && older < carried) {
      broken("%d records of an older journal are gone".formatted(carried - older));
    }
    if (last < told) {
      broken("it holds records up to number %d, and held up to %d".formatted(last, told));
    }
    long held = JsonlRegister.of(places).count();
    if (held < registered) {
      String how = "it holds %d lines, and held %d".formatted(held, registered);
      inspector.found(new BookFinding.Broken("the register " + places.register(), how));
    }
  }

  private void line(byte[] bytes, int start, int length, long offset, long next) {
    Optional<Fields> fields = JsonlChecked.fields(bytes, start, length);
    if (fields.isPresent()) {
      record(fields.get());
    } else if (JsonlChecked.looksWhole(bytes, start, length)) {
      broken("what stands at byte %d is not what was written there".formatted(offset));
    }
  }

  private void record(Fields fields) {
    long number = fields.whole("n").orElse(0);
    opened(fields)
        .ifPresent(opened -> {
          registered = opened.registered();
          carried = opened.carried();
          older = -1; // it is none itself
          base = number;
          last = number;
        });
    if (number <= base) {
      older++;
    }
    if (number > base && number > last + 1) {
      broken("the records from number %d to %d are gone".formatted(last + 1, number - 1));
    }
    last = Math.max(last, number);
  }

  private static Optional<Opened> opened(Fields fields) {
    try {
      return JsonlRecordFields.read(fields)
          .filter(Opened.class::isInstance)
          .map(Opened.class::cast);
    } catch (NotAnEntry _) {
      return Optional.empty();
    }
  }

  private void broken(String how) {
    inspector.found(new BookFinding.Broken("the journal " + places.journal(), how));
  }
}
