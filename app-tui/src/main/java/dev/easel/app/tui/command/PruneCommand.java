package dev.easel.app.tui.command;

import dev.easel.config.Amounts;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Watch;
import dev.easel.domain.usecase.PrunePictures;
import dev.easel.domain.usecase.PrunePictures.Pruned;
import dev.easel.domain.usecase.PruningPlan;
import dev.easel.domain.usecase.Retention;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `easel prune`.
@Command(
    name = "prune",
    header = "Remove pictures that are old or take too much room. Entries stay.",
    sortOptions = false,
    preprocessor = MinusWords.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:no rule is configured or given", "7:some could not be removed"},
    footer = {
      "",
      "A picture is as old as the newest entry that names it. Those of starred entries stay, and"
          + " so",
      "do those younger than an hour and files that no entry of this log names. With a query only",
      "pictures go that no entry but matching ones names, and --most-bytes counts these alone.",
      "kB, MB, GB and TB are powers of 1000, KiB, MiB, GiB and TiB of 1024.",
      "",
      "Examples:",
      "  easel prune --dry-run                  by the rules of the configuration",
      "  easel prune --older-than 30d",
      "  easel prune --most-bytes 2GB -tag:keep",
      "  easel prune --older-than 12h model:dall-e-2 --json",
    })
final class PruneCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--dry-run", description = "Only say what would go.")
  private boolean dryRun;

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      description = "What may go by its age, such as 30d or 12h (pictures.keep-days unless said).")
  private @Nullable String olderThan;

  @Option(
      names = "--most-bytes",
      paramLabel = "SIZE",
      description = "What may stay, such as 500MB or 2GB (pictures.most-bytes unless said).")
  private @Nullable String mostBytes;

  @Mixin private final QueryOptions query = new QueryOptions();

  PruneCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Retention retention = retention();
    if (retention.forEver()) {
      throw CommandFailure.of(
          ExitCode.WRONG,
          "no_rule",
          "nothing says which pictures may go: give --older-than or --most-bytes, or set"
              + " pictures.keep-days or pictures.most-bytes");
    }
    PrunePictures pruning = new PrunePictures(session.log(), session.pictures(), session.time());
    PruningPlan plan = plan(pruning, retention);
    Pruned pruned = dryRun ? null : pruning.carryOut(plan, Watch.NOBODY);
    new PruneReport(session, plan, pruned).print(query.query());
    return pruned == null || pruned.failed() == 0 ? ExitCode.DONE : ExitCode.NOT_RECORDED;
  }

  private PruningPlan plan(PrunePictures pruning, Retention retention) {
    ProgressLine line = ProgressLine.start(session, "reading the log", Optional::empty);
    try {
      return pruning.plan(retention, query.query(), Watch.NOBODY).orElseThrow();
    } finally {
      line.end();
    }
  }

  private Retention retention() {
    Retention configured = session.settings().retention();
    return new Retention(
        olderThan == null ? configured.age() : read("--older-than", olderThan, Amounts::age),
        mostBytes == null
            ? configured.mostBytes()
            : read("--most-bytes", mostBytes, Amounts::bytes));
  }

  private static <T> T read(String option, String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException | ArithmeticException _) {
      throw CommandFailure.wrong(
          option.equals("--older-than")
              ? "--older-than takes an age such as 30d or 12h, not '" + text + "'"
              : "--most-bytes takes a size such as 500MB or 2GB, not '" + text + "'");
    }
  }
}
