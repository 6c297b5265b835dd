package dev.easel.adapter.sandbox.art;

import java.util.List;
import java.util.function.IntConsumer;

/// A part of the colour cube of 32 steps a channel; all bounds are included.
record Box(int redLow, int redHigh, int greenLow, int greenHigh, int blueLow, int blueHigh) {
  int longest() {
    return Math.max(redHigh - redLow, Math.max(greenHigh - greenLow, blueHigh - blueLow));
  }

  /// How much a cut would help: many pixels and a long way between them.
  long worth(int... counts) {
    long[] pixels = {0};
    each(cell -> pixels[0] += counts[cell]);
    return longest() == 0 ? 0 : (long) (Math.sqrt((double) pixels[0]) * longest() * longest()) + 1;
  }

  private void each(IntConsumer action) {
    for (int red = redLow; red <= redHigh; red++) {
      for (int green = greenLow; green <= greenHigh; green++) {
        for (int blue = blueLow; blue <= blueHigh; blue++) {
          action.accept(red << 10 | green << 5 | blue);
        }
      }
    }
  }

  /// Without the empty margins.
  Box shrunk(int... counts) {
    int[] low = {31, 31, 31};
    int[] high = {0, 0, 0};
    each(cell -> {
      for (int axis = 0; axis < 3 && counts[cell] > 0; axis++) {
        int place = cell >> (10 - 5 * axis) & 31;
        low[axis] = Math.min(low[axis], place);
        high[axis] = Math.max(high[axis], place);
      }
    });
    return low[0] > high[0]
        ? new Box(redLow, redLow, greenLow, greenLow, blueLow, blueLow)
        : new Box(low[0], high[0], low[1], high[1], low[2], high[2]);
  }

  /// Cut in the middle of the longest side.
  List<Box> halves(int... counts) {
    int red = (redLow + redHigh) / 2;
    int green = (greenLow + greenHigh) / 2;
    int blue = (blueLow + blueHigh) / 2;
    List<Box> halves;
    if (greenHigh - greenLow == longest()) {
      halves =
          List.of(
              new Box(redLow, redHigh, greenLow, green, blueLow, blueHigh),
              new Box(redLow, redHigh, green + 1, greenHigh, blueLow, blueHigh));
    } else if (redHigh - redLow == longest()) {
      halves =
          List.of(
              new Box(redLow, red, greenLow, greenHigh, blueLow, blueHigh),
              new Box(red + 1, redHigh, greenLow, greenHigh, blueLow, blueHigh));
    } else {
      halves =
          List.of(
              new Box(redLow, redHigh, greenLow, greenHigh, blueLow, blue),
              new Box(redLow, redHigh, greenLow, greenHigh, blue + 1, blueHigh));
    }
    return halves.stream().map(half -> half.shrunk(counts)).toList();
  }

  /// The mean colour of the pixels inside, as RGB.
  int mean(int... counts) {
    long[] sums = new long[4];
    each(cell -> {
      sums[0] += (long) counts[cell] * ((cell >> 10) * 8 + 4);
      sums[1] += (long) counts[cell] * ((cell >> 5 & 31) * 8 + 4);
      sums[2] += (long) counts[cell] * ((cell & 31) * 8 + 4);
      sums[3] += counts[cell];
    });
    long total = Math.max(1, sums[3]);
    return (int) ((sums[0] / total) << 16 | (sums[1] / total) << 8 | (sums[2] / total));
  }
}
