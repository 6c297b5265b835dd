package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Sight;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Size;

/// Where things are on a screen that shows one request, or one picture. Areas are those of what
/// lies below the tabs and above the last two lines.
public final class DetailLayout {

  private static final int NARROW = 100;
  private static final int NARROW_PICTURE = 42;

  private DetailLayout() {}

  /// All of it.
  public static Area body(Size size) {
    return new Area(0, 0, size.columns(), size.rows() - 3);
  }

  /// A picture alone: all but the line below it.
  public static Area picture(Size size) {
    return body(size).above(1);
  }

  /// The panel with the picture.
  public static Area picturePanel(Size size) {
    int wide = size.columns() < NARROW ? NARROW_PICTURE : size.columns() / 2;
    return body(size).left(Math.min(wide, size.columns() / 2 + 2));
  }

  /// The picture in its panel.
  static Area detailPicture(Size size) {
    return picturePanel(size).within();
  }

  /// The panel with the words: beside the picture, if there is one.
  public static Area textPanel(Size size, Layer.Detail detail) {
    boolean alone = detail.raw() || Sight.of(detail.entry()).isEmpty();
    return alone ? body(size) : body(size).rightOf(picturePanel(size).columns());
  }

  /// The words in their panel.
  static Area text(Size size, Layer.Detail detail) {
    return text(textPanel(size, detail));
  }

  /// The words in any panel.
  public static Area text(Area panel) {
    Area within = panel.within();
    return new Area(within.left() + 1, within.top(), within.columns() - 2, within.rows());
  }
}
