package dev.easel.benchmark.gateway;

import dev.easel.benchmark.wire.Connection;
import dev.easel.benchmark.wire.Target;
import java.io.IOException;

/// Asks one target again and again over a connection that stays open. For use by one thread.
public final class Asking implements Load.Work {

  private final Target target;
  private final int status;
  private final Connection connection;

  /// @param status that every answer must have
  public Asking(Target target, int status) throws IOException {
    this.target = target;
    this.status = status;
    this.connection = new Connection(target);
  }

  @Override
  public void once() throws IOException {
    Connection.Answer answer = connection.ask();
    if (answer.status() != status) {
      throw new IOException(target.name() + " answered " + answer);
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
