package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Job;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.usecase.BrowseQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is under way, by whichever process, and for how long still; below it what became of the
/// rest.
final class RunningTile {

  private final Scene scene;
  private final Books.Sheet sheet;
  private final List<Entry> sent;
  private final List<Entry> waiting;
  private final List<Job> starting;

  RunningTile(Scene scene, Books.Sheet sheet) {
    this.scene = scene;
    this.sheet = sheet;
    this.sent = sheet.running().stream().filter(entry -> !entry.waiting()).toList();
    this.waiting = sheet.running().stream().filter(Entry::waiting).toList();
    this.starting = starting(scene, sheet);
  }

  // What was asked for a moment ago is not among the entries that were read.
  private static List<Job> starting(Scene scene, Books.Sheet sheet) {
    List<String> known = sheet.running().stream().map(entry -> entry.id().toString()).toList();
    return scene.state().jobs().active().stream()
        .filter(job -> !known.contains(job.entry()))
        .toList();
  }

  void draw(Canvas canvas) {
    Canvas within = Tile.draw(canvas, "Running", List.of(counted()), false);
    int row = running(within);
    if (!waiting.isEmpty()) {
      queue().draw(within.part(within.area().below(row).top(1)));
      row++;
    }
    if (row == 0) {
      within.text(0, 0, "nothing is running", Role.MUTED);
      row++;
    }
    Outcomes.draw(within.part(within.area().below(row)), scene, sheet);
  }

  private String counted() {
    List<String> words = new ArrayList<>();
    long running = sent.size() + (long) starting.size();
    if (running > 0) {
      words.add(Figures.count(running) + " under way");
    }
    if (!waiting.isEmpty()) {
      words.add(Figures.count(waiting.size()) + " queued");
    }
    return words.isEmpty() ? "none" : String.join(", ", words);
  }

  private int running(Canvas within) {
    int all = sent.size() + starting.size();
    int room = within.rows() - (waiting.isEmpty() ? 0 : 1);
    int each = 2 * all <= room ? 2 : 1;
    int shown = Math.min(all, room / each - (all * each > room && room > 1 ? 1 : 0));
    List<RunningRow> rows = rows();
    for (int number = 0; number < shown; number++) {
      rows.get(number).draw(within.part(within.area().below(number * each).top(each)));
    }
    if (shown < all) {
      String more = "and " + Figures.count(all - (long) shown) + " more";
      within.text(0, shown * each, more, Role.RUNNING);
      return shown * each + 1;
    }
    return shown * each;
  }

  private List<RunningRow> rows() {
    List<RunningRow> rows = new ArrayList<>();
    sent.forEach(entry -> rows.add(RunningRow.of(scene, entry)));
    starting.forEach(job -> rows.add(RunningRow.of(scene, job)));
    return rows;
  }

  private Phrase queue() {
    Phrase phrase =
        new Phrase()
            .add(Figures.count(waiting.size()) + " queued", Role.RUNNING)
            .add(next(), Role.TEXT);
    waiting.stream()
        .map(Entry::code)
        .filter(code -> code != null && !code.equals(Entry.QUEUED))
        .findFirst()
        .ifPresent(code -> phrase.add(" after " + code, Role.WARNING));
    return phrase;
  }

  private String next() {
    return sheet.queue().stream()
        .map(BrowseQueue.Waiting::opensIn)
        .min(Comparator.naturalOrder())
        .map(opens ->
            opens.compareTo(Duration.ZERO) > 0
                ? ", the next not before " + Clock.of(opens)
                : ", the next when a turn is free")
        .orElse("");
  }
}
