package dev.easel.app.tui.screen;

/// Finds among few colours the one nearest to a given one.
final class Nearest {

  // What xterm shows by default.
  private static final int[] SIXTEEN = {
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
    0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
  };

  // The steps of the cube of 6 x 6 x 6 colours that begins at 16; 24 greys follow it.
  private static final int[] STEPS = {0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff};
  private static final int CUBE = 16;
  private static final int GREYS = 232;

  private Nearest() {}

  static int ofSixteen(int rgb) {
    int nearest = 0;
    for (int number = 1; number < SIXTEEN.length; number++) {
      if (distance(SIXTEEN[number], rgb) < distance(SIXTEEN[nearest], rgb)) {
        nearest = number;
      }
    }
    return nearest;
  }

  static int of256(int rgb) {
    int red = step(red(rgb));
    int green = step(green(rgb));
    int blue = step(blue(rgb));
    int grey = Math.clamp((red(rgb) + green(rgb) + blue(rgb) - 9) / 30, 0, 23);
    int inCube = STEPS[red] << 16 | STEPS[green] << 8 | STEPS[blue];
    int asGrey = (8 + 10 * grey) * 0x010101;
    return distance(asGrey, rgb) < distance(inCube, rgb)
        ? GREYS + grey
        : CUBE + 36 * red + 6 * green + blue;
  }

  private static int step(int part) {
    int nearest = 0;
    for (int step = 1; step < STEPS.length; step++) {
      if (Math.abs(STEPS[step] - part) < Math.abs(STEPS[nearest] - part)) {
        nearest = step;
      }
    }
    return nearest;
  }

  private static int distance(int one, int other) {
    int red = red(one) - red(other);
    int green = green(one) - green(other);
    int blue = blue(one) - blue(other);
    return red * red + green * green + blue * blue;
  }

  private static int red(int rgb) {
    return rgb >> 16 & 0xff;
  }

  private static int green(int rgb) {
    return rgb >> 8 & 0xff;
  }

  private static int blue(int rgb) {
    return rgb & 0xff;
  }
}
