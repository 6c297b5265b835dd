package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Palette;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `easel sandbox`.
@Command(
    name = "sandbox",
    header = "Run a free local stand-in for the OpenAI Images API.",
    sortOptions = false)
final class SandboxCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8010",
      description = "Where it listens on 127.0.0.1 (8010 unless said; 0 takes a free one).")
  private int port;

  @Option(
      names = "--latency",
      paramLabel = "TIME",
      description = "How long it takes, such as 2s, 300ms or 1s..5s.")
  private @Nullable String latency;

  @Option(
      names = "--fault",
      paramLabel = "NAME[:HOW]",
      description = "What goes wrong: always, or the first so many times, or in N%% of all.")
  private final List<String> faults = new ArrayList<>();

  SandboxCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw CommandFailure.wrong("--port must be from 0 to 65535, not " + port);
    }
    try (Wiring.Sandbox sandbox = started()) {
      announce(sandbox.baseUrl().toString());
      new CountDownLatch(1).await(); // until a signal ends the process
    }
    return ExitCode.DONE;
  }

  private Wiring.Sandbox started() {
    Wiring.SandboxWish wish = new Wiring.SandboxWish(port, latency, faults);
    try {
      return session.wiring().sandbox(wish, session.catalogue());
    } catch (IOException taken) {
      throw CommandFailure.of(
          ExitCode.WRONG,
          "port_taken",
          "port %d cannot be had (%s); --port 0 takes a free one"
              .formatted(port, taken.getMessage()));
    } catch (IllegalArgumentException nonsense) {
      throw CommandFailure.wrong(String.valueOf(nonsense.getMessage()));
    }
  }

  private void announce(String baseUrl) {
    if (session.json()) {
      session.print(Fields.NONE.with("base_url", baseUrl).with("api_key", "sk-sandbox"));
    } else {
      session.print(lines(baseUrl));
    }
    session.surroundings().out().flush();
  }

  private List<String> lines(String baseUrl) {
    Palette palette = session.palette();
    return List.of(
        palette.strong(baseUrl) + "  any key will do, nothing costs anything; Ctrl-C stops it",
        "",
        palette.faint("Try it:"),
        "  curl " + baseUrl + "/images/generations \\",
        "    -H 'Content-Type: application/json' -H 'Authorization: Bearer sk-sandbox' \\",
        "    -d '{\"model\":\"gpt-image-2\",\"prompt\":\"a lighthouse at dusk\"}'",
        palette.faint("Or point a client of OpenAI at it:"),
        "  export OPENAI_BASE_URL=" + baseUrl + " OPENAI_API_KEY=sk-sandbox");
  }

  /// Examples, and the words for what can go wrong.
  static String[] help(String faults) {
    return new String[] {
      "",
      "Faults: " + faults,
      "",
      "Examples:",
      "  easel sandbox",
      "  easel sandbox --port 9000 --latency 1s..5s",
      "  easel sandbox --fault rate-limit:2 --fault server-error:10%%",
    };
  }
}
