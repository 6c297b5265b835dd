package dev.easel.adapter.persistence;

/// Keeps interrupts from a thread while it does what must not be broken off, and gives them back at
/// the end. For the thread that made it.
final class KeptInterrupt implements AutoCloseable {

  private boolean interrupted;

  private KeptInterrupt() {
    take();
  }

  /// Keeps those from the current thread that have come and those that [#take] finds, until it is
  /// closed.
  static KeptInterrupt begin() {
    return new KeptInterrupt();
  }

  /// Takes one.
  ///
  /// @return whether one has come since the last was taken
  boolean take() {
    boolean came = Thread.interrupted();
    interrupted |= came;
    return came;
  }

  /// Waits for a thread to end.
  static void join(Thread thread) {
    try (KeptInterrupt kept = begin()) {
      while (thread.isAlive()) {
        kept.await(thread);
      }
    }
  }

  private void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      interrupted = true;
    }
  }

  @Override
  public void close() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
