package dev.easel.app.http;

import com.sun.net.httpserver.Headers;
import dev.easel.config.Secret;
import dev.easel.domain.image.Nullable;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What every request must pass before its body is read: it stands between web pages that the user
/// visits and the user's money.
final class Gate {

  private final Set<String> hosts = new HashSet<>();
  private final Set<String> origins = new HashSet<>();
  private final @Nullable Secret token;
  private final FailedTokens failures = new FailedTokens();

  /// @param port the bound one
  /// @param names that requests may call the server by, besides the loopback's
  /// @param token demanded of every request when not null
  Gate(int port, List<String> names, @Nullable Secret token) {
    this.token = token;
    allow("localhost", port);
    allow("127.0.0.1", port);
    allow("[::1]", port);
    names.forEach(name -> allow(name.toLowerCase(Locale.ROOT), port));
  }

  private void allow(String name, int port) {
    hosts.add(name + ":" + port);
    origins.add("http://" + name + ":" + port);
    if (port == 80) {
      hosts.add(name);
      origins.add("http://" + name);
    }
  }

  /// Lets a request pass.
  ///
  /// @throws Refusal 421, 403, 415 or 401 when it does not
  void check(String method, URI target, Headers headers) {
    host(target, headers);
    boolean reading = method.equals("GET") || method.equals("HEAD");
    boolean page = reading && "/".equals(target.getRawPath());
    origin(headers);
    site(headers, page);
    if (!reading) {
      contentType(headers);
    }
    if (!page) {
      token(headers);
    }
  }

  private void host(URI target, Headers headers) {
    List<String> values = headers.getOrDefault("Host", List.of());
    boolean one = values.size() == 1 && hosts.contains(values.getFirst().toLowerCase(Locale.ROOT));
    if (!one || target.getRawAuthority() != null || target.getScheme() != null) {
      throw Refusal.of(421, "wrong_host", "this server does not answer for that host");
    }
  }

  private void origin(Headers headers) {
    for (String origin : headers.getOrDefault("Origin", List.of())) {
      if (!origins.contains(origin.toLowerCase(Locale.ROOT))) {
        throw Refusal.of(403, "foreign_origin", "pages of other origins have no access");
      }
    }
  }

  private static void site(Headers headers, boolean page) {
    for (String site : headers.getOrDefault("Sec-Fetch-Site", List.of())) {
      if (!site.equals("same-origin") && !site.equals("none") && !page) {
        throw Refusal.of(403, "foreign_site", "pages of other sites have no access");
      }
    }
  }

  private static void contentType(Headers headers) {
    String type = Optional.ofNullable(headers.getFirst(Reply.TYPE)).orElse("");
    String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!media.equals("application/json")) {
      throw Refusal.of(
          415, "unsupported_media_type", "the body must be application/json, and say so");
    }
  }

  private void token(Headers headers) {
    if (token == null) {
      return;
    }
    String given = Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
    if (given.startsWith("Bearer ") && token.is(given.substring("Bearer ".length()).strip())) {
      return;
    }
    failures.count();
    throw Refusal.of(401, "token_needed", "this server wants its token as a bearer token")
        .with("WWW-Authenticate", "Bearer");
  }
}
