package dev.easel.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the configuration: defaults, then `easel.properties` in the data directory, then in the
/// working directory, then `.env` in the working directory, then the environment, then the command
/// line. What comes later wins.
public final class Configuration {

  private Configuration() {}

  /// Where to look.
  ///
  /// @param environment the environment variables
  /// @param workingDirectory absolute
  /// @param home the user's home directory
  /// @param commandLine values given on the command line, by key
  public record Sources(
      Map<String, String> environment,
      Path workingDirectory,
      Path home,
      Map<String, String> commandLine) {
    /// Copies the maps.
    public Sources {
      environment = Map.copyOf(environment);
      commandLine = Map.copyOf(commandLine);
    }
  }

  /// Reads and checks the configuration.
  ///
  /// @throws ConfigurationProblem with everything that is wrong with it
  public static Settings load(Sources sources) {
    List<Layer> user = new ArrayList<>();
    user.add(Layer.properties(sources.workingDirectory(), true));
    user.add(Layer.dotEnv(sources.workingDirectory()));
    user.add(Layer.environment(sources.environment()));
    user.add(Layer.commandLine(sources.commandLine()));
    Path dataDirectory = dataDirectory(sources, values(user));
    Layer own = Layer.properties(dataDirectory, false);
    List<Layer> layers = new ArrayList<>();
    if (!dataDirectory.equals(sources.workingDirectory())) {
      layers.add(own);
    }
    layers.addAll(user);
    List<String> problems = new ArrayList<>(problems(layers));
    selfReference(own, problems);
    return new SettingsReading(sources, dataDirectory, values(layers), problems).settings();
  }

  private static void selfReference(Layer own, List<String> problems) {
    own.settings().stream()
        .filter(setting -> setting.key().equals(Key.DATA_DIR.word()))
        .forEach(setting ->
            problems.add(
                "data.dir cannot be set in the data directory itself (" + setting.origin() + ")"));
  }

  private static Map<String, Setting> values(List<Layer> layers) {
    Map<String, Setting> values = new LinkedHashMap<>();
    layers.forEach(
        layer -> layer.settings().forEach(setting -> values.put(setting.key(), setting)));
    return values;
  }

  private static List<String> problems(List<Layer> layers) {
    return layers.stream().flatMap(layer -> layer.problems().stream()).toList();
  }

  private static Path dataDirectory(Sources sources, Map<String, Setting> values) {
    Path directory =
        Optional.ofNullable(values.get(Key.DATA_DIR.word()))
            .map(setting -> Paths.expanded(setting.value(), sources))
            .orElseGet(() -> standardDirectory(sources));
    return directory.normalize();
  }

  private static Path standardDirectory(Sources sources) {
    String xdg = sources.environment().getOrDefault("XDG_DATA_HOME", "");
    Path base =
        xdg.startsWith("/") ? Path.of(xdg) : sources.home().resolve(".local").resolve("share");
    return base.resolve("easel");
  }
}
