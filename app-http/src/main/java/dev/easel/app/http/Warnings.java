package dev.easel.app.http;

import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import java.util.ArrayList;
import java.util.List;

/// Collects what a client should know besides the pictures. Safe for use by several threads.
final class Warnings implements Watch {

  private final Watch watch;
  private final List<String> sentences = new ArrayList<>();

  /// @param watch for everything else
  Warnings(Watch watch) {
    this.watch = watch;
  }

  @Override
  public synchronized void saw(Progress progress) {
    if (progress instanceof Progress.Warned(String sentence)) {
      sentences.add(sentence);
    }
    watch.saw(progress);
  }

  @Override
  public boolean cancelled() {
    return watch.cancelled();
  }

  /// What was warned of so far, a sentence each.
  synchronized List<String> sentences() {
    return List.copyOf(sentences);
  }
}
