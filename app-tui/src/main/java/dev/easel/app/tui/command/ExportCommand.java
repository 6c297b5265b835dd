package dev.easel.app.tui.command;

import dev.easel.app.tui.export.Export;
import dev.easel.app.tui.export.ExportFormat;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Query;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `easel export`.
@Command(
    name = "export",
    header = "Write entries to a file or to standard output, oldest first.",
    sortOptions = false,
    preprocessor = MinusWords.class,
    footer = {
      "",
      "jsonl is the log's own form, damaged lines included where no QUERY is given; csv has one row"
          + " an",
      "entry, and cells that a spreadsheet would take for a formula begin with an apostrophe.",
      "",
      "Examples:",
      "  easel export -o log.jsonl",
      "  easel export since:30d --format csv -o november.csv",
      "  easel export tag:poster --format json | jq .count",
    })
final class ExportCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final QueryOptions words = new QueryOptions();

  @Option(
      names = "--format",
      paramLabel = "WORD",
      description = "jsonl, csv or json; by the name of the file unless said.")
  private @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to; standard output unless said.")
  private @Nullable String output;

  @Option(names = "--force", description = "Let --output overwrite a file.")
  private boolean force;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ExportFormat form = form();
    Path file = output == null || output.equals("-") ? null : session.surroundings().path(output);
    if (file != null && Files.exists(file) && !force) {
      throw CommandFailure.wrong(file + " exists; --force overwrites it");
    }
    GenerationLog log = session.log();
    Query query = Query.parse(words.query(), log.zone(), session.time().now());
    Export export = new Export(log, form, query::matches, query.everything());
    if (file == null) {
      toOutput(export);
    } else {
      toFile(export, file);
    }
    return ExitCode.DONE;
  }

  private ExportFormat form() {
    return format == null
        ? ExportFormat.ofFile(output, session.json())
        : ExportFormat.named(format)
            .orElseThrow(
                () -> CommandFailure.wrong("--format is jsonl, csv or json, not '" + format + "'"));
  }

  private void toOutput(Export export) {
    PrintStream out = session.surroundings().out();
    try (PrintStream buffered =
        new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8)) {
      export.to(buffered);
    } catch (IOException _) {
      // as with every program in a pipe whose reader has seen enough
    }
  }

  private void toFile(Export export, Path file) {
    try {
      long count = export.to(file, StandardCopyOption.REPLACE_EXISTING);
      session.remark(Figures.counted(count, "entry", "entries") + " in " + file);
    } catch (IOException _) {
      throw CommandFailure.of(
          ExitCode.WRONG, "unwritable", file + " cannot be written, or the disk is full");
    }
  }
}
