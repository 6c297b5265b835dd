package dev.easel.config;

import dev.easel.config.DashboardSettings.Colours;
import dev.easel.config.DashboardSettings.Images;
import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.usecase.Defaults;
import dev.easel.domain.usecase.Retention;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Turns the values in effect into settings, and collects everything that is wrong with them.
final class SettingsReading {

  private final Configuration.Sources sources;
  private final Path dataDirectory;
  private final Map<String, Setting> values;
  private final List<String> problems;
  private final List<String> notices = new ArrayList<>();

  SettingsReading(
      Configuration.Sources sources,
      Path dataDirectory,
      Map<String, Setting> values,
      List<String> problems) {
    this.sources = sources;
    this.dataDirectory = dataDirectory;
    this.values = values;
    this.problems = problems;
  }

  Settings settings() {
    ProviderReading reading = new ProviderReading(values, problems, notices);
    List<ProviderSettings> providers = reading.providers();
    Settings settings =
        new Settings(
            dataDirectory,
            log(),
            defaults(),
            provider(reading.names()),
            providers,
            proxy(),
            server(),
            budget(),
            read(Key.LOG_PROMPTS, SettingsReading::keeps).orElse(true),
            retention(),
            dashboard(),
            path(Key.PRICES_FILE),
            false,
            List.copyOf(values.values()),
            notices);
    if (!problems.isEmpty()) {
      throw new ConfigurationProblem(problems);
    }
    return settings;
  }

  private LogSettings log() {
    LogBackend backend = read(Key.LOG_BACKEND, SettingsReading::backend).orElse(LogBackend.SQLITE);
    Path path =
        Objects.requireNonNullElseGet(
            path(Key.LOG_PATH), () -> Settings.logPath(dataDirectory, backend));
    return new LogSettings(backend, path, read(Key.LOG_ZONE, ZoneId::of).orElse(null));
  }

  private static LogBackend backend(String word) {
    return switch (word) {
      case "sqlite" -> LogBackend.SQLITE;
      case "jsonl" -> LogBackend.JSONL;
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static boolean keeps(String word) {
    return switch (word) {
      case "keep" -> true;
      case "omit" -> false;
      default -> throw new IllegalArgumentException(word);
    };
  }

  private Defaults defaults() {
    return new Defaults(
        text(Key.DEFAULT_MODEL),
        read(Key.DEFAULT_SIZE, SettingsReading::size)
            .orElseGet(() -> Key.DEFAULT_SIZE.standard().orElseThrow()),
        text(Key.DEFAULT_QUALITY));
  }

  private static String size(String text) {
    if (!text.equals("auto") && ImageSize.parse(text).isEmpty()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private String provider(Set<String> names) {
    String name = text(Key.PROVIDER);
    if (!names.contains(name)) {
      problems.add(
          "provider is '%s' (%s), and no provider of that name is configured; there are: %s"
              .formatted(name, origin(Key.PROVIDER), String.join(", ", names)));
    }
    return name;
  }

  private ProxySettings proxy() {
    String exceptions = variable("NO_PROXY", "no_proxy").orElse("");
    return new ProxySettings(
        variable("HTTPS_PROXY", "https_proxy").orElse(null),
        Optional.ofNullable(sources.environment().get("http_proxy"))
            .filter(value -> !value.isBlank())
            .orElse(null),
        items(exceptions));
  }

  private Optional<String> variable(String... names) {
    return Arrays.stream(names)
        .map(sources.environment()::get)
        .filter(value -> value != null && !value.isBlank())
        .map(String::strip)
        .findFirst();
  }

  private ServerSettings server() {
    return new ServerSettings(
        text(Key.SERVER_HOST),
        read(Key.SERVER_PORT, SettingsReading::port).orElse(8000),
        read(Key.SERVER_TOKEN, SettingsReading::token).orElse(null),
        items(read(Key.SERVER_ALLOWED_HOSTS, Function.identity()).orElse("")),
        read(Key.SERVER_STOP_SECONDS, SettingsReading::patience).orElse(Duration.ofSeconds(60)),
        read(Key.SERVER_LOG_PROMPTS, SettingsReading::keeps).orElse(false),
        read(Key.GATEWAY_KEY, SettingsReading::gatewayKey).orElse(GatewayKey.OWN));
  }

  private static GatewayKey gatewayKey(String word) {
    return switch (word) {
      case "own" -> GatewayKey.OWN;
      case "caller" -> GatewayKey.CALLER;
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static Duration patience(String text) {
    int seconds = Integer.parseInt(text);
    if (seconds < 0 || seconds > 3_600) {
      throw new IllegalArgumentException(text);
    }
    return Duration.ofSeconds(seconds);
  }

  private static int port(String text) {
    int port = Integer.parseInt(text);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(text);
    }
    return port;
  }

  private static Secret token(String text) {
    if (text.length() < 16) {
      throw new IllegalArgumentException("too short");
    }
    return new Secret(text);
  }

  private Budget budget() {
    boolean allow = read(Key.BUDGET_UNKNOWN_ESTIMATE, SettingsReading::allows).orElse(false);
    return new Budget(
        read(Key.BUDGET_DAILY_USD, SettingsReading::dollars).orElse(null),
        read(Key.BUDGET_MONTHLY_USD, SettingsReading::dollars).orElse(null),
        allow);
  }

  private static boolean allows(String word) {
    return switch (word) {
      case "allow" -> true;
      case "refuse" -> false;
      default -> throw new IllegalArgumentException(word);
    };
  }

  private Retention retention() {
    return new Retention(
        read(Key.PICTURES_KEEP_DAYS, Amounts::days).orElse(null),
        read(Key.PICTURES_MOST_BYTES, Amounts::bytes).orElse(null));
  }

  private DashboardSettings dashboard() {
    return new DashboardSettings(
        read(Key.DASHBOARD_THEME, word -> one(Colours.class, word)).orElse(Colours.TERMINAL),
        read(Key.DASHBOARD_IMAGE, word -> one(Images.class, word)).orElse(Images.AUTO),
        read(Key.DASHBOARD_MOUSE, SettingsReading::on).orElse(false));
  }

  private static <T extends Enum<T>> T one(Class<T> kind, String word) {
    if (!word.equals(word.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(word);
    }
    return Enum.valueOf(kind, word.toUpperCase(Locale.ROOT));
  }

  private static boolean on(String word) {
    return switch (word) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static Money dollars(String text) {
    Money money = Money.ofUsd(text);
    if (money.compareTo(Money.ZERO) < 0) {
      throw new IllegalArgumentException(text);
    }
    return money;
  }

  private @Nullable Path path(Key key) {
    return read(key, text -> Paths.expanded(text, sources)).orElse(null);
  }

  private static List<String> items(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private String text(Key key) {
    return read(key, Function.identity())
        .or(key::standard)
        .orElseThrow(() -> new IllegalStateException(key + " has no default"));
  }

  private String origin(Key key) {
    return Optional.ofNullable(values.get(key.word())).map(Setting::origin).orElse("default");
  }

  private <T> Optional<T> read(Key key, Function<String, T> reading) {
    Setting setting = values.get(key.word());
    if (setting == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(setting.value()));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
      problems.add(
          "%s is '%s' (%s), and must be %s"
              .formatted(key.word(), setting.shown(), setting.origin(), key.allowed()));
      return Optional.empty();
    }
  }
}
