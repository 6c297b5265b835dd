package dev.easel.app.tui.terminal;

import dev.easel.domain.image.Nullable;

/// Gives pictures to terminals that draw them themselves.
@FunctionalInterface
public interface PictureSource {

  /// No pictures.
  PictureSource NONE = (_, _, _) -> null;

  /// The picture as a PNG file that is at most that large. Called while a frame is drawn, so it
  /// does not wait for one that is not ready.
  ///
  /// @param sha256 its name in the picture store
  /// @param width in pixels
  /// @param height in pixels
  /// @return null when there is none, or not yet; it is asked again with the next frame
  byte @Nullable [] png(String sha256, int width, int height);
}
