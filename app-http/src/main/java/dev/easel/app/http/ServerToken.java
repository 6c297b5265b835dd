package dev.easel.app.http;

import dev.easel.config.ConfigurationProblem;
import dev.easel.config.Secret;
import dev.easel.config.Settings;
import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Finds the token that the server demands: the configured one; else, for any address but the
/// loopback's, one of its own, made at the first start and kept in the data directory for its owner
/// alone.
final class ServerToken {

  private static final int BYTES = 24;

  private ServerToken() {}

  /// @param secret null when none is demanded
  /// @param made whether it was made just now and should be shown once
  record Found(@Nullable Secret secret, boolean made) {}

  static Found find(Settings settings) {
    if (settings.server().token() != null) {
      return new Found(settings.server().token(), false);
    }
    return isLoopback(settings.server().host())
        ? new Found(null, false)
        : kept(settings.dataDirectory());
  }

  private static boolean isLoopback(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException _) {
      throw new ConfigurationProblem(
          List.of("server.host is '" + host + "', and no address of that name is known"));
    }
  }

  private static Found kept(Path directory) {
    Path file = directory.resolve("server-token");
    try {
      if (Files.exists(file)) {
        return new Found(new Secret(Files.readString(file).strip()), false);
      }
      return new Found(make(directory, file), true);
    } catch (IOException unusable) {
      throw new ConfigurationProblem(
          List.of(file + " cannot be read or written, and the server needs a token there"));
    }
  }

  private static Secret make(Path directory, Path file) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, token + "\n");
    return new Secret(token);
  }
}
