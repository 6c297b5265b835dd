package dev.easel.adapter.openai;

import dev.easel.config.Dialect;
import dev.easel.config.ProviderSettings;
import dev.easel.config.Secret;
import dev.easel.domain.image.Credential;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A provider whose settings have been found usable.
final class Provider {

  private static final List<String> WANT_KEY =
      List.of(
          "api.openai.com",
          "openai.azure.com",
          "cognitiveservices.azure.com",
          "services.ai.azure.com",
          "api.x.ai",
          "openrouter.ai",
          "together.ai",
          "together.xyz");

  private static final String ORGANIZATION = "OpenAI-Organization";
  private static final String PROJECT = "OpenAI-Project";
  private static final Pattern LAST_SLASHES = Pattern.compile("/+$");
  private static final BigDecimal HIGHEST_COST = new BigDecimal(1_000_000);

  private final ProviderSettings settings;
  private final Wording wording;
  private final ForeignWords words;

  /// @throws IllegalArgumentException with one sentence when the base URL, the key or a header
  ///   cannot be used; no value is repeated
  Provider(ProviderSettings settings) {
    this.settings = settings;
    this.wording = Wording.of(settings.dialect());
    this.words = new ForeignWords(settings.apiKey(), settings.headers().values());
    checkUrl();
    checkHeaders();
  }

  private void checkUrl() {
    URI url = settings.baseUrl();
    boolean web =
        "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    boolean plain = url.getHost() != null && url.getUserInfo() == null && url.getPort() <= 65_535;
    if (!web || !plain) {
      throw new IllegalArgumentException(
          "the base URL of the provider " + name() + " has to be like https://host/v1");
    }
  }

  private void checkHeaders() {
    settings.headers().forEach((name, value) -> tryHeader(name, value.reveal()));
    Secret key = settings.apiKey();
    if (key != null && !key.reveal().chars().allMatch(letter -> letter > ' ' && letter < 0x7f)) {
      throw new IllegalArgumentException(
          "the key of the provider " + name() + " holds a space or a character that no key has");
    }
  }

  private void tryHeader(String header, String value) {
    try {
      Outgoing.check(header, value);
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(
          "the header "
              + words.plain(header)
              + " of the provider "
              + name()
              + " cannot be sent: its name or value is not allowed in HTTP or is HTTP's own",
          null);
    }
  }

  /// A caller's own key that cannot be sent.
  static final class UnusableKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableKey() {
      super("the key in the request holds a space or a character that no key has");
    }
  }

  /// The provider as somebody calls it with a key of their own: in place of the configured one, and
  /// of what says whose it is.
  ///
  /// @param credential null for the configured key
  /// @throws UnusableKey when it cannot be sent
  Provider with(@Nullable Credential credential) {
    if (credential == null) {
      return this;
    }
    Map<String, Secret> headers = new LinkedHashMap<>(settings.headers());
    headers.keySet().removeIf(this::isOwners);
    Optional.ofNullable(credential.organization())
        .ifPresent(id -> headers.put(ORGANIZATION, new Secret(id)));
    Optional.ofNullable(credential.project()).ifPresent(id -> headers.put(PROJECT, new Secret(id)));
    try {
      return new Provider(settings.calledWith(new Secret(credential.key()), headers));
    } catch (IllegalArgumentException _) {
      throw new UnusableKey();
    }
  }

  private boolean isOwners(String header) {
    return isKeyHeader(header)
        || header.equalsIgnoreCase(ORGANIZATION)
        || header.equalsIgnoreCase(PROJECT);
  }

  String name() {
    return settings.name();
  }

  ProviderSettings settings() {
    return settings;
  }

  Wording wording() {
    return wording;
  }

  ForeignWords words() {
    return words;
  }

  String host() {
    return settings.baseUrl().getHost();
  }

  /// Why the provider cannot be asked for want of a key; empty when it can.
  Optional<String> missingKey() {
    boolean has = settings.apiKey() != null && !settings.apiKey().reveal().isEmpty();
    boolean own = settings.headers().keySet().stream().anyMatch(this::isKeyHeader);
    if (has || own || WANT_KEY.stream().noneMatch(this::isAt)) {
      return Optional.empty();
    }
    String key = name().equals("openai") ? "OPENAI_API_KEY" : "provider." + name() + ".api-key";
    return Optional.of(
        "the provider " + name() + " wants a key and none is configured; set " + key);
  }

  private boolean isKeyHeader(String header) {
    return header.equalsIgnoreCase("Authorization") || header.equalsIgnoreCase(wording.keyHeader());
  }

  private boolean isAt(String domain) {
    String host = host().toLowerCase(Locale.ROOT);
    return host.equals(domain) || host.endsWith("." + domain);
  }

  /// The cost in USD that the provider itself names; null when it names none that can be true.
  @Nullable
  BigDecimal cost(@Nullable Fields usage) {
    return Optional.ofNullable(usage)
        .flatMap(wording::cost)
        .filter(cost -> cost.signum() >= 0 && cost.compareTo(HIGHEST_COST) < 0)
        .orElse(null);
  }

  /// Adds the key and the configured headers.
  void authorise(Outgoing request) {
    Secret key = settings.apiKey();
    if (key != null && !key.reveal().isEmpty()) {
      request.with(wording.keyHeader(), wording.keyPrefix() + key.reveal());
    }
    settings.headers().forEach((name, value) -> request.with(name, value.reveal()));
  }

  /// The URL of a route; the query of the base URL, Azure's `api-version`, stays at the end.
  /// Azure's older routes name the deployment in the path, so it is put there unless the base URL
  /// has it.
  ///
  /// @param model the deployment
  URI route(String path, String model) {
    URI base = settings.baseUrl();
    String before = LAST_SLASHES.matcher(base.getRawPath()).replaceFirst("");
    boolean classic = settings.dialect() == Dialect.AZURE && before.endsWith("/openai");
    String deployment = classic ? "/deployments/" + encoded(model) : "";
    @Nullable String query = base.getRawQuery();
    return URI.create(
        base.getScheme()
            + "://"
            + base.getRawAuthority()
            + before
            + deployment
            + path
            + (query == null ? "" : "?" + query));
  }

  private static String encoded(String model) {
    return URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
