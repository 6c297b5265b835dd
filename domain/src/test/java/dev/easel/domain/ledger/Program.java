package dev.easel.domain.ledger;

import java.io.IOException;

/// Programs of the system that tests ask for what Java cannot do.
public final class Program {

  private Program() {}

  /// Runs a program to its end.
  ///
  /// @return whether it is there and did what it was asked
  public static boolean ran(String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      return builder.start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
