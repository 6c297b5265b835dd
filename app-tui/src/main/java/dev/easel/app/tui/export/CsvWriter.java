package dev.easel.app.tui.export;

import dev.easel.app.tui.text.WithheldPrompt;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.ledger.StoredPicture;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes entries as a table with commas (RFC 4180).
///
/// Spreadsheets run cells that look like formulas, and a prompt may come from anybody: text that
/// begins so gets an apostrophe in front (OWASP, CSV Injection), and so does what follows a
/// semicolon or the end of a line, where spreadsheets of half of Europe begin a cell. What would
/// act on a terminal appears by its number. Numbers stay numbers.
final class CsvWriter implements EntryWriter {

  private static final String COLUMNS =
      "id,timestamp,state,operation,provider,model,prompt,size,quality,n,seed,steps,latency_ms,"
          + "cost_usd,basis,at_risk_usd,success,code,error,revised_prompt,images,request_id,caller,"
          + "star,tags,usage";
  // Spreadsheets look past spaces and quotation marks at the beginning.
  private static final Pattern FORMULA =
      Pattern.compile(
          "^(?=[ \"']*[=+\\-@\\t\\r\\n＝＋－＠|%])|(?<=[;\\r\\n])(?=[ \\t\"']*[=+\\-@＝＋－＠|%])");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]");

  private final PrintStream out;

  CsvWriter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void begin() {
    out.print(COLUMNS + "\r\n");
  }

  @Override
  public boolean raw(String text) {
    return false;
  }

  @Override
  public void end(long count) {}

  @Override
  public void entry(Entry entry) {
    String row =
        Stream.of(identity(entry), request(entry), ending(entry), marks(entry))
            .flatMap(cells -> cells)
            .collect(Collectors.joining(","));
    out.print(row + "\r\n");
  }

  private static Stream<String> identity(Entry entry) {
    return Stream.of(
        entry.id().toString(),
        EntryFields.time(entry.timestamp()),
        entry.state().word(),
        entry.operation().name().toLowerCase(java.util.Locale.ROOT),
        text(entry.provider()),
        text(entry.model()),
        text(entry.promptWithheld() ? WithheldPrompt.WORDS : entry.prompt()));
  }

  private static Stream<String> request(Entry entry) {
    Fields asked = entry.requested();
    return Stream.of(
        text(entry.size().orElse(null)),
        text(entry.quality().orElse(null)),
        plain(asked.get("n")),
        plain(asked.get("seed")),
        plain(asked.get("steps")));
  }

  private static Stream<String> ending(Entry entry) {
    return Stream.of(
        number(EntryFields.millis(entry.latencyMicros())),
        number(EntryFields.usd(entry.cost().amount())),
        entry.cost().basis().word(),
        number(EntryFields.usd(entry.atRisk())),
        String.valueOf(EntryFields.of(entry).get("success")),
        text(entry.code()),
        text(entry.error()),
        text(entry.revisedPrompt()),
        text(images(entry)),
        text(entry.requestId()));
  }

  private static Stream<String> marks(Entry entry) {
    return Stream.of(
        text(entry.caller()),
        Boolean.toString(entry.star()),
        text(String.join(" ", entry.tags())),
        text(entry.usage() == null ? null : Json.write(entry.usage())));
  }

  private static String images(Entry entry) {
    return entry.images().stream()
        .map(CsvWriter::name)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private static Optional<String> name(StoredPicture picture) {
    return Optional.ofNullable(picture.sha256())
        .or(() -> Optional.ofNullable(picture.providerUrl()));
  }

  private static String number(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  private static String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Long number -> number.toString();
      case BigDecimal number -> text(number.toString());
      default -> text(Objects.toString(value));
    };
  }

  /// A cell of foreign text: no formula, and quoted where RFC 4180 wants it.
  static String text(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String safe = FORMULA.matcher(visible(text)).replaceAll("'");
    boolean quoted = safe.chars().anyMatch(character -> ",\"\r\n\t".indexOf(character) >= 0);
    boolean edged = !safe.strip().equals(safe);
    return quoted || edged ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static String visible(String text) {
    return CONTROLS
        .matcher(text)
        .replaceAll(control -> "<U+%04X>".formatted(control.group().codePointAt(0)));
  }
}
