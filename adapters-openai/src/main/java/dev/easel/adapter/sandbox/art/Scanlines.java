package dev.easel.adapter.sandbox.art;

import java.util.Arrays;
import java.util.List;

/// Turns an outline into exact pixel coverage, row by row, by adding up signed areas. Rings that
/// overlap are covered once. Needs two short rows of memory whatever the size of the picture.
final class Scanlines {
  private final int width;
  private final int height;
  private final float[] areas;
  private double[] edges = new double[4 * 256];
  private int count;

  Scanlines(int width, int height) {
    this.width = width;
    this.height = height;
    this.areas = new float[width + 2];
  }

  /// One row of coverage: `from` and `to` bound the columns, values run from 0 to 256.
  interface Row {
    void cover(int y, int from, int to, int[] coverage);
  }

  void scan(List<double[]> rings, Row row) {
    collect(rings);
    if (count == 0) {
      return;
    }
    int[] order = byTop();
    int[] active = new int[count];
    int[] coverage = new int[width];
    int alive = 0;
    int next = 0;
    int first = Math.max(0, (int) Math.floor(edges[4 * order[0] + 1]));
    for (int y = first; y < height && (alive > 0 || next < count); y++) {
      while (next < count && edges[4 * order[next] + 1] < y + 1) {
        active[alive++] = order[next++];
      }
      alive = sweep(y, active, alive, coverage, row);
    }
  }

  private int sweep(int y, int[] active, int alive, int[] coverage, Row row) {
    int left = width;
    int right = 0;
    int kept = 0;
    for (int i = 0; i < alive; i++) {
      int edge = active[i];
      double low = Math.min(edges[4 * edge], edges[4 * edge + 2]);
      double high = Math.max(edges[4 * edge], edges[4 * edge + 2]);
      left = Math.min(left, Math.clamp((int) Math.floor(low), 0, width));
      right = Math.max(right, Math.clamp((int) Math.floor(high) + 2, 0, width));
      add(y, edge);
      if (edges[4 * edge + 3] > y + 1) {
        active[kept++] = edge;
      }
    }
    settle(left, right, coverage);
    if (left < right) {
      row.cover(y, left, right, coverage);
    }
    return kept;
  }

  private void settle(int left, int right, int[] coverage) {
    float sum = 0;
    for (int x = left; x < right; x++) {
      sum += areas[x];
      coverage[x] = Math.min(256, (int) (Math.abs(sum) * 256 + 0.5f));
      areas[x] = 0;
    }
    areas[width] = 0;
    areas[width + 1] = 0;
    if (right < width) {
      areas[right] = 0;
    }
  }

  private void add(int y, int edge) {
    double x0 = edges[4 * edge];
    double y0 = edges[4 * edge + 1];
    double x1 = edges[4 * edge + 2];
    double y1 = edges[4 * edge + 3];
    double top = Math.max(y, y0);
    double bottom = Math.min(y + 1.0, y1);
    if (bottom <= top) {
      return;
    }
    double slope = (x1 - x0) / (y1 - y0);
    double height = directions[edge] * (bottom - top);
    spread(x0 + slope * (top - y0), x0 + slope * (bottom - y0), height);
  }

  private void spread(double from, double to, double height) {
    double low = Math.clamp(Math.min(from, to), 0.0, width);
    double high = Math.clamp(Math.max(from, to), 0.0, width);
    int first = (int) low;
    int last = (int) high;
    if (first == last) {
      double inside = (low + high) / 2 - first;
      areas[first] += (float) (height * (1 - inside));
      areas[first + 1] += (float) (height * inside);
      return;
    }
    slant(low, high, height / (high - low), first, last);
  }

  private void slant(double low, double high, double perColumn, int first, int last) {
    double before = 0;
    for (int x = first; x <= last; x++) {
      double start = Math.max(low, x);
      double end = Math.min(high, x + 1.0);
      double step = perColumn * (end - start);
      double inside = (start + end) / 2 - x;
      areas[x] += (float) (step * (1 - inside));
      before = step * inside;
      areas[x + 1] += (float) before;
    }
  }

  private int[] directions = new int[256];

  private void collect(List<double[]> rings) {
    count = 0;
    for (double[] ring : rings) {
      for (int i = 0; i < ring.length; i += 2) {
        int j = (i + 2) % ring.length;
        collect(ring[i], ring[i + 1], ring[j], ring[j + 1]);
      }
    }
  }

  private void collect(double x0, double y0, double x1, double y1) {
    if (y0 == y1 || Math.max(y0, y1) <= 0 || Math.min(y0, y1) >= height) {
      return;
    }
    if (count == directions.length) {
      directions = Arrays.copyOf(directions, 2 * count);
      edges = Arrays.copyOf(edges, 8 * count);
    }
    boolean down = y0 < y1;
    edges[4 * count] = down ? x0 : x1;
    edges[4 * count + 1] = down ? y0 : y1;
    edges[4 * count + 2] = down ? x1 : x0;
    edges[4 * count + 3] = down ? y1 : y0;
    directions[count++] = down ? 1 : -1;
  }

  /// Edges by their upper end: a counting sort over the rows of the picture.
  private int[] byTop() {
    int[] starts = new int[height + 1];
    for (int edge = 0; edge < count; edge++) {
      starts[top(edge) + 1]++;
    }
    for (int y = 0; y < height; y++) {
      starts[y + 1] += starts[y];
    }
    int[] order = new int[count];
    for (int edge = 0; edge < count; edge++) {
      order[starts[top(edge)]++] = edge;
    }
    return order;
  }

  private int top(int edge) {
    return Math.clamp((int) Math.floor(edges[4 * edge + 1]), 0, height - 1);
  }
}
