package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.Table;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.ledger.Entry;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Entries as rows that fit the terminal.
final class EntryTable {

  private static final int NARROWEST_PROMPT = 16;
  private static final int PIPED_COLUMNS = 160;
  private static final int LONGEST_MODEL = 24;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter TODAY =
      DateTimeFormatter.ofPattern("'today' HH:mm:ss", Locale.ROOT);

  private final Session session;
  private final Palette palette;

  EntryTable(Session session) {
    this.session = session;
    this.palette = session.palette();
  }

  List<String> lines(List<Entry> entries) {
    int room = room(entries);
    return table(entries, room).lines(palette);
  }

  // The prompt takes what the others leave.
  private int room(List<Entry> entries) {
    boolean terminal = session.surroundings().terminals().out();
    int columns = terminal ? session.surroundings().columns().getAsInt() : PIPED_COLUMNS;
    Table bare = table(entries, 0);
    int taken = 0;
    for (int column = 0; column < 8; column++) {
      taken += bare.width(column) + 2;
    }
    return Math.max(NARROWEST_PROMPT, columns - taken);
  }

  private Table table(List<Entry> entries, int room) {
    Table table =
        new Table(
            List.of("id", "time", "state", "model", "size", "quality", ">took", ">cost", "prompt"));
    ZoneId zone = session.log().zone();
    LocalDate today = LocalDate.ofInstant(session.time().now(), zone);
    entries.forEach(entry -> table.add(row(entry, zone, today, room)));
    return table;
  }

  private List<Table.Cell> row(Entry entry, ZoneId zone, LocalDate today, int room) {
    return List.of(
        new Table.Cell(entry.id().shortForm(), palette::strong),
        Table.Cell.of(time(entry, zone, today)),
        StateWords.cell(entry.state(), palette),
        Table.Cell.of(shortened(entry.model(), LONGEST_MODEL)),
        Table.Cell.of(shortened(entry.size().orElse("–"), 11)),
        Table.Cell.of(shortened(entry.quality().orElse("–"), 8)),
        Table.Cell.of(took(entry)),
        cost(entry),
        new Table.Cell(prompt(entry, room), text -> text));
  }

  private static String time(Entry entry, ZoneId zone, LocalDate today) {
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
    String said = entry.prompt().isEmpty() ? "–" : entry.prompt();
    return room == 0 ? "" : shortened(star + said, room);
  }

  private static String shortened(String text, int cells) {
    // A prompt may have a hundred thousand characters; the first ones are enough to fill a line.
    String start = text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text;
    return Cells.shortened(VisibleText.line(start), cells);
  }
}
