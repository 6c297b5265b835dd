package dev.easel.app.tui.command;

import dev.easel.app.tui.text.VisibleText;
import dev.easel.config.ConfigurationProblem;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Similarity;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.Query;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The one place that tells what went wrong: a sentence on stderr, or the one error shape on
/// stdout.
final class Troubles {

  private final Session session;
  private final boolean json;

  Troubles(Session session, boolean json) {
    this.session = session;
    this.json = json;
  }

  /// Wrong arguments.
  int usage(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    String help = "see " + command.getCommandSpec().qualifiedName() + " --help";
    String said = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      boolean isCommand = command.getParent() == null && !word.startsWith("-");
      said = isCommand ? "there is no command '" + word + "'" : said;
      help = meant(word, known(command, isCommand)).orElse(help);
    }
    say(said + "; " + help, "wrong_usage", null);
    return ExitCode.WRONG;
  }

  private static List<String> known(CommandLine command, boolean commands) {
    return commands
        ? List.copyOf(command.getSubcommands().keySet())
        : List.copyOf(command.getCommandSpec().optionsMap().keySet());
  }

  private static Optional<String> meant(String word, List<String> known) {
    List<String> near = Similarity.nearest(word, known);
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of("did you mean " + String.join(" or ", near) + "?");
  }

  /// Whatever else.
  int tell(Throwable problem) {
    return switch (problem) {
      case CommandFailure failure -> failed(failure);
      case ConfigurationProblem wrong -> misconfigured(wrong);
      case Query.QueryProblem wrong -> said(ExitCode.WRONG, "bad_query", wrong.getMessage());
      case LogUnavailable unavailable -> unavailable(unavailable);
      case PictureStore.Unstorable unstorable ->
          said(
              ExitCode.NOT_RECORDED,
              unstorable.full() ? "disk_full" : "pictures_unavailable",
              String.valueOf(unstorable.getMessage()));
      default -> unexpected(problem);
    };
  }

  private int failed(CommandFailure failure) {
    if (json && !failure.warnings().isEmpty()) {
      Fields shape = shape(failure.getMessage(), failure.code(), failure.entryId());
      session.print(shape.with("warnings", failure.warnings()));
    } else {
      say(failure.getMessage(), failure.code(), failure.entryId());
    }
    return failure.exitCode();
  }

  private int misconfigured(ConfigurationProblem wrong) {
    if (json || wrong.problems().size() == 1) {
      return said(ExitCode.WRONG, "bad_configuration", String.join("; ", wrong.problems()));
    }
    say("the configuration has " + wrong.problems().size() + " problems:", "", null);
    wrong
        .problems()
        .forEach(line -> session.surroundings().err().println("  - " + VisibleText.line(line)));
    return ExitCode.WRONG;
  }

  private int unavailable(LogUnavailable unavailable) {
    boolean full = unavailable.reason() == LogUnavailable.Reason.FULL;
    return said(
        ExitCode.NOT_RECORDED, full ? "log_full" : "log_unavailable", unavailable.getMessage());
  }

  private int unexpected(Throwable problem) {
    return said(ExitCode.UNEXPECTED, "unexpected", new ErrorFile(session).keep(problem));
  }

  private int said(int exitCode, String code, String sentence) {
    say(sentence, code, null);
    return exitCode;
  }

  private void say(String sentence, String code, @Nullable String entry) {
    if (json) {
      session.print(Json.write(shape(sentence, code, entry)));
      return;
    }
    String about = entry == null ? "" : " (entry " + entry + ")";
    String mark = session.surroundings().errorPalette().bad("easel:");
    session.surroundings().err().println(mark + " " + VisibleText.line(sentence) + about);
  }

  private static Fields shape(String sentence, String code, @Nullable String entry) {
    return Fields.NONE
        .with("success", false)
        .with("error", sentence)
        .with("code", code)
        .with("id", entry);
  }
}
