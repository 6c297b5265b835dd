package dev.easel.domain.usecase;

import dev.easel.domain.image.Pacing;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A pacing without limits, whose waits move a manual clock and take no time. A test may hold
/// everybody back for a while, or stop it.
final class ManualPacing implements Pacing {

  private final ManualTime time;
  private final List<Duration> closings = new ArrayList<>();
  private Duration held = Duration.ZERO;
  private boolean stopped;
  private int inside;

  ManualPacing(ManualTime time) {
    this.time = time;
  }

  /// Who arrives from now on waits this long for the first turn.
  void hold(Duration wait) {
    held = wait;
  }

  /// For how long the gate was closed, each time.
  List<Duration> closings() {
    return closings;
  }

  /// How many places nobody has left yet.
  synchronized int inside() {
    return inside;
  }

  @Override
  public synchronized Place arrive(String provider) {
    inside++;
    return new Spot(held);
  }

  @Override
  public void close(String provider, Duration wait) {
    closings.add(wait);
  }

  @Override
  public List<Gate> gates() {
    return List.of();
  }

  @Override
  public void stop() {
    stopped = true;
  }

  private synchronized void left() {
    inside--;
  }

  private final class Spot implements Place {
    private Duration pause;
    private boolean left;

    Spot(Duration pause) {
      this.pause = pause;
    }

    @Override
    public boolean free(Duration patience) {
      return pause.isZero();
    }

    @Override
    public Turn await(String name, Watch watch) {
      watch.saw(new Progress.Queued(0, pause));
      if (stopped) {
        return Turn.STOPPING;
      }
      return time.pause(pause, watch) ? Turn.GO : Turn.CANCELLED;
    }

    @Override
    public void begin() {}

    @Override
    public void again(Duration wait) {
      pause = wait;
    }

    @Override
    public void leave() {
      if (!left) {
        left = true;
        left();
      }
    }
  }
}
