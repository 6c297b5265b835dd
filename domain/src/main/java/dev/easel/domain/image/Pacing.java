package dev.easel.domain.image;

import java.time.Duration;
import java.util.List;

/// The port to the pace at which this process calls each provider: how many calls are under way at
/// once, how many begin within a minute, and how long all of them leave it alone when it asks.
///
/// A provider has one queue, in the order of arrival. The pace of another process is its own. No
/// jump of the wall clock changes a wait. Safe for use by several threads.
public interface Pacing {

  /// Takes the next place in the queue of a provider. Never waits.
  Place arrive(String provider);

  /// Lets nobody through to a provider before `wait` is over, whoever waits. Calls under way go on;
  /// a longer closing stays.
  void close(String provider, Duration wait);

  /// How the gates to the providers stand, by name.
  List<Gate> gates();

  /// Ends every wait, and every one to come. Calls under way go on.
  void stop();

  /// What ends a wait.
  enum Turn {
    /// The request may be sent.
    GO,
    /// The watcher cancelled.
    CANCELLED,
    /// The pacing was stopped.
    STOPPING
  }

  /// A place in a queue, held by one request from its arrival to the end of its last call. For use
  /// by one thread.
  interface Place {

    /// Whether its turn comes within `patience`, which is waited for at most: one call of it may be
    /// under way then. It does not wait before a gate that stays closed for longer.
    boolean free(Duration patience);

    /// Waits for its turn, looking at `watch` often and telling it [Progress.Queued] at first and
    /// whenever that changes.
    ///
    /// @param name under which the faces see it waiting
    Turn await(String name, Watch watch);

    /// Its call begins, and counts towards the minute.
    void begin();

    /// Its call has ended and another is to follow: gives the turn back and waits again, where it
    /// stood by its arrival, and not before `pause` is over.
    void again(Duration pause);

    /// Leaves for good. Does nothing the second time.
    void leave();
  }

  /// How the gate to one provider stands.
  ///
  /// @param running how many calls are under way, or about to be
  /// @param concurrency how many may be
  /// @param requestsPerMinute how many may begin within a minute, null for any number
  /// @param opensIn how long nobody is let through, whoever waits; zero when it is open
  /// @param waiting who waits, in the order of arrival
  record Gate(
      String provider,
      int running,
      int concurrency,
      @Nullable Integer requestsPerMinute,
      Duration opensIn,
      List<Waiting> waiting) {

    /// Copies the list.
    public Gate {
      waiting = List.copyOf(waiting);
    }
  }

  /// One who waits.
  ///
  /// @param name as given to [Place#await]
  /// @param arrival its number in the order of arrival, over all providers
  /// @param ahead how many wait before it at the same gate
  /// @param opensIn how long it is not let through at least; zero when only a free turn is missing
  record Waiting(String name, long arrival, int ahead, Duration opensIn) {}
}
