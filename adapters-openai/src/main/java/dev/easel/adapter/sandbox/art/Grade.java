package dev.easel.adapter.sandbox.art;

import dev.easel.adapter.sandbox.art.Fill.Stop;
import dev.easel.adapter.sandbox.art.Vocabulary.Hour;
import dev.easel.adapter.sandbox.art.Vocabulary.Weather;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Gives the pixels of a picture new colours by their brightness, as the words of an edit ask for.
final class Grade {
  private static final int LEVELS = 256;

  private final int[] targets = new int[LEVELS];
  private final int share;

  private Grade(double share, UnaryOperator<Tint> change) {
    this.share = (int) (256 * share);
    for (int level = 0; level < LEVELS; level++) {
      double light = level / (LEVELS - 1.0);
      Tint tint = change.apply(new Tint(light, light, light, 1));
      targets[level] =
          Tint.eight(tint.red()) << 16 | Tint.eight(tint.green()) << 8 | Tint.eight(tint.blue());
    }
  }

  static List<Grade> of(Vocabulary words, Dice dice) {
    List<Grade> grades = new ArrayList<>();
    words.tints().stream()
        .limit(1)
        .forEach(tint -> grades.add(new Grade(0.8, grey -> grey.towards(tint, 0.92))));
    words.hours().forEach(hour -> grades.add(at(hour)));
    if (words.has(Weather.SNOW)) {
      Tint ice = Tint.hex(0xe4eefa);
      grades.add(new Grade(0.55, grey -> grey.mix(ice, 0.08 + 0.75 * grey.red())));
    } else if (words.has(Weather.RAIN)) {
      grades.add(new Grade(0.6, grey -> grey.darker(0.3).mix(Tint.hex(0x4a5a70), 0.35)));
    }
    if (grades.isEmpty() && words.empty()) {
      grades.add(duotone(dice));
    }
    return grades;
  }

  private static Grade at(Hour hour) {
    return switch (hour) {
      case DAWN -> ramp(0.5, 0x3a3f6b, 0xc98fa6, 0xffe6c4);
      case DAY -> ramp(0.4, 0x2d4a5a, 0x9fc0cf, 0xfffbea);
      case DUSK -> ramp(0.72, 0x1c1440, 0xb0486e, 0xffc97a);
      case NIGHT -> ramp(0.85, 0x03061a, 0x1d3566, 0x86aee0);
    };
  }

  private static Grade ramp(double share, int dark, int middle, int bright) {
    List<Stop> stops =
        List.of(
            new Stop(0, Tint.hex(dark)),
            new Stop(0.5, Tint.hex(middle)),
            new Stop(1, Tint.hex(bright)));
    return new Grade(share, grey -> Shader.at(stops, grey.red()));
  }

  private static Grade duotone(Dice dice) {
    double hue = dice.fraction();
    Tint dark = Tint.hsl(hue, 0.6, 0.14);
    Tint bright = Tint.hsl(hue + dice.between(0.3, 0.6), 0.75, 0.82);
    return new Grade(0.8, grey -> dark.mix(bright, grey.red()));
  }

  void apply(int[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = apply(pixels[i]);
    }
  }

  private int apply(int pixel) {
    int red = pixel >> 16 & 255;
    int green = pixel >> 8 & 255;
    int blue = pixel & 255;
    int target = targets[(77 * red + 150 * green + 29 * blue) >> 8];
    return (pixel & 0xff000000)
        | mix(red, target >> 16 & 255) << 16
        | mix(green, target >> 8 & 255) << 8
        | mix(blue, target & 255);
  }

  private int mix(int from, int to) {
    return from + (((to - from) * share) >> 8);
  }
}
