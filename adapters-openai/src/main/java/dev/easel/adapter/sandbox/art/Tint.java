package dev.easel.adapter.sandbox.art;

import java.util.Locale;

/// A colour: red, green, blue and opacity from 0 to 1, in sRGB.
record Tint(double red, double green, double blue, double alpha) {
  static final Tint WHITE = hex(0xffffff);
  static final Tint BLACK = hex(0x000000);

  static Tint hex(int rgb) {
    return new Tint((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, 1);
  }

  /// Hue in turns, saturation and lightness from 0 to 1.
  static Tint hsl(double hue, double saturation, double lightness) {
    double reach = saturation * Math.min(lightness, 1 - lightness);
    return new Tint(
        channel(hue, reach, lightness, 0),
        channel(hue, reach, lightness, 8),
        channel(hue, reach, lightness, 4),
        1);
  }

  private static double channel(double hue, double reach, double lightness, int offset) {
    double place = (offset + (hue - Math.floor(hue)) * 12) % 12;
    return lightness - reach * Math.max(-1, Math.min(Math.min(place - 3, 9 - place), 1));
  }

  Tint mix(Tint other, double share) {
    return new Tint(
        red + (other.red - red) * share,
        green + (other.green - green) * share,
        blue + (other.blue - blue) * share,
        alpha + (other.alpha - alpha) * share);
  }

  Tint alpha(double opacity) {
    return new Tint(red, green, blue, opacity);
  }

  Tint lighter(double share) {
    return mix(WHITE.alpha(alpha), share);
  }

  Tint darker(double share) {
    return mix(BLACK.alpha(alpha), share);
  }

  /// The same lightness order in another colour family.
  Tint towards(Tint family, double share) {
    double light = luminance();
    Tint toned =
        family.luminance() > light
            ? family.mix(BLACK, 1 - light / Math.max(0.01, family.luminance()))
            : family.mix(
                WHITE, (light - family.luminance()) / Math.max(0.01, 1 - family.luminance()));
    return mix(toned.alpha(alpha), share);
  }

  double luminance() {
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  }

  String css() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", eight(red), eight(green), eight(blue));
  }

  static int eight(double channel) {
    return (int) Math.round(Math.clamp(channel, 0.0, 1.0) * 255);
  }
}
