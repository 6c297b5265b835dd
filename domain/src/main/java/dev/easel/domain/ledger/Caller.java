package dev.easel.domain.ledger;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import java.time.Instant;
import java.util.Locale;

/// Somebody besides the user who may make requests: they are logged under its name.
///
/// @param name in lower case
/// @param tokenHash SHA-256 of its token, as hexadecimal digits
/// @param daily the most that its requests may cost in a day before a raise; null for no limit of
///   its own
/// @param since when it was added
public record Caller(String name, String tokenHash, @Nullable Money daily, Instant since) {

  // `caller:none` asks for the user's own entries.
  private static final String NOBODY = "none";

  /// The name that a user means: names are the same in upper and lower case, as they are in
  /// queries.
  ///
  /// @throws IllegalArgumentException when it is no name; the message is one sentence
  public static String name(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    if (!name.matches("[\\p{L}\\p{N}_.-]{1,64}")) {
      throw new IllegalArgumentException(
          "a caller's name is up to 64 letters, digits, '-', '_' or '.', and '"
              + text
              + "' is not");
    }
    if (name.equals(NOBODY)) {
      throw new IllegalArgumentException(
          "a caller cannot be called none, which stands for you in queries");
    }
    return name;
  }
}
