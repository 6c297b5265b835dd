package dev.easel.app.http;

import java.io.PrintStream;
import java.util.regex.Pattern;

/// Says sentences to whoever started the server, each on one line. Words of files, hosts and
/// providers may be in them, so characters that would act on a terminal appear by their number.
final class Announcements {

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private final PrintStream out;

  Announcements(PrintStream out) {
    this.out = out;
  }

  /// @param sentence without an end of line
  void say(String sentence) {
    out.println(
        "easel: "
            + UNSEEN
                .matcher(sentence)
                .replaceAll(unseen -> "<U+%04X>".formatted(unseen.group().codePointAt(0))));
  }
}
