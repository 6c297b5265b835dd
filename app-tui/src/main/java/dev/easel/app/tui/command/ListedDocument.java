package dev.easel.app.tui.command;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryId;
import java.io.PrintStream;
import java.util.List;

/// Entries as one JSON document, which is whole only when it has ended.
final class ListedDocument implements Listing {

  private final PrintStream out;
  private final PiecewiseDocument document = new PiecewiseDocument("logs");
  private int count;

  ListedDocument(Session session) {
    this.out = session.surroundings().out();
  }

  @Override
  public void add(List<Entry> entries, boolean more) {
    entries.forEach(entry -> out.print(document.next(EntryFields.of(entry))));
    count += entries.size();
  }

  @Override
  public void end(@Nullable EntryId next) {
    String cursor = next == null ? null : next.toString();
    out.println(document.rest(Fields.NONE.with("count", count).with("next_cursor", cursor)));
  }
}
