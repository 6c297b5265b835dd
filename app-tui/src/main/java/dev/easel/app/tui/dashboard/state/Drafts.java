package dev.easel.app.tui.dashboard.state;

import dev.easel.domain.image.Nullable;

/// What is known of requests that are not sent yet.
///
/// @param kept with what the next new request begins, null for nothing but what is usual
/// @param asked the number of the last question about one
public record Drafts(@Nullable Draft kept, long asked) implements Part {

  /// Before anything was drawn up.
  public static final Drafts NONE = new Drafts(null, 0);

  /// With another one to begin with.
  public Drafts keeping(Draft other) {
    return new Drafts(other, asked);
  }

  /// After a question.
  public Drafts asking() {
    return new Drafts(kept, asked + 1);
  }
}
