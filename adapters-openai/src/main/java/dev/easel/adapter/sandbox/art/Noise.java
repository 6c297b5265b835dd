package dev.easel.adapter.sandbox.art;

/// Smooth value noise between -1 and 1 from a seed, with no table and no state.
final class Noise {
  private final long seed;

  Noise(Dice dice) {
    this.seed = dice.origin();
  }

  double at(double x) {
    double cell = Math.floor(x);
    double share = ease(x - cell);
    return lerp(corner((long) cell, 0), corner((long) cell + 1, 0), share);
  }

  double at(double x, double y) {
    double column = Math.floor(x);
    double row = Math.floor(y);
    double share = ease(x - column);
    double top =
        lerp(corner((long) column, (long) row), corner((long) column + 1, (long) row), share);
    double bottom =
        lerp(
            corner((long) column, (long) row + 1),
            corner((long) column + 1, (long) row + 1),
            share);
    return lerp(top, bottom, ease(y - row));
  }

  /// Rolling: several octaves, each half as strong and twice as fine as the one before.
  double rolling(double x, int octaves) {
    double sum = 0;
    double weight = 0.5;
    for (int octave = 0; octave < octaves; octave++, weight /= 2) {
      sum += weight * at(x * (1 << octave) + octave * 37.7);
    }
    return sum;
  }

  /// Jagged: sharp crests, from 0 in the valleys to 1 at the highest peak.
  double jagged(double x, int octaves) {
    double sum = 0;
    double weight = 0.5;
    for (int octave = 0; octave < octaves; octave++, weight *= 0.46) {
      double crest = 1 - Math.abs(at(x * (1 << octave) + octave * 51.3));
      sum += weight * crest * crest;
    }
    return sum;
  }

  private double corner(long column, long row) {
    long bits = Dice.mix(seed ^ (column * 0x9E3779B97F4A7C15L) ^ (row * 0xC2B2AE3D27D4EB4FL));
    return (bits >> 11) * 0x1.0p-52;
  }

  private static double ease(double share) {
    return share * share * (3 - 2 * share);
  }

  private static double lerp(double from, double to, double share) {
    return from + (to - from) * share;
  }
}
