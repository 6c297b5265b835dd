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

  /// The changed picture: it is made from the reference, and outside the mask equal to it.
  public static BufferedImage retouch(Retouch retouch) {
    return retouch(retouch, 0);
  }

  /// One moment of the changed picture in an endless animation; `phase` runs from 0 to 1.
  public static BufferedImage retouch(Retouch retouch, double phase) {
    return new Retoucher(retouch, phase).paint();
  }

  /// The changed picture as an SVG document, in coloured triangles.
  public static String redraw(Retouch retouch) {
    Commission commission = retouch.commission();
    SvgCanvas canvas = new SvgCanvas(commission.width(), commission.height());
    new Mosaic(canvas, retouch(retouch), commission.dice().fork("mosaic")).draw();
    return canvas.document(commission.prompt(), List.of());
  }

  /// What a picture looked like before it was finished: blurred, less so from one to the next.
  ///
  /// @param index which of the unfinished pictures, from 0
  /// @param of how many of them there are, at least 1
  public static BufferedImage sketch(BufferedImage finished, int index, int of) {
    int width = finished.getWidth();
    int height = finished.getHeight();
    double share = (index + 1.0) / (of + 1.0);
    double detail = 12 * StrictMath.pow(Math.max(12, Math.min(width, height)) / 12.0, share);
    double scale = Math.min(1, detail / Math.min(width, height));
    int columns = Math.max(1, (int) Math.round(width * scale));
    int rows = Math.max(1, (int) Math.round(height * scale));
    return Sampling.scaled(Sampling.scaled(finished, columns, rows), width, height);
  }
}
