package dev.easel.config;

import dev.easel.domain.image.Nullable;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the providers out of the values in effect.
final class ProviderReading {

  private static final Duration STANDARD_TIMEOUT = Duration.ofMinutes(10);
  private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);
  private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})(ms|s|m|h)?");
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

  private final Map<String, Setting> values;
  private final List<String> problems;
  private final List<String> notices;

  ProviderReading(Map<String, Setting> values, List<String> problems, List<String> notices) {
    this.values = values;
    this.problems = problems;
    this.notices = notices;
  }

  List<ProviderSettings> providers() {
    List<ProviderSettings> providers = new ArrayList<>();
    for (String name : names()) {
      provider(name).ifPresent(providers::add);
    }
    return providers;
  }

  /// The names of all providers that something is said of, and `openai`.
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    names.add(Settings.OPENAI);
    values.keySet().stream()
        .map(ProviderKey::named)
        .flatMap(Optional::stream)
        .map(ProviderKey::provider)
        .forEach(names::add);
    return names;
  }

  private Optional<ProviderSettings> provider(String name) {
    Dialect dialect =
        read(value(name, ProviderKey.Part.DIALECT), ProviderKey.Part.DIALECT, this::dialect)
            .or(() -> Dialect.named(name))
            .orElse(Dialect.OPENAI);
    Setting key = value(name, ProviderKey.Part.API_KEY);
    Optional<URI> base = baseUrl(name, dialect, key);
    if (base.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ProviderSettings(
            name,
            dialect,
            base.get(),
            key == null ? null : new Secret(key.value()),
            read(value(name, ProviderKey.Part.TIMEOUT), ProviderKey.Part.TIMEOUT, this::timeout)
                .orElse(STANDARD_TIMEOUT),
            headers(name),
            pace(name)));
  }

  private Pace pace(String name) {
    return new Pace(
        number(name, ProviderKey.Part.CONCURRENCY).orElse(Pace.STANDARD.concurrency()),
        number(name, ProviderKey.Part.REQUESTS_PER_MINUTE).orElse(null));
  }

  private Optional<Integer> number(String name, ProviderKey.Part part) {
    return read(
        value(name, part),
        part,
        text -> {
          int number = Integer.parseInt(text);
          if (number < 1 || number > Pace.MOST) {
            throw new IllegalArgumentException(text);
          }
          return number;
        });
  }

  private Optional<URI> baseUrl(String name, Dialect dialect, @Nullable Setting key) {
    Setting setting = trusted(value(name, ProviderKey.Part.BASE_URL), key);
    if (setting != null) {
      return read(setting, ProviderKey.Part.BASE_URL, ProviderReading::url);
    }
    Optional<URI> standard = standardUrl(dialect);
    if (standard.isEmpty()) {
      problems.add("provider." + name + ".base-url is needed for the dialect " + dialect.word());
    } else if (dialect == Dialect.OPENAI && !name.equals(Settings.OPENAI)) {
      problems.add("provider." + name + ".base-url is needed");
      return Optional.empty();
    }
    return standard;
  }

  /// A base URL from a file in the working directory counts only together with a key from the same
  /// file, so that a cloned folder cannot take the user's key elsewhere.
  private @Nullable Setting trusted(@Nullable Setting url, @Nullable Setting key) {
    if (url == null
        || !url.workingDirectory()
        || key == null
        || key.origin().equals(url.origin())) {
      return url;
    }
    notices.add(
        "%s in %s is not used: a base URL from the working directory counts only together with a key"
                .formatted(url.key(), url.origin())
            + " from the same file, and the key in use is from: "
            + key.origin());
    return null;
  }

  private static Optional<URI> standardUrl(Dialect dialect) {
    return switch (dialect) {
      case OPENAI -> Optional.of(URI.create("https://api.openai.com/v1"));
      case AZURE -> Optional.empty();
      case LOCALAI -> Optional.of(URI.create("http://localhost:8080/v1"));
      case SD_SERVER -> Optional.of(URI.create("http://127.0.0.1:1234/v1"));
      case VLLM_OMNI -> Optional.of(URI.create("http://localhost:8000/v1"));
      case SGLANG -> Optional.of(URI.create("http://localhost:30000/v1"));
      case XAI -> Optional.of(URI.create("https://api.x.ai/v1"));
      case OPENROUTER -> Optional.of(URI.create("https://openrouter.ai/api/v1"));
      case TOGETHER -> Optional.of(URI.create("https://api.together.ai/v1"));
    };
  }

  private @Nullable Setting value(String provider, ProviderKey.Part part) {
    Setting named = values.get(new ProviderKey(provider, part).word());
    if (named != null || !provider.equals(Settings.OPENAI)) {
      return named;
    }
    return switch (part) {
      case API_KEY -> values.get(Key.OPENAI_API_KEY.word());
      case BASE_URL -> values.get(Key.OPENAI_BASE_URL.word());
      case DIALECT, TIMEOUT, HEADERS, CONCURRENCY, REQUESTS_PER_MINUTE -> null;
    };
  }

  private Map<String, Secret> headers(String name) {
    Map<String, Secret> headers = new LinkedHashMap<>();
    if (name.equals(Settings.OPENAI)) {
      account(Key.OPENAI_ORG_ID, "OpenAI-Organization", headers);
      account(Key.OPENAI_PROJECT_ID, "OpenAI-Project", headers);
    }
    read(value(name, ProviderKey.Part.HEADERS), ProviderKey.Part.HEADERS, ProviderReading::parsed)
        .ifPresent(headers::putAll);
    return headers;
  }

  private void account(Key key, String header, Map<String, Secret> headers) {
    Setting setting = values.get(key.word());
    if (setting != null) {
      headers.put(header, new Secret(setting.value()));
    }
  }

  private static Map<String, Secret> parsed(String text) {
    Map<String, Secret> headers = new LinkedHashMap<>();
    for (String header : text.split(";", -1)) {
      int colon = header.indexOf(':');
      String name = header.substring(0, Math.max(0, colon)).strip();
      if (!HEADER_NAME.matcher(name).matches()
          || header.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("no header");
      }
      headers.put(name, new Secret(header.substring(colon + 1).strip()));
    }
    return headers;
  }

  private Dialect dialect(String word) {
    return Dialect.named(word).orElseThrow(() -> new IllegalArgumentException(word));
  }

  private Duration timeout(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    Duration timeout = duration(Long.parseLong(matcher.group(1)), matcher.group(2));
    if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException(text);
    }
    return timeout;
  }

  private static Duration duration(long number, @Nullable String unit) {
    return switch (Objects.requireNonNullElse(unit, "s")) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofSeconds(number);
    };
  }

  private static URI url(String text) {
    URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(text);
    }
    return uri;
  }

  private <T> Optional<T> read(
      @Nullable Setting setting, ProviderKey.Part part, Function<String, T> reading) {
    if (setting == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(setting.value()));
    } catch (IllegalArgumentException | ArithmeticException _) {
      problems.add(
          "%s is '%s' (%s), and must be %s"
              .formatted(setting.key(), setting.shown(), setting.origin(), part.allowed()));
      return Optional.empty();
    }
  }
}
