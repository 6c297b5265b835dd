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

  /// A column with a cell for each entry, as wide as the widest of them.
  private record Column(String head, List<Table.Cell> cells, int width) {

    private static Column of(String head, List<Entry> entries, Function<Entry, Table.Cell> cell) {
      List<Table.Cell> cells = entries.stream().map(cell).toList();
      int widest = Cells.width(head.startsWith(">") ? head.substring(1) : head);
      for (Table.Cell each : cells) {
        widest = Math.max(widest, Cells.width(each.text()));
      }
      return new Column(head, cells, widest);
    }
  }

  List<String> lines(List<Entry> entries) {
    boolean terminal = session.surroundings().terminals().out();
    int width = terminal ? session.surroundings().columns().getAsInt() : PIPED_COLUMNS;
    List<Column> columns = new ArrayList<>(columns(entries));
    for (String head : DISPENSABLE) {
      if (room(columns, width) < NARROWEST_PROMPT) {
        columns.removeIf(column -> column.head().equals(head));
      }
    }
    int room = Math.max(NARROWEST_PROMPT, room(columns, width));
    columns.add(Column.of("prompt", entries, entry -> Table.Cell.of(prompt(entry, room))));
    return table(columns).lines(palette);
  }

  // The prompt takes what the others leave.
  private static int room(List<Column> columns, int width) {
    int taken = 0;
    for (Column column : columns) {
      taken += column.width() + 2;
    }
    return width - taken;
  }

  private static Table table(List<Column> columns) {
    Table table = new Table(columns.stream().map(Column::head).toList());
    for (int row = 0; row < columns.getFirst().cells().size(); row++) {
      int index = row;
      table.add(columns.stream().map(column -> column.cells().get(index)).toList());
    }
    return table;
  }

  private List<Column> columns(List<Entry> entries) {
    return List.of(
        Column.of("id", entries, entry -> new Table.Cell(entry.id().shortForm(), palette::strong)),
        Column.of("time", entries, entry -> Table.Cell.of(time(entry))),
        Column.of("state", entries, entry -> StateWords.cell(entry, palette)),
        Column.of("model", entries, entry -> cell(entry.model(), LONGEST_MODEL)),
        Column.of("size", entries, entry -> cell(entry.size().orElse("–"), 11)),
        Column.of("quality", entries, entry -> cell(entry.quality().orElse("–"), 8)),
        Column.of(">took", entries, entry -> Table.Cell.of(took(entry))),
        Column.of(">cost", entries, this::cost));
  }

  private static Table.Cell cell(String text, int cells) {
    return Table.Cell.of(shortened(text, cells));
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
