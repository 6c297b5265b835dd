package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.config.Configuration;
import dev.easel.config.Settings;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.usecase.ReportBudget;
import dev.easel.domain.usecase.Studio;
import dev.easel.domain.usecase.Time;
import dev.easel.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// One run of one command: what was given, and the parts that it uses, each made when it is first
/// asked for.
final class Session implements AutoCloseable {

  private static final Duration LEAVING = Duration.ofSeconds(2);
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/v1");

  private final Surroundings surroundings;
  private final Wiring wiring;
  private final GlobalOptions given;
  private final Time time = Platform.time();
  private @Nullable Settings configured;
  private @Nullable Settings settings;
  private Wiring.@Nullable Catalogue catalogue;
  private @Nullable PictureStore pictures;
  private volatile @Nullable GenerationLog log;
  private Wiring.@Nullable Sandbox sandbox;
  private @Nullable Studio studio;

  Session(Surroundings surroundings, Wiring wiring, GlobalOptions given) {
    this.surroundings = surroundings;
    this.wiring = wiring;
    this.given = given;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Wiring wiring() {
    return wiring;
  }

  Time time() {
    return time;
  }

  boolean json() {
    return given.json();
  }

  boolean sandboxed() {
    return given.sandbox();
  }

  Palette palette() {
    return surroundings.palette();
  }

  /// The configuration as the user made it.
  Settings configured() {
    if (configured == null) {
      configured = Configuration.load(surroundings.sources(given.commandLine()));
    }
    return configured;
  }

  /// The configuration in force: that of the sandbox where it is asked for.
  Settings settings() {
    if (settings == null) {
      settings = given.sandbox() ? configured().forSandbox(NOWHERE) : configured();
    }
    return settings;
  }

  Wiring.Catalogue catalogue() {
    if (catalogue == null) {
      catalogue = wiring.catalogue(configured().pricesFile());
    }
    return catalogue;
  }

  GenerationLog log() {
    GenerationLog open = log;
    if (open == null) {
      open = wiring.log(settings().log());
      log = open;
      wiring.recover(settings().pictureDirectory(), open);
    }
    return open;
  }

  PictureStore pictures() {
    if (pictures == null) {
      pictures = wiring.pictures(settings().pictureDirectory());
    }
    return pictures;
  }

  /// Whether there is a log yet.
  boolean hasLog() {
    return wiring.logExists(settings().log());
  }

  /// How the budgets stand.
  ReportBudget budgets() {
    return new ReportBudget(log(), settings().budget(), time);
  }

  /// Everything that spends, with a sandbox behind it where it is asked for.
  Studio studio(Wiring.SandboxWish wish) {
    if (given.sandbox()) {
      startSandbox(wish);
    }
    Studio made = wiring.studio(settings(), catalogue(), log(), pictures());
    studio = made;
    return made;
  }

  private void startSandbox(Wiring.SandboxWish wish) {
    try {
      Wiring.Sandbox started = wiring.sandbox(wish, catalogue());
      sandbox = started;
      settings = configured().forSandbox(started.baseUrl());
    } catch (IOException taken) {
      throw CommandFailure.of(
          ExitCode.UNEXPECTED,
          "sandbox_unavailable",
          "the sandbox cannot start (" + taken.getMessage() + ")");
    } catch (IllegalArgumentException nonsense) {
      throw CommandFailure.wrong(String.valueOf(nonsense.getMessage()));
    }
  }

  /// Prints a line of what was asked for.
  void print(String line) {
    surroundings.out().println(line);
  }

  /// Prints lines of what was asked for.
  void print(List<String> lines) {
    lines.forEach(this::print);
  }

  /// Prints one JSON document.
  void print(Fields document) {
    print(Json.write(document));
  }

  /// Tells something beside what was asked for.
  void remark(String sentence) {
    surroundings.err().println("easel: " + VisibleText.line(sentence));
  }

  /// Tells what the configuration has to say to somebody who spends.
  void notices() {
    settings().notices().forEach(this::remark);
  }

  /// Ends the process at once, after the log has recorded what is under way. The disk may hang, so
  /// that is not waited for longer than two seconds.
  void leave(int exitCode) {
    GenerationLog open = log;
    if (open != null) {
      Thread recording = Thread.ofPlatform().daemon().name("easel-leaving").start(open::close);
      try {
        recording.join(LEAVING);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    surroundings.stopping().leave(exitCode);
  }

  @Override
  public void close() {
    if (studio != null) {
      studio.background().end(LEAVING);
    }
    if (sandbox != null) {
      sandbox.close();
    }
    GenerationLog open = log;
    if (open != null) {
      open.close();
    }
  }
}
