package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Connection;
import dev.easel.app.tui.dashboard.state.Tab;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/// The first line: the tabs, and how things stand.
final class Header {

  private static final int NAME_CELLS = 16;

  private Header() {}

  /// A piece of text with its role.
  ///
  /// @param brief the same in fewer words, empty when there are none
  private record Piece(String text, String brief, Role role) {
    Piece(String text, Role role) {
      this(text, "", role);
    }
  }

  static void draw(Canvas canvas, Scene scene) {
    int column = canvas.text(1, 0, "Easel", Role.HEADING) + 2;
    for (Tab tab : Tab.values()) {
      boolean open = tab == scene.state().place().tab();
      String text = tab.key() + " " + tab.title();
      int from = column;
      column =
          canvas.text(
              column,
              0,
              open ? "[" + text + "]" : " " + text + " ",
              open ? Role.HEADING : Role.TEXT);
      canvas.part(canvas.area().rightOf(from).left(column - from)).target(new Click.OnTab(tab));
    }
    right(canvas, column + 1, pieces(scene));
  }

  // What matters least stands first, and goes first where there is no room.
  private static void right(Canvas canvas, int from, List<Piece> pieces) {
    List<Piece> kept = new ArrayList<>(pieces);
    while (!kept.isEmpty() && canvas.columns() - width(kept) < from) {
      Piece first = kept.removeFirst();
      if (!first.brief().isEmpty()) {
        kept.addFirst(new Piece(first.brief(), "", first.role()));
      }
    }
    int column = canvas.columns() - width(kept);
    for (Piece piece : kept) {
      column = canvas.text(column, 0, piece.text(), piece.role()) + 2;
    }
  }

  private static int width(List<Piece> pieces) {
    return pieces.stream().mapToInt(piece -> Cells.width(piece.text()) + 2).sum() - 1;
  }

  private static List<Piece> pieces(Scene scene) {
    List<Piece> pieces = new ArrayList<>();
    String range = scene.state().place().range().word();
    pieces.add(new Piece("range " + range, range, Role.MUTED));
    if (scene.state().options().frozen()) {
      pieces.add(new Piece("frozen", Role.WARNING));
    }
    pieces.add(new Piece(scene.clock(), Role.TEXT));
    pieces.add(connection(scene.state().world()));
    return pieces;
  }

  private static Piece connection(World world) {
    World.House house = world.house();
    String name = Cells.shortened(VisibleText.line(house.provider()), NAME_CELLS);
    if (house.sandbox()) {
      return new Piece("● sandbox", Role.RUNNING);
    }
    if (house.keyMissing() != null) {
      return new Piece("○ no key", Role.WARNING);
    }
    return switch (world.connection()) {
      case Connection.Untried _ -> new Piece("· " + name, Role.MUTED);
      case Connection.Online _ -> new Piece("● " + name, Role.GOOD);
      case Connection.Offline _ -> new Piece("○ offline", Role.BAD);
    };
  }
}
