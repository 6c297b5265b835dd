package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.config.LogSettings;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.usecase.VerifyBooks;
import dev.easel.domain.usecase.VerifyBooks.Stage;
import dev.easel.domain.usecase.VerifyBooks.Summary;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `easel verify`.
@Command(
    name = "verify",
    header = "Look whether the books are as Easel wrote them. Changes nothing.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all is well", "1:something is wrong", "2:the configuration cannot be used"},
    footer = {
      "",
      "Every entry is read and its hash computed anew; the sums that the log keeps are compared"
          + " with",
      "those of its entries; every picture is read and compared with its name. What is altered,",
      "removed or missing is wrong (✗); damaged lines and files of others are named (!) and harm",
      "nothing. Entries without a hash come from older programs and are counted.",
      "",
      "Examples:",
      "  easel verify",
      "  easel verify --no-pictures",
      "  easel verify --json",
    })
final class VerifyCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--no-pictures", description = "Leave the pictures out.")
  private boolean noPictures;

  VerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    FindingPrinter printer = FindingPrinter.of(session);
    Summary summary = summary(printer);
    printer.end(summary);
    return summary.sound() ? ExitCode.DONE : ExitCode.UNHEALTHY;
  }

  private Summary summary(FindingPrinter printer) {
    LogSettings log = session.settings().log();
    if (!session.wiring().logExists(log)) {
      return missing(log, printer);
    }
    ProgressLine line = ProgressLine.start(session, "verifying", Optional::empty);
    try {
      return new VerifyBooks(session.log(), session.pictures())
          .verify(
              !noPictures,
              (stage, done, all) -> line.doing(words(stage, done, all)),
              finding -> line.above(() -> printer.print(finding)));
    } catch (LogUnavailable unavailable) {
      printer.print(new BookFinding.Broken("the log", unavailable.getMessage()));
      return new Summary(0, 0, 0, 0, 1, 0);
    } finally {
      line.end();
    }
  }

  private Summary missing(LogSettings log, FindingPrinter printer) {
    Optional<BookFinding> missed = session.wiring().missed(log);
    missed.ifPresentOrElse(
        printer::print,
        () -> session.remark(log.path() + " is not there yet; the first request makes it"));
    return new Summary(0, 0, 0, 0, missed.isPresent() ? 1 : 0, 0);
  }

  private static String words(Stage stage, long done, long all) {
    String what =
        switch (stage) {
          case PICTURES -> "pictures";
          case ENTRIES -> "entries";
        };
    return Figures.count(done) + " of " + Figures.count(Math.max(done, all)) + " " + what;
  }
}
