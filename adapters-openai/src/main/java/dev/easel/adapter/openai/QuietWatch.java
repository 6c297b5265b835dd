package dev.easel.adapter.openai;

import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;

/// A watch whose troubles stay its own: a face that fails to show progress must not cost a picture
/// that is being paid for.
record QuietWatch(Watch watch) implements Watch {

  @Override
  public void saw(Progress progress) {
    try {
      watch.saw(progress);
    } catch (RuntimeException faceless) {
      // the call goes on unseen
    }
  }

  @Override
  public boolean cancelled() {
    return watch.cancelled();
  }
}
