package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Wish;
import dev.easel.app.tui.request.UploadFiles;
import dev.easel.domain.image.Upload;
import dev.easel.domain.image.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the pictures that the form names, each once for as long as its file stays the same and the
/// form names it. Safe for use by several threads.
final class Pictures {

  private final UploadFiles files;
  private Map<Wish.PictureFile, Seen> seen = Map.of();

  Pictures(UploadFiles files) {
    this.files = files;
  }

  /// A picture as it was when its file looked like this.
  private record Seen(Path file, FileTime modified, long bytes, Upload upload) {}

  /// Reads pictures.
  ///
  /// @param problems takes a sentence for each that cannot be read
  synchronized List<Upload> read(List<Wish.PictureFile> wanted, List<Violation> problems) {
    Map<Wish.PictureFile, Seen> now = new HashMap<>();
    List<Upload> uploads = new ArrayList<>();
    for (Wish.PictureFile one : wanted) {
      try {
        Seen picture = read(one);
        now.put(one, picture);
        uploads.add(picture.upload());
      } catch (UploadFiles.Unusable unusable) {
        problems.add(
            new Violation(one.role().name().toLowerCase(Locale.ROOT), unusable.getMessage()));
      }
    }
    seen = now;
    return uploads;
  }

  private Seen read(Wish.PictureFile wanted) {
    Path file = files.file(wanted.path());
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Seen before = seen.get(wanted);
      if (before != null && before.equals(of(file, attributes, before.upload()))) {
        return before;
      }
      if (!attributes.isRegularFile() && !attributes.isDirectory()) {
        throw new UploadFiles.Unusable(file + " is no file");
      }
      return of(file, attributes, files.read(wanted.path(), wanted.role()));
    } catch (IOException _) {
      throw new UploadFiles.Unusable("there is no file " + file);
    }
  }

  private static Seen of(Path file, BasicFileAttributes attributes, Upload upload) {
    return new Seen(file, attributes.lastModifiedTime(), attributes.size(), upload);
  }
}
