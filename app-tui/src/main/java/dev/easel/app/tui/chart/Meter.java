package dev.easel.app.tui.chart;

import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.domain.cost.BudgetLevel;
import dev.easel.domain.cost.Committed;
import dev.easel.domain.cost.Standing;
import java.util.List;

/// One row: how full something is, with the percents as a number behind it.
///
/// @param whole what fills it
/// @param parts what it is filled with, from the left
/// @param number behind it: the percents, or a word
/// @param levels the percents at which a budget warns, marked where it is still empty
/// @param role of the number
public record Meter(
    long whole, List<Part> parts, String number, List<Integer> levels, Role role, Pen pen)
    implements Drawing {

  private static final List<Integer> BUDGET_LEVELS = List.of(80, 95);
  private static final String LEVELS = "┊ 80 %, 95 %";
  private static final List<String> PARTS = List.of("settled", "running", "at risk");
  private static final List<Role> PART_ROLES = List.of(Role.GOOD, Role.RUNNING, Role.WARNING);
  private static final int NUMBER = 6;
  private static final int SHORTEST = 4;
  private static final int EIGHTHS = 8;

  /// Copies the lists.
  public Meter {
    parts = List.copyOf(parts);
    levels = List.copyOf(levels);
  }

  /// A part.
  public record Part(long amount, Role role) {}

  /// How a budget stands: what is settled, then what running requests may cost, then what is at
  /// risk.
  public static Meter budget(Standing standing, Pen pen) {
    Committed committed = standing.committed();
    Role role = role(standing.level());
    List<Part> parts =
        List.of(
            new Part(committed.settled().nanos(), role),
            new Part(committed.reserved().nanos(), Role.RUNNING),
            new Part(committed.atRisk().nanos(), Role.WARNING));
    long cap = standing.limit().cap().nanos();
    return new Meter(cap, parts, percent(standing.percent()), BUDGET_LEVELS, role, pen);
  }

  /// How much of one thing is there.
  ///
  /// @param percent 0 to 100
  public static Meter of(long percent, Role role, Pen pen) {
    return of(percent, percent(percent), role, pen);
  }

  /// How much of one thing is there, with a word behind it.
  ///
  /// @param percent 0 to 100
  public static Meter of(long percent, String word, Role role, Pen pen) {
    return new Meter(100, List.of(new Part(percent, role)), word, List.of(), role, pen);
  }

  private static String percent(long percent) {
    return percent + " %";
  }

  /// How a level of a budget is painted.
  public static Role role(BudgetLevel level) {
    return switch (level) {
      case OK -> Role.GOOD;
      case NEAR_80, NEAR_95 -> Role.WARNING;
      case REACHED -> Role.BAD;
    };
  }

  @Override
  public List<String> notes(int columns) {
    return List.of(number);
  }

  @Override
  public void draw(Canvas canvas) {
    int cells = Math.max(NUMBER, number.length() + 1);
    int room = canvas.columns() - cells;
    if (room < SHORTEST) {
      canvas.text(0, 0, number, role);
      return;
    }
    track(canvas, room);
    fill(canvas, room);
    Flush.right(canvas, room, 0, number, cells, role);
  }

  private void track(Canvas canvas, int room) {
    canvas.text(0, 0, pen.track().repeat(room), Role.MUTED);
    levels.forEach(level -> canvas.text(room * level / 100, 0, "┊", Role.MUTED));
  }

  // A part ends on a whole cell where another follows, since a cell has one colour.
  private void fill(Canvas canvas, int room) {
    Scale scale = new Scale(whole);
    long sum = 0;
    int column = 0;
    for (int number = 0; number < parts.size(); number++) {
      sum = Amount.sum(sum, Math.max(0, parts.get(number).amount()));
      int end = whole <= 0 ? room : scale.eighths(sum, room) / EIGHTHS;
      for (; column < end; column++) {
        canvas.text(column, 0, pen.filled(number), parts.get(number).role());
      }
    }
  }

  /// Says in one row what the parts of a budget are.
  public static void key(Canvas canvas, Pen pen) {
    int column = 0;
    for (int number = 0; number < PARTS.size(); number++) {
      column = canvas.text(column, 0, pen.filled(number), PART_ROLES.get(number));
      column = canvas.text(column, 0, " " + PARTS.get(number) + "   ", Role.MUTED);
    }
    column = canvas.text(column, 0, pen.track(), Role.MUTED);
    column = canvas.text(column, 0, " left   ", Role.MUTED);
    if (column + LEVELS.length() <= canvas.columns()) {
      canvas.text(column, 0, LEVELS, Role.MUTED);
    }
  }
}
