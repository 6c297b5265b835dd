package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Slot;
import dev.easel.app.tui.text.Figures;
import java.util.Optional;

/// Text that was pasted, as far as a place of the form takes it. Characters that only steer a
/// terminal are left out, since no prompt may hold them.
///
/// @param kept what is taken
/// @param steering how many characters were left out because they steer
/// @param over how many were left out because they are too many
record Pasting(String kept, long steering, long over) {

  private static final int MOST = 200_000;

  static Pasting of(String text, Slot.Manner manner) {
    String lined = text.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder clean = new StringBuilder(lined.length());
    lined.codePoints().filter(point -> !steers(point)).forEach(clean::appendCodePoint);
    long steering = lined.codePoints().filter(Pasting::steers).count();
    String kept = shaped(clean.toString(), manner);
    int most = kept.offsetByCodePoints(0, Math.min(MOST, kept.codePointCount(0, kept.length())));
    return new Pasting(kept.substring(0, most), steering, (long) kept.length() - most);
  }

  private static boolean steers(int point) {
    boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
    return control || Character.getType(point) == Character.SURROGATE;
  }

  private static String shaped(String text, Slot.Manner manner) {
    return switch (manner) {
      case LINES -> text;
      case LINE -> text.strip().replaceAll("[\n\t]+", " ");
      case WORD -> text.replaceAll("\\s+", "");
      case NUMBER -> text.replaceAll("[^0-9-]+", "");
    };
  }

  /// What is to be told about it.
  Optional<String> remark() {
    if (over > 0) {
      return Optional.of(
          "the last " + Figures.counted(over, "character", "characters") + " were left out");
    }
    return steering > 0
        ? Optional.of(
            Figures.counted(steering, "control character was", "control characters were")
                + " left out")
        : Optional.empty();
  }
}
