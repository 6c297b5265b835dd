package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Meter;
import dev.easel.app.tui.dashboard.state.Expectation;
import dev.easel.app.tui.dashboard.state.Job;
import dev.easel.app.tui.dashboard.state.Shape;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.ModelWord;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A request that is under way: what it is and how long it has taken, against how long such ones
/// usually take. The bar stops short of its end until the answer is there.
final class RunningRow {

  private static final int MOST_PERCENT = 95;

  private final Scene scene;
  private final String name;
  private final Shape shape;
  private final Duration taken;
  private final @Nullable Expectation expected;
  private final Optional<Job> job;

  private RunningRow(Scene scene, String name, Shape shape, Instant since, Optional<Job> job) {
    this.scene = scene;
    this.name = name;
    this.shape = shape;
    this.taken = Duration.between(since, scene.now());
    this.job = job;
    Expectation found = scene.state().books().expectations().get(shape);
    this.expected = found == null || found.runs() < Expectation.FEWEST ? null : found;
  }

  static RunningRow of(Scene scene, Entry entry) {
    String id = entry.id().toString();
    Optional<Job> job = scene.state().jobs().of(id);
    return new RunningRow(
        scene, "#" + id.substring(id.length() - 6), Shape.of(entry), entry.timestamp(), job);
  }

  static RunningRow of(Scene scene, Job job) {
    Shape shape = Shape.of(job.request());
    return new RunningRow(scene, "starting", shape, job.started(), Optional.of(job));
  }

  /// Draws it in one row, or in two with a bar.
  void draw(Canvas canvas) {
    String time = time();
    int room = canvas.columns() - Cells.width(time) - 1;
    new Phrase()
        .add(name, Role.TEXT)
        .add(" " + ModelWord.brief(shape.model()), Role.TEXT)
        .add(part(shape.quality()), Role.TEXT)
        .add(part(shape.size()), Role.MUTED)
        .draw(canvas.part(canvas.area().left(room)));
    canvas.text(canvas.columns() - Cells.width(time), 0, time, role());
    if (canvas.rows() > 1) {
      below(canvas.part(canvas.area().below(1)));
    }
  }

  private static String part(String text) {
    return text.isEmpty() ? "" : " " + VisibleText.line(text);
  }

  private String time() {
    String usual = expected == null ? "" : " / ~" + Clock.of(expected.middle());
    return Clock.of(taken) + usual;
  }

  private boolean late() {
    return expected != null && taken.compareTo(expected.slow()) > 0;
  }

  private Role role() {
    return late() ? Role.WARNING : Role.RUNNING;
  }

  private void below(Canvas row) {
    if (job.filter(Job::cancelled).isPresent()) {
      new Phrase().add("cancelled; an answer is still booked", Role.WARNING).draw(row);
    } else if (expected == null) {
      new Phrase()
          .add(job.map(RunningRow::phase).orElse("too few runs before it"), Role.MUTED)
          .draw(row);
    } else {
      bar(row, expected);
    }
  }

  private void bar(Canvas row, Expectation usual) {
    long percent = 100 * taken.toMillis() / Math.max(1, usual.middle().toMillis());
    long shown = Math.min(MOST_PERCENT, percent);
    Meter meter =
        late()
            ? Meter.of(shown, "slower than 95 % of runs", role(), scene.pen())
            : Meter.of(shown, role(), scene.pen());
    meter.draw(row);
  }

  private static String phase(Job job) {
    return switch (job.phase()) {
      case Job.Phase.Starting _ -> "is being recorded";
      case Job.Phase.Queued(int ahead) -> ahead + " ahead of it";
      case Job.Phase.Sent _ -> "too few runs before it";
      case Job.Phase.Receiving(long bytes) ->
          dev.easel.app.tui.text.Figures.bytes(bytes) + " received";
      case Job.Phase.Pausing(String code, _) -> "pauses after " + VisibleText.line(code);
      case Job.Phase.Joined _ -> "the same is under way elsewhere";
    };
  }
}
