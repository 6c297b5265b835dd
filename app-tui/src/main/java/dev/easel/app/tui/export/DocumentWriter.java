package dev.easel.app.tui.export;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import java.io.PrintStream;

/// Writes entries as one JSON document, without ever holding it.
final class DocumentWriter implements EntryWriter {

  private final PrintStream out;
  private boolean more;

  DocumentWriter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begin() {
    out.print("{\"logs\":[");
  }

  @Override
  public void entry(Entry entry) {
    out.print(more ? ",\n" : "\n");
    out.print(EntryFields.line(entry));
    more = true;
  }

  @Override
  public boolean raw(String text) {
    return false;
  }

  @Override
  public void end(long count) {
    out.print("],\"count\":" + count + "}\n");
  }
}
