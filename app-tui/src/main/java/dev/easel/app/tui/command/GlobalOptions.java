package dev.easel.app.tui.command;

import dev.easel.app.tui.screen.Depth;
import dev.easel.domain.image.Nullable;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `easel` itself, and the options of every command.
@Command(
    name = "easel",
    header = "Makes pictures through OpenAI-style image APIs and keeps the books on them.",
    synopsisSubcommandLabel = "COMMAND",
    abbreviateSynopsis = true,
    optionListHeading = "%nOptions, also behind every command:%n",
    commandListHeading = "",
    sortOptions = false,
    footer = {
      "",
      "A first picture, free and without a key:",
      "  easel generate --sandbox \"a lighthouse at dusk\"",
      "What a command takes: easel COMMAND --help",
    })
final class GlobalOptions {

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      order = 900,
      description = "Answer with one JSON document.")
  private boolean json;

  @Option(
      names = "--sandbox",
      scope = ScopeType.INHERIT,
      order = 901,
      description = "Play: a stand-in for the provider, a log of its own, no key, no money.")
  private boolean sandbox;

  @Option(
      names = "--provider",
      scope = ScopeType.INHERIT,
      order = 902,
      paramLabel = "NAME",
      description = "The configured provider to use.")
  private @Nullable String provider;

  @Option(
      names = "--data-dir",
      scope = ScopeType.INHERIT,
      order = 903,
      paramLabel = "DIR",
      description = "Where log and pictures are.")
  private @Nullable String dataDirectory;

  @Option(
      names = "--set",
      scope = ScopeType.INHERIT,
      order = 904,
      paramLabel = "KEY=VALUE",
      description = "Any key of the configuration; may be repeated (`easel doctor --keys`).")
  private final Map<String, String> values = new LinkedHashMap<>();

  @Option(
      names = "--plain",
      order = 800,
      description = "Without a command: print the dashboard once, as text.")
  private boolean plain;

  @Option(
      names = "--color",
      order = 801,
      paramLabel = "WORD",
      defaultValue = "auto",
      description = "Of the dashboard: auto, never, 16, 256 or rgb (auto unless said).")
  private String color = "auto";

  @Option(names = "--ascii", order = 802, description = "Of the dashboard: draw nothing but ASCII.")
  private boolean ascii;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      order = 905,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      scope = ScopeType.INHERIT,
      order = 906,
      description = "Show Easel's version.")
  private boolean version;

  /// Whether somebody asks about Easel instead of asking something of it.
  boolean asking() {
    return help || version;
  }

  /// Whether the dashboard is to be printed instead of opened.
  boolean plain() {
    return plain;
  }

  /// How many colours the dashboard may use; null to go by the environment.
  ///
  /// @throws CommandFailure when it is no such word
  @Nullable
  Depth depth() {
    return switch (color) {
      case "auto" -> null;
      case "never" -> Depth.NONE;
      case "16" -> Depth.SIXTEEN;
      case "256" -> Depth.INDEXED;
      case "rgb" -> Depth.TRUE;
      default ->
          throw CommandFailure.wrong("--color is auto, never, 16, 256 or rgb, not '" + color + "'");
    };
  }

  boolean ascii() {
    return ascii;
  }

  boolean json() {
    return json;
  }

  boolean sandbox() {
    return sandbox;
  }

  /// The values by key.
  Map<String, String> commandLine() {
    Map<String, String> all = new LinkedHashMap<>(values);
    if (provider != null) {
      all.put("provider", provider);
    }
    if (dataDirectory != null) {
      all.put("data.dir", dataDirectory);
    }
    return all;
  }
}
