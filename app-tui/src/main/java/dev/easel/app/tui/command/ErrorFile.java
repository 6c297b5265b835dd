package dev.easel.app.tui.command;

import dev.easel.config.ConfigurationProblem;
import dev.easel.config.ProviderSettings;
import dev.easel.config.Secret;
import dev.easel.config.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Keeps what nobody expected, in full, where only the user can read it.
final class ErrorFile {

  private static final String NAME = "errors.log";

  private final Session session;

  ErrorFile(Session session) {
    this.session = session;
  }

  /// Keeps a problem.
  ///
  /// @return one sentence that says where it is
  String keep(Throwable problem) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    Optional<Settings> settings = settings();
    Path directory =
        settings
            .map(Settings::dataDirectory)
            .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    try {
      Path file = directory.resolve(NAME);
      append(file, text(id, problem, settings));
      return "something unexpected happened; error %s in %s has the details".formatted(id, file);
    } catch (IOException _) {
      return "something unexpected happened (%s), and %s cannot be written"
          .formatted(problem.getClass().getSimpleName(), directory.resolve(NAME));
    }
  }

  private Optional<Settings> settings() {
    try {
      return Optional.of(session.configured());
    } catch (ConfigurationProblem _) {
      return Optional.empty();
    }
  }

  private static void append(Path file, String text) throws IOException {
    if (file.getParent() != null && !Files.isDirectory(file.getParent())) {
      Files.createDirectories(file.getParent(), owner("rwx------"));
    }
    if (!Files.exists(file)) {
      Files.createFile(file, owner("rw-------"));
    }
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  private static FileAttribute<?> owner(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  private static String text(String id, Throwable problem, Optional<Settings> settings) {
    StringWriter trace = new StringWriter();
    problem.printStackTrace(new PrintWriter(trace));
    String text = Instant.now() + " error " + id + "\n" + trace + "\n";
    for (Secret secret : settings.stream().flatMap(ErrorFile::secrets).toList()) {
      text = secret.hiddenIn(text);
    }
    return text;
  }

  private static Stream<Secret> secrets(Settings settings) {
    Stream<Secret> keys =
        settings.providers().stream()
            .map(ProviderSettings::apiKey)
            .flatMap(key -> Optional.ofNullable(key).stream());
    Stream<Secret> headers =
        settings.providers().stream().flatMap(provider -> provider.headers().values().stream());
    Stream<Secret> token = Optional.ofNullable(settings.server().token()).stream();
    return Stream.of(keys, headers, token).flatMap(secrets -> secrets);
  }
}
