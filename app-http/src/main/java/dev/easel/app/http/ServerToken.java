package dev.easel.app.http;

import dev.easel.config.ConfigurationProblem;
import dev.easel.config.Secret;
import dev.easel.config.Settings;
import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/// Finds the token that the server demands: the configured one; else, for any address but the
/// loopback's, one of its own, made at the first start and kept in the data directory for its owner
/// alone.
final class ServerToken {

  private static final int BYTES = 24;
  private static final int SHORTEST = 16;

  private ServerToken() {}

  /// @param secret null when none is demanded
  /// @param file where it is kept, null when it is configured or not demanded
  /// @param made whether it was made just now and should be shown once
  record Found(@Nullable Secret secret, @Nullable Path file, boolean made) {}

  /// The token for a server that listens on `address`.
  ///
  /// @throws ConfigurationProblem when it can neither be read nor be made
  static Found find(Settings settings, InetAddress address) {
    if (settings.server().token() != null || address.isLoopbackAddress()) {
      return new Found(settings.server().token(), null, false);
    }
    Path file = settings.dataDirectory().resolve("server-token");
    try {
      boolean made = !Files.exists(file);
      if (made) {
        make(file);
      }
      return new Found(read(file), file, made);
    } catch (IOException unusable) {
      throw new ConfigurationProblem(
          List.of(
              file + " cannot be read or written, and keeps the token; set server.token instead"));
    }
  }

  private static Secret read(Path file) throws IOException {
    String token = Files.readString(file).strip();
    if (token.length() < SHORTEST) {
      throw new ConfigurationProblem(
          List.of(
              "%s must hold a token of at least %d characters; delete it to have a new one made"
                  .formatted(file, SHORTEST)));
    }
    return new Secret(token);
  }

  /// Puts a whole file in its place at once, so that nobody ever finds half a token.
  private static void make(Path file) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path draft =
        Files.createTempFile(
            directory,
            "server-token",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, HexFormat.of().formatHex(random) + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
