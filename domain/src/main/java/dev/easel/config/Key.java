package dev.easel.config;

import dev.easel.domain.image.Nullable;
import java.util.Locale;
import java.util.Optional;

/// A key of the configuration. Those of named providers are [ProviderKey]s.
public enum Key {
  /// Where everything is kept.
  DATA_DIR("data.dir", "the XDG data directory + /easel", "a directory"),
  /// The kind of log.
  LOG_BACKEND("log.backend", "sqlite", "sqlite or jsonl"),
  /// The log's file.
  LOG_PATH(
      "log.path", "<data.dir>/easel.db or <data.dir>/image_generation_log.jsonl", "a file's path"),
  /// The zone whose days are counted.
  LOG_ZONE("log.zone", "the system's, kept with the log", "a zone such as Europe/Berlin or UTC"),
  /// Whether the log keeps prompts unless a request says otherwise.
  LOG_PROMPTS("log.prompts", "keep", "keep or omit"),
  /// The model when none is named.
  DEFAULT_MODEL("default.model", "gpt-image-2", "a model id"),
  /// The size when none is named.
  DEFAULT_SIZE("default.size", "1024x1024", "WIDTHxHEIGHT or auto"),
  /// The quality when none is named.
  DEFAULT_QUALITY("default.quality", "medium", "a quality such as low, medium, high"),
  /// The provider when none is named.
  PROVIDER("provider", "openai", "openai or the name of a configured provider"),
  /// The key of the provider named openai.
  OPENAI_API_KEY("OPENAI_API_KEY", null, "a key"),
  /// The base URL of the provider named openai.
  OPENAI_BASE_URL("OPENAI_BASE_URL", "https://api.openai.com/v1", "an http or https URL"),
  /// The organisation at the provider named openai.
  OPENAI_ORG_ID("OPENAI_ORG_ID", null, "an id"),
  /// The project at the provider named openai.
  OPENAI_PROJECT_ID("OPENAI_PROJECT_ID", null, "an id"),
  /// Where the server listens.
  SERVER_HOST("server.host", "127.0.0.1", "a host name or address"),
  /// Where the server listens.
  SERVER_PORT("server.port", "8000", "0 to 65535"),
  /// What the server demands.
  SERVER_TOKEN("server.token", null, "at least 16 characters"),
  /// Names that requests may call the server by.
  SERVER_ALLOWED_HOSTS("server.allowed-hosts", null, "host names, separated by commas"),
  /// How long what is under way may take after the wish to stop.
  SERVER_STOP_SECONDS("server.stop-seconds", "60", "whole seconds, 0 to 3600"),
  /// Whether the access log has prompts.
  SERVER_LOG_PROMPTS("server.log-prompts", "omit", "keep or omit"),
  /// Whose key the gateway's requests carry.
  GATEWAY_KEY("gateway.key", "own", "own or caller"),
  /// The limit of a day.
  BUDGET_DAILY_USD("budget.daily-usd", null, "dollars such as 5 or 2.50"),
  /// The limit of a month.
  BUDGET_MONTHLY_USD("budget.monthly-usd", null, "dollars such as 100"),
  /// What happens to a request whose cost is not known when a limit is set.
  BUDGET_UNKNOWN_ESTIMATE("budget.unknown-estimate", "refuse", "refuse or allow"),
  /// How old pictures may become.
  PICTURES_KEEP_DAYS("pictures.keep-days", null, "a number of days such as 30"),
  /// How much pictures may take together.
  PICTURES_MOST_BYTES(
      "pictures.most-bytes", null, "bytes such as 500MB or 20GB (powers of 1000), or 20GiB"),
  /// Which colours the dashboard has.
  DASHBOARD_THEME("dashboard.theme", "terminal", "terminal, dark or light"),
  /// How the dashboard shows pictures.
  DASHBOARD_IMAGE("dashboard.image", "auto", "auto, half, kitty, iterm2 or none"),
  /// Whether the dashboard listens to the mouse.
  DASHBOARD_MOUSE("dashboard.mouse", "off", "on or off"),
  /// The user's own prices and models.
  PRICES_FILE("prices.file", null, "a JSON file's path");

  private final String word;
  private final @Nullable String standard;
  private final String allowed;

  Key(String word, @Nullable String standard, String allowed) {
    this.word = word;
    this.standard = standard;
    this.allowed = allowed;
  }

  /// The key in files and on the command line.
  public String word() {
    return word;
  }

  /// The default, in words where it depends on others.
  public Optional<String> standard() {
    return Optional.ofNullable(standard);
  }

  /// What its values may be.
  public String allowed() {
    return allowed;
  }

  /// The environment variable of the same meaning.
  public String variable() {
    if (this == DATA_DIR) {
      return "EASEL_HOME";
    }
    return word.equals(name()) ? word : "EASEL_" + name();
  }

  /// Whether its value must not be shown.
  public boolean secret() {
    return this == OPENAI_API_KEY || this == SERVER_TOKEN;
  }

  /// The key with this word; those of OpenAI may also be written `openai.api-key`.
  static Optional<Key> named(String word) {
    String folded = word.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    for (Key key : values()) {
      if (key.word.equals(word) || (key.word.equals(key.name()) && key.name().equals(folded))) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /// The key of this environment variable.
  static Optional<Key> ofVariable(String variable) {
    for (Key key : values()) {
      if (key.variable().equals(variable) || ("EASEL_" + key.name()).equals(variable)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }
}
