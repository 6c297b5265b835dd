package dev.easel.adapter.sandbox.art;

import java.util.Arrays;
import java.util.List;

/// Voronoi cells: the part of the canvas that is nearer to one site than to any other.
final class Cells {
  private Cells() {}

  static double[] around(int own, List<double[]> sites, double width, double height) {
    double[] cell = {0, 0, width, 0, width, height, 0, height};
    for (int other = 0; other < sites.size(); other++) {
      if (other != own) {
        cell = cut(cell, sites.get(own), sites.get(other));
      }
    }
    return cell;
  }

  /// Keeps the half of the cell on the site's side of the line midway to the other.
  private static double[] cut(double[] cell, double[] site, double[] other) {
    double[] kept = new double[cell.length + 4];
    int count = 0;
    for (int i = 0; i < cell.length; i += 2) {
      int j = (i + 2) % cell.length;
      double here = side(cell[i], cell[i + 1], site, other);
      double there = side(cell[j], cell[j + 1], site, other);
      if (here <= 0) {
        kept[count++] = cell[i];
        kept[count++] = cell[i + 1];
      }
      if ((here < 0 && there > 0) || (here > 0 && there < 0)) {
        double share = here / (here - there);
        kept[count++] = cell[i] + (cell[j] - cell[i]) * share;
        kept[count++] = cell[i + 1] + (cell[j + 1] - cell[i + 1]) * share;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private static double side(double x, double y, double[] site, double[] other) {
    double dx = other[0] - site[0];
    double dy = other[1] - site[1];
    return (x - (site[0] + other[0]) / 2) * dx + (y - (site[1] + other[1]) / 2) * dy;
  }
}
