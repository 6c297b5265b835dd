package dev.easel.app.tui.screen;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A whole screen as drawn. Immutable.
public final class Frame {

  private final Size size;
  private final Cell[] cells;
  private final List<Placement> placements;
  private final List<Spot> spots;

  Frame(Size size, Cell[] cells, List<Placement> placements, List<Spot> spots) {
    this.size = size;
    this.cells = cells.clone();
    this.placements = List.copyOf(placements);
    this.spots = List.copyOf(spots);
  }

  /// A part of the screen where a click means something.
  record Spot(Target target, Area area) {}

  /// A picture that the terminal itself is to draw over cells that are blank.
  ///
  /// @param sha256 its name in the picture store
  public record Placement(String sha256, Area area) {}

  /// How large it is.
  public Size size() {
    return size;
  }

  /// The cell in a column and a row, both from 0.
  public Cell cell(int column, int row) {
    return cells[row * size.columns() + column];
  }

  /// The pictures that lie over it.
  public List<Placement> placements() {
    return placements;
  }

  /// What a click on a cell means, empty where it means nothing.
  public Optional<Target> target(int column, int row) {
    return spots.reversed().stream()
        .filter(spot -> spot.area().contains(column, row))
        .findFirst()
        .map(Spot::target);
  }

  /// Its rows as text, without the blanks at their ends.
  public List<String> text() {
    return rows(Cell::glyph);
  }

  /// Its rows with one letter for each cell: that of its role, a capital `S` where it is chosen,
  /// `s` where it is chosen in a panel without the focus, `_` for the cursor, `#` for a picture.
  public List<String> roles() {
    return rows(Frame::letter);
  }

  private List<String> rows(Function<Cell, String> shown) {
    return IntStream.range(0, size.rows())
        .mapToObj(row ->
            IntStream.range(0, size.columns())
                .mapToObj(column -> shown.apply(cell(column, row)))
                .collect(Collectors.joining())
                .stripTrailing())
        .toList();
  }

  private static String letter(Cell cell) {
    return switch (cell.ink()) {
      case Ink.Exact _ -> "#";
      case Ink.Painted(Role role, Ground ground) ->
          switch (ground) {
            case PLAIN -> cell.equals(Cell.BLANK) ? " " : String.valueOf(role.letter());
            case CHOSEN -> "S";
            case CHOSEN_ELSEWHERE -> "s";
            case CURSOR -> "_";
          };
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frame frame
        && size.equals(frame.size)
        && Arrays.equals(cells, frame.cells)
        && placements.equals(frame.placements)
        && spots.equals(frame.spots);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(cells);
  }
}
