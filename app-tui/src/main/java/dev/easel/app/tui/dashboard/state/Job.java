package dev.easel.app.tui.dashboard.state;

import dev.easel.domain.image.ImageRequest;
import java.time.Instant;

/// A request that this process is carrying out.
///
/// @param number its number in this sitting, from 1
/// @param request with its defaults filled in
/// @param started when it was asked for
/// @param entry its entry in the log, empty until it has one
/// @param cancelled whether the user no longer wants it
public record Job(
    long number,
    ImageRequest request,
    Instant started,
    String entry,
    Phase phase,
    boolean cancelled) {

  /// How far it is.
  public sealed interface Phase {

    /// It is being recorded.
    record Starting() implements Phase {}

    /// It waits for its turn.
    ///
    /// @param ahead how many wait before it
    record Queued(int ahead) implements Phase {}

    /// It is with the provider and may cost.
    record Sent() implements Phase {}

    /// Its answer is arriving.
    ///
    /// @param bytes so far
    record Receiving(long bytes) implements Phase {}

    /// The provider asked for patience.
    record Pausing(String code, Instant until) implements Phase {}

    /// The same request is under way elsewhere.
    record Joined() implements Phase {}
  }

  /// Whether money may move if it is left alone now.
  public boolean sent() {
    return switch (phase) {
      case Phase.Sent _, Phase.Receiving _, Phase.Joined _ -> true;
      case Phase.Starting _, Phase.Queued _, Phase.Pausing _ -> false;
    };
  }

  /// The same in another phase.
  public Job in(Phase other) {
    return new Job(number, request, started, entry, other, cancelled);
  }

  /// The same, which the user no longer wants.
  public Job cancel() {
    return new Job(number, request, started, entry, phase, true);
  }

  /// The same with its entry.
  public Job known(String id) {
    return new Job(number, request, started, id, phase, cancelled);
  }
}
