package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.Table;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.app.tui.text.WithheldPrompt;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Entries as rows that fit the terminal. All that come at once are laid out together; those that
/// come later stand in the columns of the first, which grow where they must.
final class EntryTable implements Listing {

  private static final int NARROWEST_PROMPT = 16;
  private static final int PIPED_COLUMNS = 160;
  private static final int LONGEST_MODEL = 24;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter TODAY =
      DateTimeFormatter.ofPattern("'today' HH:mm:ss", Locale.ROOT);

  private static final List<String> DISPENSABLE = List.of("quality", "size", ">took", "model");

  // As wide as most entries need them, where not all are known that will stand there.
  private static final Map<String, Integer> USUAL =
      Map.of("time", 16, "state", 10, "model", 11, "size", 9, ">took", 6, ">cost", 8);

  private final Session session;
  private final boolean everything;
  private final Palette palette;
  private final ZoneId zone;
  private final LocalDate today;

  private final Map<String, Integer> widths = new HashMap<>();
  private int width;
  private boolean begun;

  /// A table without rows.
  ///
  /// @param everything whether it is to hold whatever the log holds
  EntryTable(Session session, boolean everything) {
    this.session = session;
    this.everything = everything;
    this.palette = session.palette();
    this.zone = session.log().zone();
    this.today = LocalDate.ofInstant(session.time().now(), zone);
  }

  /// A column with a cell for each entry.
  private record Column(String head, List<Table.Cell> cells, int width) {}

  @Override
  public void add(List<Entry> entries, boolean more) {
    if (entries.isEmpty()) {
      return;
    }
    if (!begun) {
      width = terminal() ? session.surroundings().columns().getAsInt() : PIPED_COLUMNS;
      widths.putAll(more ? USUAL : Map.of());
    }
    List<String> lines = lines(entries);
    session.print(begun ? lines.subList(1, lines.size()) : lines);
    begun = true;
  }

  @Override
  public void end(@Nullable EntryId next) {
    if (!begun && next == null) {
      session.remark(
          everything
              ? "the log is empty; easel generate --sandbox \"a lighthouse\" makes a first entry"
              : "no entry matches");
    }
    if (next != null && terminal()) {
      session.remark("more: --cursor " + next);
    }
  }

  private boolean terminal() {
    return session.surroundings().terminals().out();
  }

  private List<String> lines(List<Entry> entries) {
    List<Column> columns = new ArrayList<>(columns(entries));
    for (String head : DISPENSABLE) {
      if (begun ? !widths.containsKey(head) : room(columns) < NARROWEST_PROMPT) {
        columns.removeIf(column -> column.head().equals(head));
      }
    }
    int room = Math.max(NARROWEST_PROMPT, room(columns));
    columns.add(column("prompt", entries, entry -> Table.Cell.of(prompt(entry, room))));
    widths.clear();
    columns.forEach(column -> widths.put(column.head(), column.width()));
    return table(columns).lines(palette);
  }

  // The prompt takes what the others leave.
  private int room(List<Column> columns) {
    int taken = 0;
    for (Column column : columns) {
      taken += column.width() + 2;
    }
    return width - taken;
  }

  private static Table table(List<Column> columns) {
    Table table =
        new Table(
            columns.stream().map(Column::head).toList(),
            columns.stream().map(Column::width).toList());
    for (int row = 0; row < columns.getFirst().cells().size(); row++) {
      int index = row;
      table.add(columns.stream().map(column -> column.cells().get(index)).toList());
    }
    return table;
  }

  private List<Column> columns(List<Entry> entries) {
    return List.of(
        column("id", entries, entry -> new Table.Cell(entry.id().shortForm(), palette::strong)),
        column("time", entries, entry -> Table.Cell.of(time(entry))),
        column("state", entries, entry -> StateWords.cell(entry, palette)),
        column("model", entries, entry -> cell(entry.model(), LONGEST_MODEL)),
        column("size", entries, entry -> cell(entry.size().orElse("–"), 11)),
        column("quality", entries, entry -> cell(entry.quality().orElse("–"), 8)),
        column(">took", entries, entry -> Table.Cell.of(took(entry))),
        column(">cost", entries, this::cost));
  }

  private Column column(String head, List<Entry> entries, Function<Entry, Table.Cell> cell) {
    List<Table.Cell> cells = entries.stream().map(cell).toList();
    int widest =
        Math.max(
            widths.getOrDefault(head, 0),
            Cells.width(head.startsWith(">") ? head.substring(1) : head));
    for (Table.Cell each : cells) {
      widest = Math.max(widest, Cells.width(each.text()));
    }
    return new Column(head, cells, widest);
  }

  private static Table.Cell cell(String text, int cells) {
    return Table.Cell.of(shortened(text, cells));
  }

  /// A moment, as it is said of one that is not today's.
  static String moment(Instant moment, ZoneId zone) {
    return MOMENT.format(moment.atZone(zone));
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
