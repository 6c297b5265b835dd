package dev.easel.adapter.sandbox.art;

import dev.easel.adapter.sandbox.art.Vocabulary.Hour;
import dev.easel.adapter.sandbox.art.Vocabulary.Weather;
import java.util.Arrays;
import java.util.List;

/// The colours that the hour and the weather give to everything in a landscape.
record Light(Hour hour, List<Tint> sky, Tint sun, Tint far, Tint near, Tint ground, Tint water) {
  private static final List<Hour> USUAL =
      List.of(Hour.DAWN, Hour.DAY, Hour.DAY, Hour.DUSK, Hour.NIGHT);
  private static final Light DAWN =
      of(
          Hour.DAWN, 0xffe9c4, 0x9a93bd, 0x2b3350, 0x4d6650, 0x5d79a8, 0x40609f, 0x7f95cd, 0xd9b3cf,
          0xf8c4b4, 0xffe3b5);
  private static final Light DAY =
      of(
          Hour.DAY, 0xfffbe8, 0x8fb2cf, 0x24495a, 0x5f9a4f, 0x2f7fb0, 0x1f6fc2, 0x4d9ade, 0x8cc4ee,
          0xc4e3f4, 0xeef6f3);
  private static final Light DUSK =
      of(
          Hour.DUSK, 0xffe0a0, 0x7a4f7c, 0x17132e, 0x332c3d, 0x2b2a5c, 0x17183f, 0x41357b, 0x9a4a80,
          0xe8775a, 0xffc777);
  private static final Light NIGHT =
      of(
          Hour.NIGHT,
          0xf4f1df,
          0x2c416f,
          0x060a18,
          0x101c2c,
          0x0a1534,
          0x04071a,
          0x0a1436,
          0x152a5a,
          0x274a80,
          0x46729f);

  private static Light of(
      Hour hour, int sun, int far, int near, int ground, int water, int... sky) {
    List<Tint> tints = Arrays.stream(sky).mapToObj(Tint::hex).toList();
    return new Light(
        hour,
        tints,
        Tint.hex(sun),
        Tint.hex(far),
        Tint.hex(near),
        Tint.hex(ground),
        Tint.hex(water));
  }

  static Light of(Vocabulary words, Dice dice) {
    return of(at(hour(words, dice)), words, dice);
  }

  /// For subjects that stand in no landscape.
  static Light day(Vocabulary words, Dice dice) {
    return of(DAY, words, dice);
  }

  private static Light of(Light light, Vocabulary words, Dice dice) {
    Light toned = light.each(tint -> light.varied(tint, dice.origin()));
    if (words.subjects().isEmpty() && !words.tints().isEmpty()) {
      Tint family = words.tints().getFirst();
      toned = toned.each(tint -> tint.towards(family, 0.5));
    }
    return toned.under(words);
  }

  private static Hour hour(Vocabulary words, Dice dice) {
    if (words.hours().isEmpty()) {
      return words.has(Weather.AURORA) ? Hour.NIGHT : dice.pick(USUAL);
    }
    return words.hours().contains(Hour.DUSK) ? Hour.DUSK : words.hours().getFirst();
  }

  private static Light at(Hour hour) {
    return switch (hour) {
      case DAWN -> DAWN;
      case DAY -> DAY;
      case DUSK -> DUSK;
      case NIGHT -> NIGHT;
    };
  }

  /// A slight turn of the hue, the same for a seed.
  private Tint varied(Tint tint, long origin) {
    double warm = ((origin >>> 20 & 1023) / 1023.0 - 0.5) * 0.16;
    double cool = ((origin >>> 40 & 1023) / 1023.0 - 0.5) * 0.10;
    return new Tint(
        Math.clamp(tint.red() * (1 + warm), 0.0, 1.0),
        Math.clamp(tint.green() * (1 + cool), 0.0, 1.0),
        Math.clamp(tint.blue() * (1 - warm), 0.0, 1.0),
        tint.alpha());
  }

  private Light under(Vocabulary words) {
    double grey = words.has(Weather.RAIN) ? 0.6 : words.has(Weather.CLOUD) ? 0.3 : 0;
    Light muted = each(tint -> tint.towards(Tint.hex(0x76808f), grey));
    return words.has(Weather.SNOW) ? muted.onSnow() : muted;
  }

  private Light onSnow() {
    Tint snow = Tint.hex(0xf3f6fb).mix(horizon(), dark() ? 0.5 : 0.2).darker(dark() ? 0.3 : 0);
    return new Light(hour, sky, sun, far, near, snow, water);
  }

  private Light each(java.util.function.UnaryOperator<Tint> change) {
    return new Light(
        hour,
        sky.stream().map(change).toList(),
        change.apply(sun),
        change.apply(far),
        change.apply(near),
        change.apply(ground),
        change.apply(water));
  }

  boolean dark() {
    return hour == Hour.NIGHT || hour == Hour.DUSK;
  }

  boolean night() {
    return hour == Hour.NIGHT;
  }

  boolean day() {
    return hour == Hour.DAY;
  }

  Tint horizon() {
    return sky.getLast();
  }

  /// The colour of land between the horizon (0) and the viewer (1).
  Tint land(double nearness) {
    Tint hazy = far.mix(horizon(), 0.45 * (1 - nearness));
    return hazy.mix(near, nearness);
  }

  /// A thing's own colour as this light shows it.
  Tint on(Tint own) {
    return switch (hour) {
      case DAY -> own;
      case DAWN -> own.mix(sun, 0.12);
      case DUSK -> own.darker(0.30).mix(near, 0.22).mix(sky.get(3), 0.10);
      case NIGHT -> own.darker(0.50).mix(sky.get(2), 0.30);
    };
  }
}
