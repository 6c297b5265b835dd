package dev.easel.app.tui.picture;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps what was drawn until its cells become too many; what has not been looked at for the
/// longest goes first. Safe for use by several threads.
final class DrawnLately {

  private final Map<Wanted, Preview.Drawn> drawn =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);
  private final int mostCells;
  private int cells;

  DrawnLately(int mostCells) {
    this.mostCells = mostCells;
  }

  synchronized Optional<Preview.Drawn> find(Wanted wanted) {
    return Optional.ofNullable(drawn.get(wanted));
  }

  synchronized void keep(Wanted wanted, Preview.Drawn preview) {
    Preview.Drawn before = drawn.put(wanted, preview);
    cells += count(preview) - (before == null ? 0 : count(before));
    Iterator<Preview.Drawn> oldest = drawn.values().iterator();
    while (cells > mostCells && oldest.hasNext()) {
      cells -= count(oldest.next());
      oldest.remove();
    }
  }

  private static int count(Preview.Drawn preview) {
    return preview.cells().columns() * preview.cells().rows();
  }
}
