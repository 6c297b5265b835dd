package dev.easel.app.tui.command;

import dev.easel.domain.image.Nullable;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// How an order is carried out, and where its pictures go.
final class OrderOptions {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE|DIR",
      description = "Also write the picture here; in a directory it is named by the entry's id.")
  private @Nullable String output;

  @Option(names = "--force", description = "Let --output overwrite a file.")
  private boolean force;

  @Option(names = "--no-check", description = "Send it even if it breaks the model's rules.")
  private boolean noCheck;

  @Option(
      names = "--key",
      paramLabel = "TEXT",
      description = "An idempotency key: the same order again is not paid again.")
  private @Nullable String key;

  @Option(
      names = "--prompt-in-log",
      negatable = true,
      description = "Keep the prompt in the log, or keep it out (log.prompts unless said).")
  private @Nullable Boolean promptInLog;

  @Option(
      names = "--latency",
      paramLabel = "TIME",
      description = "With --sandbox: how long it takes, such as 2s or 1s..5s.")
  private @Nullable String latency;

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      description = "With --sandbox: what goes wrong; see easel sandbox --help.")
  private final List<String> faults = new ArrayList<>();

  /// Where the pictures go besides the store.
  Destination destination(Surroundings surroundings, long pictures) {
    return Destination.of(output, force, surroundings, pictures);
  }

  boolean check() {
    return !noCheck;
  }

  @Nullable
  String key() {
    if (key != null && (key.isBlank() || key.length() > 255)) {
      throw CommandFailure.wrong("a key has from 1 to 255 characters");
    }
    return key;
  }

  /// Whether the log may hold the prompt.
  boolean promptKept(boolean standard) {
    return promptInLog == null ? standard : promptInLog;
  }

  /// How a sandbox is to behave.
  Wiring.SandboxWish sandbox(boolean sandboxed) {
    if (!sandboxed && (latency != null || !faults.isEmpty())) {
      throw CommandFailure.wrong("--latency and --fault are for --sandbox");
    }
    return new Wiring.SandboxWish(0, latency, faults);
  }
}
