package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.Table;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.app.tui.text.WithheldPrompt;
import dev.easel.domain.ledger.Entry;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Entries as rows that fit the terminal.
final class EntryTable {

  private static final int NARROWEST_PROMPT = 16;
  private static final int PIPED_COLUMNS = 160;
  private static final int LONGEST_MODEL = 24;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter TODAY =
      DateTimeFormatter.ofPattern("'today' HH:mm:ss", Locale.ROOT);

  private static final List<String> DISPENSABLE = List.of("quality", "size", ">took", "model");

  private final Session session;
  private final Palette palette;
  private final ZoneId zone;
  private final LocalDate today;

  EntryTable(Session session) {
    this.session = session;
    this.palette = session.palette();
    this.zone = session.log().zone();
    this.today = LocalDate.ofInstant(session.time().now(), zone);
  }

  /// What stands in a column.
  private record Column(String head, Function<Entry, Table.Cell> cell) {}

  List<String> lines(List<Entry> entries) {
    boolean terminal = session.surroundings().terminals().out();
    int width = terminal ? session.surroundings().columns().getAsInt() : PIPED_COLUMNS;
    List<Column> columns = new ArrayList<>(columns());
    for (String head : DISPENSABLE) {
      if (room(entries, columns, width) < NARROWEST_PROMPT) {
        columns.removeIf(column -> column.head().equals(head));
      }
    }
    int room = Math.max(NARROWEST_PROMPT, room(entries, columns, width));
    columns.add(new Column("prompt", entry -> Table.Cell.of(prompt(entry, room))));
    return table(entries, columns).lines(palette);
  }

  // The prompt takes what the others leave.
  private static int room(List<Entry> entries, List<Column> columns, int width) {
    Table table = table(entries, columns);
    int taken = 0;
    for (int column = 0; column < columns.size(); column++) {
      taken += table.width(column) + 2;
    }
    return width - taken;
  }

  private static Table table(List<Entry> entries, List<Column> columns) {
    Table table = new Table(columns.stream().map(Column::head).toList());
    entries.forEach(
        entry -> table.add(columns.stream().map(column -> column.cell().apply(entry)).toList()));
    return table;
  }

  private List<Column> columns() {
    return List.of(
        new Column("id", entry -> new Table.Cell(entry.id().shortForm(), palette::strong)),
        new Column("time", entry -> Table.Cell.of(time(entry))),
        new Column("state", entry -> StateWords.cell(entry, palette)),
        new Column("model", entry -> Table.Cell.of(shortened(entry.model(), LONGEST_MODEL))),
        new Column("size", entry -> Table.Cell.of(shortened(entry.size().orElse("–"), 11))),
        new Column("quality", entry -> Table.Cell.of(shortened(entry.quality().orElse("–"), 8))),
        new Column(">took", entry -> Table.Cell.of(took(entry))),
        new Column(">cost", this::cost));
  }

  private String time(Entry entry) {
    var moment = entry.timestamp().atZone(zone);
    return (moment.toLocalDate().equals(today) ? TODAY : MOMENT).format(moment);
  }

  private static String took(Entry entry) {
    return entry.latencyMicros() == null ? "–" : Figures.micros(entry.latencyMicros());
  }

  private Table.Cell cost(Entry entry) {
    if (entry.cost().amount() != null) {
      return Table.Cell.of(Figures.money(entry.cost().amount()));
    }
    String risk = entry.atRisk() == null ? "unknown" : "≤ " + Figures.money(entry.atRisk());
    return new Table.Cell(risk, palette::warning);
  }

  private static String prompt(Entry entry, int room) {
    String star = entry.star() ? "★ " : "";
    String missing = entry.promptWithheld() ? WithheldPrompt.WORDS : "–";
    String said = entry.prompt().isEmpty() ? missing : entry.prompt();
    return shortened(star + said, room);
  }

  private static String shortened(String text, int cells) {
    // A prompt may have a hundred thousand characters; the first ones are enough to fill a line.
    String start = text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text;
    return Cells.shortened(VisibleText.line(start), cells);
  }
}
