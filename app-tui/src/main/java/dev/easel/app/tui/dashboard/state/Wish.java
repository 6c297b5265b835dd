package dev.easel.app.tui.dashboard.state;

import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Upload;
import java.util.List;

/// A request as the form says it, before what was typed is read.
///
/// @param request without its pictures
/// @param files the pictures to send along
/// @param more other parameters, as typed
public record Wish(ImageRequest request, List<PictureFile> files, String more) {

  /// Copies the list.
  public Wish {
    files = List.copyOf(files);
  }

  /// A picture to send along.
  ///
  /// @param path as typed
  public record PictureFile(Upload.Role role, String path) {}
}
