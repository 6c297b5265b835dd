package dev.easel.adapter.sandbox.art;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Changes a picture as a prompt asks: its colours for an hour, a weather or a colour word, what
/// falls from the sky, subjects that are added, and places it is taken to.
final class Retoucher {
  private final Retouch retouch;
  private final Commission commission;
  private final Vocabulary words;
  private final Dice dice;
  private final double phase;
  private final Optional<BufferedImage> shield;

  Retoucher(Retouch retouch, double phase) {
    this.retouch = retouch;
    this.commission = retouch.commission();
    this.words = commission.words();
    this.dice = commission.dice();
    this.phase = phase;
    this.shield = retouch.shield();
  }

  BufferedImage paint() {
    BufferedImage base = retouch.base();
    boolean clear = commission.transparent() || base.getColorModel().hasAlpha();
    RasterCanvas canvas = new RasterCanvas(commission.width(), commission.height(), clear);
    backdrop(canvas, base);
    overlays(canvas);
    if (shield.isPresent()) {
      protect(canvas.pixels(), pixels(base), pixels(shield.get()));
    } else if (commission.transparent() && solid(canvas.pixels())) {
      canvas.crop(Outline.disc(canvas.width() / 2, canvas.height() / 2, 0.47));
    }
    return canvas.image();
  }

  /// The picture in its new colours; or, when the prompt takes it to another place, that place with
  /// the picture standing in it as a print. Inside a mask the place itself is painted.
  private void backdrop(RasterCanvas canvas, BufferedImage base) {
    if (words.lands().isEmpty()) {
      canvas.paste(graded(base), 0, 0);
      return;
    }
    new Scene(opaque()).draw(canvas, phase);
    if (shield.isEmpty()) {
      print(canvas, base, canvas.width() / 2, canvas.height() * 0.48, 0.6);
    }
  }

  private Commission opaque() {
    return new Commission(
        commission.prompt(),
        commission.seed(),
        commission.index(),
        commission.width(),
        commission.height(),
        false);
  }

  private BufferedImage graded(BufferedImage base) {
    int[] pixels = pixels(base);
    Grade.of(words, dice.fork("grade")).forEach(grade -> grade.apply(pixels));
    BufferedImage graded = new BufferedImage(base.getWidth(), base.getHeight(), base.getType());
    graded.setRGB(0, 0, base.getWidth(), base.getHeight(), pixels, 0, base.getWidth());
    return graded;
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private void overlays(RasterCanvas canvas) {
    if (words.lands().isEmpty()) {
      Light light = words.hours().isEmpty() ? Light.day(words, dice) : Light.of(words, dice);
      new Atmosphere(canvas, light, phase).draw(words, canvas.height() * 0.6, dice.fork("air"));
      subjects(canvas, light);
    }
    prints(canvas);
  }

  /// Added subjects stand where the mask allows a change, else in the lower part of the picture.
  private void subjects(RasterCanvas canvas, Light light) {
    Cast cast = new Cast(light, words, dice.fork("cast"), phase);
    Region region = shield.map(this::region).orElse(lower(canvas));
    int count = words.subjects().size();
    double lane = (region.right - region.left) / Math.max(1, count);
    double tall = Math.min(region.bottom - region.top, lane) * 0.9;
    for (int i = 0; i < count; i++) {
      double x = region.left + lane * (i + 0.5);
      double foot = (region.top + region.bottom + tall) / 2;
      cast.draw(words.subjects().get(i), new Brush(canvas, x, foot, tall, false));
    }
  }

  private record Region(double left, double top, double right, double bottom) {}

  private Region lower(RasterCanvas canvas) {
    double middle = canvas.width() * dice.fork("spot").between(0.4, 0.6);
    double low = canvas.height() * 0.97;
    return new Region(middle - 0.3, low - 0.5, middle + 0.3, low);
  }

  /// The smallest box around what the mask leaves open.
  private Region region(BufferedImage mask) {
    int[] box = {mask.getWidth(), mask.getHeight(), 0, 0};
    for (int y = 0; y < mask.getHeight(); y++) {
      for (int x = 0; x < mask.getWidth(); x++) {
        if (mask.getRGB(x, y) >>> 24 < 128) {
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x + 1);
          box[3] = Math.max(box[3], y + 1);
        }
      }
    }
    double unit = Math.min(commission.width(), commission.height());
    double across = commission.width() / unit / mask.getWidth();
    double down = commission.height() / unit / mask.getHeight();
    return new Region(box[0] * across, box[1] * down, box[2] * across, box[3] * down);
  }

  private void prints(RasterCanvas canvas) {
    List<BufferedImage> others = retouch.references().subList(1, retouch.references().size());
    double lane = canvas.width() / Math.max(4, others.size());
    for (int i = 0; i < others.size(); i++) {
      double x = lane * (i + 0.5);
      print(canvas, others.get(i), x, canvas.height() - lane * 0.5, lane * 0.72);
    }
  }

  /// A photograph on white paper with a soft shadow, `size` across at its longer side.
  private void print(RasterCanvas canvas, BufferedImage image, double x, double y, double size) {
    double unit = Math.min(commission.width(), commission.height());
    double scale = size / Math.max(image.getWidth(), image.getHeight());
    double half = image.getWidth() * scale / 2;
    double rise = image.getHeight() * scale / 2;
    double rim = size * 0.04;
    Tint shade = Tint.BLACK.alpha(0.75);
    Outline soft = Outline.ellipse(x, y + rise + rim, half * 1.3, rim * 3);
    canvas.fill(soft, Fill.glow(x, y + rise + rim, half * 1.3, rim * 3, shade));
    canvas.fill(
        Outline.box(x - half - rim, y - rise - rim, x + half + rim, y + rise + rim),
        Tint.hex(0xfbfaf6));
    int columns = Math.max(1, (int) Math.round(2 * half * unit));
    int rows = Math.max(1, (int) Math.round(2 * rise * unit));
    BufferedImage small = Sampling.scaled(image, columns, rows);
    canvas.paste(small, (int) Math.round((x - half) * unit), (int) Math.round((y - rise) * unit));
  }

  /// Puts the untouched picture back wherever the mask is opaque.
  private static void protect(int[] pixels, int[] untouched, int... shield) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = mix(pixels[i], untouched[i], shield[i] >>> 24);
    }
  }

  private static int mix(int changed, int untouched, int shield) {
    int mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int from = changed >>> shift & 255;
      int to = untouched >>> shift & 255;
      mixed |= (from + (to - from) * shield / 255) << shift;
    }
    return mixed;
  }

  private static boolean solid(int... pixels) {
    return Arrays.stream(pixels).allMatch(pixel -> pixel >>> 24 == 255);
  }
}
