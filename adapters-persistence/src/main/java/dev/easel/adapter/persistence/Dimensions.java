package dev.easel.adapter.persistence;

/// How large a picture is, in pixels.
record Dimensions(int width, int height) {

  long pixels() {
    return (long) width * height;
  }

  /// The same shape at most `most` wide, and never larger.
  Dimensions atMost(int most) {
    if (width <= most) {
      return this;
    }
    return new Dimensions(most, (int) Math.max(1, Math.round((double) height * most / width)));
  }

  /// The same shape within a box, and never larger.
  Dimensions within(Dimensions box) {
    double scale = Math.min(1, Math.min((double) box.width / width, (double) box.height / height));
    return new Dimensions(shrunk(width, scale), shrunk(height, scale));
  }

  private static int shrunk(int side, double scale) {
    return (int) Math.max(1, Math.round(side * scale));
  }
}
