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
}
