package dev.easel.app.tui.export;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import java.io.PrintStream;

/// Writes entries as the log's own lines.
final class LineWriter implements EntryWriter {

  private final PrintStream out;

  LineWriter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begin() {}

  @Override
  public void entry(Entry entry) {
    out.print(EntryFields.line(entry));
    out.print('\n');
  }

  @Override
  public boolean raw(String text) {
    out.print(text);
    out.print('\n');
    return true;
  }

  @Override
  public void end(long count) {}
}
