package dev.easel.app.tui.dashboard.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What this process is making.
///
/// @param active those under way, oldest first
/// @param started how many there have been
public record Jobs(List<Job> active, long started) implements Part {

  /// None.
  public static final Jobs NONE = new Jobs(List.of(), 0);

  /// Copies the list.
  public Jobs {
    active = List.copyOf(active);
  }

  /// With one more, which has the number after the last.
  public Jobs with(Job job) {
    List<Job> more = new ArrayList<>(active);
    more.add(job);
    return new Jobs(more, started + 1);
  }

  /// Without one that has ended.
  public Jobs without(long number) {
    return new Jobs(active.stream().filter(job -> job.number() != number).toList(), started);
  }

  /// With one changed.
  public Jobs changed(long number, UnaryOperator<Job> change) {
    return new Jobs(
        active.stream().map(job -> job.number() == number ? change.apply(job) : job).toList(),
        started);
  }

  /// The one with this entry.
  public Optional<Job> of(String entry) {
    return active.stream().filter(job -> job.entry().equals(entry)).findFirst();
  }
}
