package dev.easel.app.tui.picture;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps what was drawn until its pixels become too many; what has not been looked at for the
/// longest goes first. Safe for use by several threads.
final class DrawnLately {

  private final Map<Wanted, Preview.Drawn> drawn =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);
  private final int mostPixels;
  private int pixels;

  DrawnLately(int mostPixels) {
    this.mostPixels = mostPixels;
  }

  synchronized Optional<Preview.Drawn> find(Wanted wanted) {
    return Optional.ofNullable(drawn.get(wanted));
  }

  synchronized void keep(Wanted wanted, Preview.Drawn preview) {
    Preview.Drawn before = drawn.put(wanted, preview);
    pixels += count(preview) - (before == null ? 0 : count(before));
    Iterator<Preview.Drawn> oldest = drawn.values().iterator();
    while (pixels > mostPixels && oldest.hasNext()) {
      pixels -= count(oldest.next());
      oldest.remove();
    }
  }

  private static int count(Preview.Drawn preview) {
    return preview.seen().width() * preview.seen().height();
  }
}
