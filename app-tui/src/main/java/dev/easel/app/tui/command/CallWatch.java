package dev.easel.app.tui.command;

import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import java.util.ArrayList;
import java.util.List;

/// Follows a call for the user, and hears Ctrl-C: before sending it takes the wish back, afterwards
/// it says what is at stake, and the second time it leaves. A request to terminate leaves at once.
final class CallWatch implements Watch {

  private final Session session;
  private final ProgressLine line;
  private final List<String> warnings = new ArrayList<>();
  private boolean sent;
  private boolean asked;
  private volatile boolean cancelled;

  /// A watch that draws its line until it ends.
  CallWatch(Session session, ProgressLine line) {
    this.session = session;
    this.line = line;
  }

  @Override
  public void saw(Progress progress) {
    line.saw(progress);
    synchronized (this) {
      switch (progress) {
        case Progress.Sending _ -> sent = true;
        case Progress.Pausing _, Progress.Queued _ -> sent = false;
        case Progress.Warned(String sentence) -> warn(sentence);
        case Progress.Recorded _, Progress.Receiving _, Progress.Partial _, Progress.Joined _ -> {}
      }
    }
  }

  private void warn(String sentence) {
    warnings.add(sentence);
    line.above(() -> session.remark(sentence));
  }

  /// What the user was warned of, a sentence each.
  synchronized List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  /// The call has ended.
  void end() {
    line.end();
  }

  /// The user wants to stop: at once only when they say it again.
  synchronized void interrupt() {
    stop(asked);
    asked = true;
  }

  /// The system wants the process to end.
  synchronized void terminate() {
    stop(true);
  }

  private void stop(boolean atOnce) {
    cancelled = true;
    line.end();
    if (!sent) {
      session.remark("stopping; nothing is being sent");
    } else if (atOnce) {
      session.remark("left; the entry is unknown until you settle it (easel log state:unknown)");
      session.leave(ExitCode.INTERRUPTED);
    } else {
      session.remark(
          "the request is on its way and may be charged, so it is being finished and booked;"
              + " Ctrl-C again leaves it as unknown");
    }
  }
}
