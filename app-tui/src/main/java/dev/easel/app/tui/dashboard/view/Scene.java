package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.chart.Pen;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.Theme;
import dev.easel.app.tui.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What a view draws.
///
/// @param now the time on the clock
public record Scene(State state, Theme theme, Instant now) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("yyyy-MM-dd ", Locale.ROOT);

  /// The zone whose days are counted.
  public ZoneId zone() {
    return state.world().house().zone();
  }

  /// What charts are drawn with.
  Pen pen() {
    return Pen.of(theme);
  }

  /// The day, in that zone.
  LocalDate today() {
    return LocalDate.ofInstant(now, zone());
  }

  /// How long it is until a moment: `11 h 56 min`, `8 days`; nothing for one that is over.
  String until(Instant moment) {
    Duration left = Duration.between(now, moment);
    long days = left.toDays();
    return days > 1 ? days + " days" : Figures.duration(left);
  }

  /// The time of day: `12:04`.
  public String clock() {
    return CLOCK.withZone(zone()).format(now);
  }

  /// A moment in eleven cells: `12:04:11 ` of today, `11-23 12:04` of this year, `2025-11-23 `.
  public String moment(Instant moment) {
    var then = moment.atZone(zone());
    var today = now.atZone(zone());
    if (then.toLocalDate().equals(today.toLocalDate())) {
      return SECONDS.format(then) + "   ";
    }
    return (then.getYear() == today.getYear() ? DAY : YEAR).format(then);
  }
}
