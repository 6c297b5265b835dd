package dev.easel.adapter.sandbox.art;

/// Where a scene is drawn: as pixels or as vectors. The shorter side measures 1, y points down.
interface Canvas {
  double width();

  double height();

  void fill(Outline outline, Fill fill, Blend blend);

  /// Lets everything drawn so far, and above the waterline, be seen upside down below it. The phase
  /// runs from 0 to 1 through an endless animation.
  void mirror(double waterline, Tint water, double phase);

  default void fill(Outline outline, Fill fill) {
    fill(outline, fill, Blend.OVER);
  }

  default void fill(Outline outline, Tint tint) {
    fill(outline, new Fill.Flat(tint), Blend.OVER);
  }

  default void light(Outline outline, Fill fill) {
    fill(outline, fill, Blend.SCREEN);
  }

  /// How new colour meets the old: covering it, or adding light to it.
  enum Blend {
    OVER,
    SCREEN
  }
}
