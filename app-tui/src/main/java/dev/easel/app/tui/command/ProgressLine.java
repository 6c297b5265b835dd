package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/// One line on a terminal's stderr that says what is under way and for how long already.
final class ProgressLine {

  private static final String[] SPINNER = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
  private static final String CLEAR = "\r\u001b[K";
  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration CALM = Duration.ofSeconds(1);

  private final PrintStream err;
  private final String subject;
  private final boolean shown;
  private final Duration calm;
  private final long start = System.nanoTime();
  private long spoken = start;
  private boolean drawn;
  private volatile boolean ended;
  private volatile @Nullable Duration usual;
  private volatile String doing = "";
  private volatile String reason = "";
  private volatile @Nullable Long resumeAt;

  private ProgressLine(Session session, String subject, boolean shown, Duration calm) {
    this.err = session.surroundings().err();
    this.subject = subject;
    this.shown = shown;
    this.calm = calm;
  }

  private static boolean canBeShown(Session session) {
    return session.surroundings().terminals().err()
        && !"dumb".equals(session.surroundings().environment().get("TERM"));
  }

  /// A line that is drawn until it ends; nothing at all when stderr is no terminal.
  ///
  /// @param usual looked up in the background: how long it takes otherwise
  static ProgressLine start(Session session, String subject, Supplier<Optional<Duration>> usual) {
    ProgressLine line = new ProgressLine(session, subject, canBeShown(session), Duration.ZERO);
    if (line.shown) {
      Thread.ofVirtual().start(() -> line.usual = usual.get().orElse(null));
    }
    return line.begun();
  }

  /// A line that is drawn while a search has found nothing for a second; nothing at all beside a
  /// document, whose unfinished line may stand on the same terminal.
  static ProgressLine ofSearch(Session session) {
    boolean shown = canBeShown(session) && !session.json();
    return new ProgressLine(session, "searching", shown, CALM).begun();
  }

  private ProgressLine begun() {
    if (shown) {
      Thread.ofPlatform().daemon().name("progress").start(this::run);
    }
    return this;
  }

  void saw(Progress progress) {
    resumeAt = null;
    switch (progress) {
      case Progress.Sending(int attempt) -> {
        reason = "";
        doing = attempt == 1 ? "" : "attempt " + attempt;
      }
      case Progress.Receiving(long bytes) -> doing = "received " + Figures.bytes(bytes);
      case Progress.Partial(int index, _, _) -> doing = "unfinished picture " + (index + 1);
      case Progress.Recorded _, Progress.Warned _ -> {} // a warning is told beside the line
      case Progress.Joined _ -> doing = "waiting for the same request, which is under way";
      case Progress.Pausing(String code, Duration length) -> {
        reason = code + ", ";
        queued(0, length);
      }
      case Progress.Queued(int ahead, Duration opensIn) -> queued(ahead, opensIn);
    }
  }

  private void queued(int ahead, Duration opensIn) {
    doing =
        reason + (ahead == 0 ? "next in the queue" : Figures.ordinal(ahead + 1L) + " in the queue");
    resumeAt = opensIn.isZero() ? null : System.nanoTime() + opensIn.toNanos();
  }

  private void run() {
    int frame = 0;
    while (!ended) {
      draw(SPINNER[frame++ % SPINNER.length]);
      try {
        Thread.sleep(TICK);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /// What is being done.
  void doing(String words) {
    doing = words;
  }

  /// How far back a search has looked.
  void backTo(Instant moment, ZoneId zone) {
    doing("back to " + EntryTable.moment(moment, zone));
  }

  /// Prints something else, above the line.
  synchronized void above(Runnable print) {
    clear();
    print.run();
    spoken = System.nanoTime();
  }

  private synchronized void draw(String spinner) {
    if (!ended && System.nanoTime() - spoken >= calm.toNanos()) {
      drawn = true;
      err.print(CLEAR + spinner + " " + subject + " · " + elapsed() + usually() + state());
      err.flush();
    }
  }

  private String elapsed() {
    return (System.nanoTime() - start) / 1_000_000_000L + " s";
  }

  private String usually() {
    Duration known = usual;
    return known == null ? "" : ", usually " + Figures.duration(known);
  }

  private String state() {
    Long resume = resumeAt;
    if (resume != null) {
      long left = Math.max(0, Math.ceilDiv(resume - System.nanoTime(), 1_000_000_000L));
      return " · " + doing + ", opens in " + left + " s";
    }
    return doing.isEmpty() ? "" : " · " + doing;
  }

  private void clear() {
    if (drawn) {
      drawn = false;
      err.print(CLEAR);
      err.flush();
    }
  }

  /// Takes the line away for good.
  synchronized void end() {
    ended = true;
    clear();
  }
}
