package dev.easel.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A key of one named provider: `provider.NAME.base-url` and its kin.
///
/// @param provider letters, digits and dashes in lower case
public record ProviderKey(String provider, Part part) {

  private static final Pattern WORD =
      Pattern.compile("provider\\.([a-z0-9]+(?:-[a-z0-9]+)*)\\.([a-z-]+)");
  private static final Pattern VARIABLE =
      Pattern.compile(
          "EASEL_PROVIDER_([A-Z0-9_]+)_(BASE_URL|API_KEY|DIALECT|TIMEOUT|HEADERS"
              + "|CONCURRENCY|REQUESTS_PER_MINUTE)");

  /// What is said of a provider.
  public enum Part {
    /// Its base URL.
    BASE_URL("an http or https URL"),
    /// Its key.
    API_KEY("a key"),
    /// How it speaks.
    DIALECT("openai azure localai sd-server vllm-omni sglang xai openrouter together"),
    /// How long a whole call may take.
    TIMEOUT("a duration such as 90s or 10m, up to 1h"),
    /// Headers to send besides.
    HEADERS("Name: value; Other-Name: value"),
    /// How many calls may be under way at once.
    CONCURRENCY("a whole number from 1 to " + Pace.MOST),
    /// How many calls may begin within a minute.
    REQUESTS_PER_MINUTE("a whole number from 1 to " + Pace.MOST);

    private final String allowed;

    Part(String allowed) {
      this.allowed = allowed;
    }

    /// The word in keys: `base-url`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What its values may be.
    public String allowed() {
      return allowed;
    }
  }

  /// The key in files and on the command line.
  public String word() {
    return "provider." + provider + "." + part.word();
  }

  /// Whether its value must not be shown.
  public boolean secret() {
    return part == Part.API_KEY || part == Part.HEADERS;
  }

  /// The key with this word.
  static Optional<ProviderKey> named(String word) {
    Matcher matcher = WORD.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    for (Part part : Part.values()) {
      if (part.word().equals(matcher.group(2))) {
        return Optional.of(new ProviderKey(matcher.group(1), part));
      }
    }
    return Optional.empty();
  }

  /// The key of this environment variable.
  static Optional<ProviderKey> ofVariable(String variable) {
    Matcher matcher = VARIABLE.matcher(variable);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String provider = matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
    return Optional.of(new ProviderKey(provider, Part.valueOf(matcher.group(2))));
  }
}
