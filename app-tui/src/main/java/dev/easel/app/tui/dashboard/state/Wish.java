package dev.easel.app.tui.dashboard.state;

import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Upload;
import dev.easel.domain.image.Violation;
import java.util.List;

/// A request as the form says it, before its pictures are read.
///
/// @param request without its pictures
/// @param files the pictures to send along
/// @param problems what cannot be understood
public record Wish(ImageRequest request, List<PictureFile> files, List<Violation> problems) {

  /// Copies the lists.
  public Wish {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /// A picture to send along.
  ///
  /// @param path as typed
  public record PictureFile(Upload.Role role, String path) {}
}
