package dev.easel.adapter.sandbox.art;

import java.awt.image.BufferedImage;
import java.util.List;

/// Paints commissions. Everything here is pure: no display, no fonts, no state; safe for any number
/// of threads.
public final class Painter {
  private Painter() {}

  /// The finished picture: RGB, or ARGB when the commission asks for transparency.
  public static BufferedImage paint(Commission commission) {
    return paint(commission, 0);
  }

  /// One moment of an endless animation; `phase` runs from 0, the still picture, to 1.
  public static BufferedImage paint(Commission commission, double phase) {
    RasterCanvas canvas =
        new RasterCanvas(commission.width(), commission.height(), commission.transparent());
    Scene scene = new Scene(commission);
    scene.draw(canvas, phase);
    scene.window(canvas).forEach(canvas::crop);
    canvas.finish();
    return canvas.image();
  }

  /// The same composition as an SVG document in UTF-8 characters, drawn with shapes and gradients.
  public static String draw(Commission commission) {
    SvgCanvas canvas = new SvgCanvas(commission.width(), commission.height());
    Scene scene = new Scene(commission);
    scene.draw(canvas, 0);
    List<Outline> window = scene.window(canvas);
    return canvas.document(commission.prompt(), window);
  }
}
