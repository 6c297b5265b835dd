package dev.easel.app.tui.terminal;

import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Frame.Placement;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// iTerm2's inline pictures, which become part of the cells and go when these are drawn over
/// (<https://iterm2.com/documentation-images.html>).
final class ItermPictures implements Pictures {

  private final PictureSource source;
  private final Set<Placement> placed = new HashSet<>();

  ItermPictures(PictureSource source) {
    this.source = source;
  }

  @Override
  public boolean staysUnder(List<Placement> next) {
    return next.containsAll(placed);
  }

  @Override
  public byte[] drawn(List<Placement> placements, boolean whole) {
    if (whole) {
      placed.clear();
    }
    Escapes escapes = new Escapes();
    for (Placement placement : placements) {
      if (!placed.contains(placement) && !placement.area().empty()) {
        place(escapes, placement);
      }
    }
    return escapes.all();
  }

  private void place(Escapes escapes, Placement placement) {
    PixelBox room = PixelBox.of(placement.area());
    byte[] png = source.png(placement.sha256(), room.width(), room.height());
    if (png == null) {
      return;
    }
    Area area = PixelBox.of(png).fittedInto(placement.area());
    byte[] base64 = Base64.getEncoder().encode(png);
    escapes
        .move(area.left(), area.top())
        .text("\u001b]1337;File=inline=1;doNotMoveCursor=1;preserveAspectRatio=1")
        .text(";size=" + png.length + ";width=" + area.columns() + ";height=" + area.rows() + ":")
        .bytes(base64, 0, base64.length)
        .text("\u0007");
    placed.add(placement);
  }

  // They go with the cells of the screen that is left.
  @Override
  public byte[] removed() {
    placed.clear();
    return new byte[0];
  }
}
