package dev.easel.app.http;

import com.sun.net.httpserver.Headers;
import dev.easel.config.GatewayKey;
import dev.easel.config.Secret;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Caller;
import dev.easel.domain.usecase.RecogniseCaller;
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
  private static final String OWN_HEADER = "x-easel-token";
  private static final String FORM = "multipart/form-data";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  /// The methods whose requests have a body.
  static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final OwnNames names;
  private final Set<String> open;
  private final Set<String> forms;
  private final @Nullable Secret token;
  private final GatewayKey gatewayKey;
  private final RecogniseCaller callers;
  private final FailedTokens failures = new FailedTokens();

  /// @param names that requests may call the server by
  /// @param open paths of the page, which can be read without the token, since it asks for it
  /// @param forms paths that take forms with files, too
  /// @param token demanded of all other requests when not null, or else a caller's
  /// @param gatewayKey whose key stands in `Authorization` on the gateway's routes
  /// @param callers who has a token besides
  Gate(
      OwnNames names,
      Set<String> open,
      Set<String> forms,
      @Nullable Secret token,
      GatewayKey gatewayKey,
      RecogniseCaller callers) {
    this.names = names;
    this.open = Set.copyOf(open);
    this.forms = Set.copyOf(forms);
    this.token = token;
    this.gatewayKey = gatewayKey;
    this.callers = callers;
  }

  /// Lets a request pass.
  ///
  /// @return the name of the caller who asks, null for the user
  /// @throws Refusal 421, 403, 401 or 429 when it does not
  @Nullable
  String check(String method, URI target, Headers headers, InetAddress client) {
    host(target, headers);
    origin(headers);
    boolean reading = READING.contains(method);
    site(headers, reading && "/".equals(target.getRawPath()));
    boolean page = reading && open.contains(String.valueOf(target.getRawPath()));
    return page ? null : who(given(target, headers), client);
  }

  /// Lets the body of a request that has passed be read, when its path takes the method.
  ///
  /// @throws Refusal 415 when it is of another kind than its path takes
  void checkBody(String method, URI target, Headers headers) {
    if (WITH_BODY.contains(method)) {
      contentType(target, headers);
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

  private void contentType(URI target, Headers headers) {
    if (!all(headers, "Content-Encoding").stream().allMatch("identity"::equalsIgnoreCase)) {
      throw unsupported("the body must come as it is, and not compressed")
          .with("Accept-Encoding", "identity");
    }
    List<String> types = all(headers, Reply.TYPE);
    String media = types.size() == 1 ? media(types.getFirst()) : "";
    boolean form = media.equals(FORM) && forms.contains(String.valueOf(target.getRawPath()));
    if (!media.equals("application/json") && !form) {
      throw unsupported("the body must be application/json, and say so");
    }
    if (form && !headers.containsKey("Authorization") && !headers.containsKey(OWN_HEADER)) {
      throw unsupported(
          "a form must come with an Authorization header, which no page can send by itself");
    }
  }

  private static Refusal unsupported(String sentence) {
    return Refusal.of(415, "unsupported_media_type", sentence);
  }

  private static String media(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private @Nullable String who(Optional<String> given, InetAddress client) {
    boolean user = token == null ? given.isEmpty() : given.filter(token::is).isPresent();
    if (user) {
      return null;
    }
    return given
        .flatMap(callers::recognise)
        .map(Caller::name)
        .orElseThrow(() -> wrong(given.isPresent(), client));
  }

  private Refusal wrong(boolean given, InetAddress client) {
    if (given) {
      failures.count(client);
    }
    String sentence =
        token == null
            ? "no caller has this token; without a token you are the user of this server"
            : "this server wants its token, or a caller's, as a bearer token";
    return Refusal.of(401, "token_needed", sentence).with("WWW-Authenticate", "Bearer");
  }

  private Optional<String> given(URI target, Headers headers) {
    return own(headers)
        .or(() -> authorization(headers).filter(bearer -> isToken(target, bearer)))
        .map(String::strip);
  }

  private static Optional<String> own(Headers headers) {
    return Optional.ofNullable(headers.getFirst(OWN_HEADER));
  }

  private static Optional<String> authorization(Headers headers) {
    return Optional.ofNullable(headers.getFirst("Authorization")).map(Gate::bearer);
  }

  /// The token with which a request came to one of Easel's own routes.
  static Optional<String> token(Headers headers) {
    return own(headers).or(() -> authorization(headers)).map(String::strip);
  }

  // A client of OpenAI always sends some key. It is none of Easel's tokens where it is the caller's
  // own for the provider, and where no token is demanded and it does not look like a caller's.
  private boolean isToken(URI target, String bearer) {
    if (!GatewayErrors.concern(target.getRawPath())) {
      return true;
    }
    return gatewayKey == GatewayKey.OWN
        && (token != null || bearer.startsWith(RecogniseCaller.PREFIX));
  }

  /// The token or key in the value of `Authorization`.
  static String bearer(String authorization) {
    boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return bearer ? authorization.substring(SCHEME.length()) : authorization;
  }

  private static List<String> all(Headers headers, String name) {
    return headers.getOrDefault(name, List.of());
  }
}
