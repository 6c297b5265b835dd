package dev.easel.app.tui.command;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Json;
import java.io.PrintStream;
import java.util.List;

/// Entries as one JSON document, which is whole only when it has ended.
final class ListedDocument implements Listing {

  private static final String OPENING = "{\"logs\":[";

  private final PrintStream out;
  private int count;

  ListedDocument(Session session) {
    this.out = session.surroundings().out();
  }

  @Override
  public void add(List<Entry> entries, boolean more) {
    for (Entry entry : entries) {
      out.print((count == 0 ? OPENING : ",") + Json.write(EntryFields.of(entry)));
      count++;
    }
  }

  @Override
  public void end(@Nullable EntryId next) {
    Fields rest =
        Fields.NONE.with("count", count).with("next_cursor", next == null ? null : next.toString());
    out.println((count == 0 ? OPENING : "") + "]," + Json.write(rest).substring(1));
  }
}
