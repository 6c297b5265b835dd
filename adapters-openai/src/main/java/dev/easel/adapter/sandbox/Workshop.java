package dev.easel.adapter.sandbox;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/// Where pictures are drawn: on as many threads of the system as there are processors. Drawing
/// never waits for anything, so on virtual threads it would keep all others, also those of the
/// program around the sandbox, from running; and each drawing under way takes memory. Safe for use
/// by several threads.
final class Workshop implements AutoCloseable {

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("easel-sandbox-", 1).factory());

  /// Makes something and waits for it.
  ///
  /// @throws IOException when the workshop closes
  <T> T make(Callable<T> work) throws IOException {
    Future<T> made;
    try {
      made = threads.submit(work);
    } catch (RejectedExecutionException closed) {
      throw new IOException("the sandbox stops", closed);
    }
    try {
      return made.get();
    } catch (InterruptedException stopped) {
      made.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("the sandbox stops", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("drawing failed: " + failed.getCause(), failed);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
