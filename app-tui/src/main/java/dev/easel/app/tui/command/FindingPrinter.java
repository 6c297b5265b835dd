package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.usecase.VerifyBooks.Summary;
import java.io.PrintStream;

/// Prints findings one after the other, without ever holding them, and what they add up to.
sealed interface FindingPrinter {

  /// The printer of a session: for people, or one JSON document.
  static FindingPrinter of(Session session) {
    return session.json() ? new OneDocument(session.surroundings().out()) : new ForPeople(session);
  }

  /// Prints a finding.
  void print(BookFinding finding);

  /// Prints what all of it adds up to.
  void end(Summary summary);

  /// A line each.
  record ForPeople(Session session) implements FindingPrinter {
    @Override
    public void print(BookFinding finding) {
      session.print(FindingReport.of(finding).line(session.palette()));
    }

    @Override
    public void end(Summary summary) {
      session.print(
          "%s, %s without a hash, %s running; %s"
              .formatted(
                  Figures.counted(summary.entries(), "entry", "entries"),
                  Figures.count(summary.unsealed()),
                  Figures.count(summary.running()),
                  Figures.counted(summary.pictures(), "picture", "pictures")));
      session.print(
          summary.sound()
              ? session.palette().good("The books are as Easel wrote them.")
              : session.palette().bad(wrong(summary.wrong())));
    }

    private static String wrong(long wrong) {
      return Figures.counted(wrong, "thing is", "things are") + " wrong; see above.";
    }
  }

  /// A document for programs.
  final class OneDocument implements FindingPrinter {
    private final PrintStream out;
    private boolean more;

    private OneDocument(PrintStream out) {
      this.out = out;
      out.print("{\"findings\":[");
    }

    @Override
    public void print(BookFinding finding) {
      out.print(more ? ",\n" : "\n");
      out.print(Json.write(FindingReport.of(finding).fields()));
      more = true;
    }

    @Override
    public void end(Summary summary) {
      String sums = Json.write(fields(summary));
      out.print("]," + sums.substring(1) + "\n");
    }

    private static Fields fields(Summary summary) {
      return Fields.NONE
          .with("sound", summary.sound())
          .with("entries", summary.entries())
          .with("unsealed", summary.unsealed())
          .with("running", summary.running())
          .with("pictures", summary.pictures())
          .with("wrong", summary.wrong())
          .with("noted", summary.noted());
    }
  }
}
