package dev.easel.app.tui.text;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Attempt;
import dev.easel.domain.ledger.Entry;
import java.time.Duration;
import java.util.List;

/// The calls to the provider in words, foreign ones among them.
public final class AttemptWords {

  private AttemptWords() {}

  /// A line for each call, where there is more to tell than how the entry ended: a single call
  /// without a wait adds nothing to that.
  public static List<String> lines(Entry entry) {
    boolean waited = entry.attempts().stream().anyMatch(one -> one.queuedMillis() != null);
    return waited || entry.waiting() || entry.attempts().size() > 1
        ? entry.attempts().stream().map(AttemptWords::line).toList()
        : List.of();
  }

  private static String line(Attempt attempt) {
    String end = attempt.code() == null ? "answered" : attempt.code() + ": " + attempt.message();
    return end
        + millis("; sent after %s in the queue", attempt.queuedMillis())
        + millis("; waited %s", attempt.waitMillis());
  }

  private static String millis(String words, @Nullable Long millis) {
    return millis == null ? "" : words.formatted(Figures.duration(Duration.ofMillis(millis)));
  }
}
