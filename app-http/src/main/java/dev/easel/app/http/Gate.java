package dev.easel.app.http;

import com.sun.net.httpserver.Headers;
import dev.easel.config.Secret;
import dev.easel.domain.image.Nullable;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What every request must pass before its body is read: it stands between web pages that the user
/// visits and the user's money. Safe for use by several threads.
final class Gate {

  private static final String SCHEME = "Bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final OwnNames names;
  private final Set<String> open;
  private final @Nullable Secret token;
  private final FailedTokens failures = new FailedTokens();

  /// @param names that requests may call the server by
  /// @param open paths of the page, which can be read without the token, since it asks for it
  /// @param token demanded of all other requests when not null
  Gate(OwnNames names, Set<String> open, @Nullable Secret token) {
    this.names = names;
    this.open = Set.copyOf(open);
    this.token = token;
  }

  /// Lets a request pass.
  ///
  /// @throws Refusal 421, 403, 415, 401 or 429 when it does not
  void check(String method, URI target, Headers headers, InetAddress client) {
    host(target, headers);
    origin(headers);
    boolean reading = READING.contains(method);
    site(headers, reading && "/".equals(target.getRawPath()));
    if (WITH_BODY.contains(method)) {
      contentType(headers);
    }
    if (token != null && !(reading && open.contains(String.valueOf(target.getRawPath())))) {
      token(token, headers, client);
    }
  }

  private void host(URI target, Headers headers) {
    List<String> values = all(headers, "Host");
    boolean one = values.size() == 1 && names.host(values.getFirst());
    if (!one || target.getRawAuthority() != null || target.getScheme() != null) {
      throw Refusal.of(
          421,
          "wrong_host",
          "this server does not answer for that host; server.allowed-hosts lists others");
    }
  }

  private void origin(Headers headers) {
    if (!all(headers, "Origin").stream().allMatch(names::origin)) {
      throw Refusal.of(403, "foreign_origin", "pages of other origins have no access");
    }
  }

  /// Other sites may link to the page, which does nothing by itself and cannot be framed.
  private static void site(Headers headers, boolean page) {
    boolean link = page && all(headers, "Sec-Fetch-Mode").equals(List.of("navigate"));
    for (String site : all(headers, "Sec-Fetch-Site")) {
      if (!site.equals("same-origin") && !site.equals("none") && !link) {
        throw Refusal.of(403, "foreign_site", "pages of other sites have no access");
      }
    }
  }

  private static void contentType(Headers headers) {
    List<String> types = all(headers, Reply.TYPE);
    if (types.size() != 1 || !media(types.getFirst()).equals("application/json")) {
      throw Refusal.of(
          415, "unsupported_media_type", "the body must be application/json, and say so");
    }
  }

  private static String media(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private void token(Secret wanted, Headers headers, InetAddress client) {
    String given = Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
    boolean bearer = given.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    if (bearer && wanted.is(given.substring(SCHEME.length()).strip())) {
      return;
    }
    if (!given.isEmpty()) {
      failures.count(client);
    }
    throw Refusal.of(401, "token_needed", "this server wants its token as a bearer token")
        .with("WWW-Authenticate", "Bearer");
  }

  private static List<String> all(Headers headers, String name) {
    return headers.getOrDefault(name, List.of());
  }
}
