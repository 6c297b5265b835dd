package dev.easel.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// One place from which settings come, and what is wrong with it.
record Layer(List<Setting> settings, List<String> problems) {

  /// `easel.properties` in `directory`; empty when there is none.
  static Layer properties(Path directory, boolean workingDirectory) {
    Path file = directory.resolve("easel.properties");
    Layer layer = new Layer(new ArrayList<>(), new ArrayList<>());
    layer
        .text(file)
        .map(text -> parsed(text, file, layer.problems))
        .orElse(Map.of())
        .forEach((word, value) -> layer.word(word, value, file.toString(), workingDirectory));
    return layer;
  }

  private static Map<String, String> parsed(String text, Path file, List<String> problems) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException unreadable) {
      problems.add(file + " is no properties file: " + unreadable.getMessage());
    }
    Map<String, String> values = new TreeMap<>();
    properties.forEach((word, value) -> values.put(word.toString(), value.toString()));
    return values;
  }

  /// `.env` in `directory`, of which only Easel's and OpenAI's variables are read.
  static Layer dotEnv(Path directory) {
    Path file = directory.resolve(".env");
    Layer layer = new Layer(new ArrayList<>(), new ArrayList<>());
    layer
        .text(file)
        .map(DotEnv::parse)
        .orElse(Map.of())
        .forEach((variable, value) -> layer.variable(variable, value, file.toString(), true));
    return layer;
  }

  /// The environment.
  static Layer environment(Map<String, String> environment) {
    Layer layer = new Layer(new ArrayList<>(), new ArrayList<>());
    new TreeMap<>(environment)
        .forEach((variable, value) -> layer.variable(variable, value, "environment", false));
    return layer;
  }

  /// What stands on the command line.
  static Layer commandLine(Map<String, String> values) {
    Layer layer = new Layer(new ArrayList<>(), new ArrayList<>());
    values.forEach((word, value) -> {
      if (value.isBlank()) {
        layer.problems.add(word + " has no value on the command line");
      }
      layer.word(word, value, "command line", false);
    });
    return layer;
  }

  private Optional<String> text(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException _) {
      problems.add(file + " is not UTF-8 text");
    } catch (IOException unreadable) {
      problems.add(file + " cannot be read (" + unreadable.getClass().getSimpleName() + ")");
    }
    return Optional.empty();
  }

  private void word(String word, String value, String origin, boolean workingDirectory) {
    Optional<Key> key = Key.named(word);
    Optional<ProviderKey> providerKey = ProviderKey.named(word);
    if (key.isPresent()) {
      add(key.get().word(), value, origin, workingDirectory, key.get().secret());
    } else if (providerKey.isPresent()) {
      add(word, value, origin, workingDirectory, providerKey.get().secret());
    } else {
      problems.add("'%s' (%s) is no key; %s".formatted(word, origin, Suggestion.forKey(word)));
    }
  }

  private void variable(String name, String value, String origin, boolean workingDirectory) {
    Optional<Key> key = Key.ofVariable(name);
    Optional<ProviderKey> providerKey = ProviderKey.ofVariable(name);
    if (key.isPresent()) {
      add(key.get().word(), value, origin, workingDirectory, key.get().secret());
    } else if (providerKey.isPresent()) {
      add(providerKey.get().word(), value, origin, workingDirectory, providerKey.get().secret());
    } else if (name.startsWith("EASEL_")) {
      problems.add(
          "'%s' (%s) is no variable of Easel; %s"
              .formatted(name, origin, Suggestion.forVariable(name)));
    }
  }

  private void add(
      String key, String value, String origin, boolean workingDirectory, boolean secret) {
    if (!value.isBlank()) {
      settings.add(new Setting(key, value.strip(), origin, workingDirectory, secret));
    }
  }
}
