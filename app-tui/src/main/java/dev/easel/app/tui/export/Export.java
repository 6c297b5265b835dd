package dev.easel.app.tui.export;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Predicate;

/// What is to leave a log, oldest first.
///
/// @param wanted the entries
/// @param others whether lines that are no entries leave, too, where the form has a place for them
public record Export(
    GenerationLog log, ExportFormat format, Predicate<Entry> wanted, boolean others) {

  /// Writes it to a file, which is there whole or not at all.
  ///
  /// @param options whether a file that is there already is replaced
  /// @return the number of entries
  /// @throws IOException when the file cannot be written, or is there and not replaced
  public long to(Path file, CopyOption... options) throws IOException {
    Path fresh = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try (OutputStream bytes =
            new BufferedOutputStream(Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW));
        PrintStream print = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      long count = to(print);
      print.flush();
      Files.move(fresh, file, options);
      return count;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// Writes it.
  ///
  /// @return the number of entries
  /// @throws IOException when nobody takes it any more, or the disk is full
  public long to(PrintStream out) throws IOException {
    try {
      return written(out);
    } catch (ReaderGone _) {
      throw new IOException("the disk is full, or it cannot be written");
    }
  }

  private long written(PrintStream out) {
    EntryWriter writer = format.writer(out);
    long[] count = {0};
    writer.begin();
    log.export(one -> {
      boolean written =
          switch (one) {
            case LogRecord.Whole(Entry entry) -> written(writer, entry, count);
            case LogRecord.Raw(String text, _) -> others && writer.raw(text);
          };
      if (written) {
        check(out);
      }
    });
    writer.end(count[0]);
    check(out);
    return count[0];
  }

  private boolean written(EntryWriter writer, Entry entry, long[] count) {
    boolean meant = wanted.test(entry);
    if (meant) {
      writer.entry(entry);
      count[0]++;
    }
    return meant;
  }

  private static void check(PrintStream out) {
    if (out.checkError()) {
      throw new ReaderGone();
    }
  }

  /// Nobody takes what is written any more.
  private static final class ReaderGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReaderGone() {
      super(null, null, false, false);
    }
  }
}
