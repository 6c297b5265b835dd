package dev.easel.app.tui.dashboard.state;

import dev.easel.domain.image.Nullable;
import java.time.Instant;

/// How it stands with something that is asked for again and again.
///
/// @param asked the number of the last question
/// @param asking since when an answer is awaited, null when none is
/// @param stale whether something has changed since the last question
/// @param trouble why there is no newer answer, one sentence; null when there is
public record Inquiry(
    long asked, @Nullable Instant asking, boolean stale, @Nullable String trouble) {

  /// Nothing was asked yet.
  public static final Inquiry NONE = new Inquiry(0, null, false, null);

  /// After a question.
  Inquiry ask(Instant now) {
    return new Inquiry(asked + 1, asking == null ? now : asking, false, trouble);
  }

  /// After its answer.
  Inquiry answered() {
    return new Inquiry(asked, null, stale, null);
  }

  /// After it could not be answered.
  Inquiry troubled(String sentence) {
    return new Inquiry(asked, null, stale, sentence);
  }

  /// With the trouble of before forgotten.
  Inquiry untroubled() {
    return new Inquiry(asked, asking, stale, null);
  }

  /// After something has changed.
  Inquiry outdated() {
    return new Inquiry(asked, asking, true, trouble);
  }
}
