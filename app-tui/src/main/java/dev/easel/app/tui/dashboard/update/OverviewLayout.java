package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Pane;
import dev.easel.app.tui.dashboard.state.Sight;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.Area;
import dev.easel.domain.ledger.Entry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the panels of the overview are: the more room there is, the more of them.
///
/// @param panes those for which there is room
public record OverviewLayout(Map<Pane, Area> panes) {

  private static final int WITH_DAYS = 110;
  private static final int WITH_HISTOGRAM = 150;
  private static final int ROWS_WITH_PICTURE = 10;
  private static final int ROWS_WITH_PICTURE_WHERE_NARROW = 16;
  private static final int SIDE_PERCENT = 33;

  /// Copies the map.
  public OverviewLayout {
    panes = Map.copyOf(panes);
  }

  /// That of an area.
  public static OverviewLayout of(Area all, State state) {
    Heights heights = Heights.of(all.rows());
    Map<Pane, Area> panes = new EnumMap<>(Pane.class);
    money(panes, all.top(heights.money()));
    models(panes, all.below(heights.money()).top(heights.models()));
    latest(panes, all.bottom(heights.requests()), pictured(state).isPresent());
    return new OverviewLayout(panes);
  }

  /// How many rows the three rows of panels have; none where there is no room.
  private record Heights(int money, int models, int requests) {
    static Heights of(int rows) {
      int money = rows >= 50 ? 14 : rows >= 40 ? 12 : rows >= 26 ? 9 : Math.min(7, rows);
      int models = rows >= 50 ? 13 : rows >= 40 ? 11 : rows >= 26 ? 8 : rows >= 18 ? 6 : 0;
      return new Heights(money, models, rows - money - models);
    }
  }

  private static void money(Map<Pane, Area> panes, Area row) {
    if (row.columns() >= WITH_DAYS) {
      put(panes, three(row), Pane.SPEND, Pane.DAYS, Pane.RUNNING);
    } else {
      put(panes, row.columns(2), Pane.SPEND, Pane.RUNNING);
    }
  }

  private static void models(Map<Pane, Area> panes, Area row) {
    if (row.columns() >= WITH_HISTOGRAM) {
      put(panes, three(row), Pane.MODELS, Pane.LATENCY, Pane.HISTOGRAM);
    } else {
      put(panes, row.columns(2), Pane.MODELS, Pane.LATENCY);
    }
  }

  private static void latest(Map<Pane, Area> panes, Area row, boolean pictured) {
    int fewest =
        row.columns() >= WITH_HISTOGRAM ? ROWS_WITH_PICTURE : ROWS_WITH_PICTURE_WHERE_NARROW;
    if (pictured && row.columns() >= WITH_DAYS && row.rows() >= fewest) {
      Area picture = three(row).getLast();
      put(
          panes,
          List.of(row.left(row.columns() - picture.columns()), picture),
          Pane.LATEST,
          Pane.PICTURE);
    } else {
      put(panes, List.of(row), Pane.LATEST);
    }
  }

  private static void put(Map<Pane, Area> panes, List<Area> areas, Pane... names) {
    List<Area> left = new ArrayList<>(areas);
    for (Pane name : names) {
      panes.put(name, left.removeFirst());
    }
  }

  // The middle one is the widest.
  private static List<Area> three(Area area) {
    int side = area.columns() * SIDE_PERCENT / 100;
    int middle = area.columns() - 2 * side;
    return List.of(area.left(side), area.rightOf(side).left(middle), area.rightOf(side + middle));
  }

  /// Where a panel that stands alone is: below a line with the names of all.
  public static Area alone(Area all) {
    return all.below(1);
  }

  /// The request whose picture is shown: the chosen one, or else the newest that has one.
  public static Optional<Entry> pictured(State state) {
    Books.Sheet sheet = state.books().sheet();
    List<Entry> latest = sheet == null ? List.of() : sheet.latest();
    return latest.stream()
        .skip(state.place().row())
        .findFirst()
        .filter(Sight::made)
        .or(() -> latest.stream().filter(Sight::made).findFirst());
  }

  /// Whether it can be seen which request is chosen.
  static boolean listed(State state) {
    Pane pane = state.place().pane();
    return !state.place().alone() || pane == Pane.LATEST || pane == Pane.PICTURE;
  }

  /// Where that picture is, if it is shown.
  static Optional<Area> picture(State state) {
    Area all = TabLayout.body(state);
    if (!state.place().alone()) {
      return Optional.ofNullable(of(all, state).panes().get(Pane.PICTURE)).map(Area::within);
    }
    return state.place().pane() == Pane.PICTURE
        ? Optional.of(alone(all).within())
        : Optional.empty();
  }
}
