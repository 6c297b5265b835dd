package dev.easel.app.tui.text;

import dev.easel.domain.ledger.StoredPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says what kind of picture one is.
public final class PictureWords {

  private PictureWords() {}

  /// Its format, size and length: `PNG, 1536×1024, 1.5 MB`.
  public static String of(StoredPicture picture) {
    List<String> words = new ArrayList<>();
    if (picture.format() != null) {
      words.add(picture.format().toUpperCase(Locale.ROOT));
    }
    if (picture.width() != null && picture.height() != null) {
      words.add(picture.width() + "×" + picture.height());
    }
    if (picture.bytes() != null) {
      words.add(Figures.bytes(picture.bytes()));
    }
    return words.isEmpty() ? "not in Easel's store" : String.join(", ", words);
  }
}
