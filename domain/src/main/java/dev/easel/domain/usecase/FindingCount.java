package dev.easel.domain.usecase;

import dev.easel.domain.ledger.BookFinding;
import java.util.function.Consumer;

/// Counts findings on their way to whoever wants them.
final class FindingCount implements Consumer<BookFinding> {

  private final Consumer<BookFinding> sink;
  private long wrong;
  private long noted;

  FindingCount(Consumer<BookFinding> sink) {
    this.sink = sink;
  }

  @Override
  public void accept(BookFinding finding) {
    if (finding.wrong()) {
      wrong++;
    } else {
      noted++;
    }
    sink.accept(finding);
  }

  long wrong() {
    return wrong;
  }

  long noted() {
    return noted;
  }
}
