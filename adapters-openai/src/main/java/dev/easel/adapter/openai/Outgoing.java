package dev.easel.adapter.openai;

import dev.easel.domain.image.Nullable;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A request as it goes out. For use by one thread.
final class Outgoing {

  /// The headers that belong to HTTP itself.
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private static final String SIGNS = "!#$%&'*+-.^_`|~";

  private final String method;
  private final URI url;
  private @Nullable Body body;
  private final SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private Outgoing(String method, URI url) {
    this.method = method;
    this.url = url;
  }

  /// A request for what lies at `url`.
  static Outgoing get(URI url) {
    return new Outgoing("GET", url);
  }

  /// A request that brings something to `url`.
  static Outgoing post(URI url) {
    return new Outgoing("POST", url);
  }

  /// Gives it a body.
  ///
  /// @return this
  Outgoing with(Body what) {
    body = what;
    return with("Content-Type", what.mediaType());
  }

  /// Sets a header, in place of one of this name.
  ///
  /// @return this
  /// @throws IllegalArgumentException when HTTP does not allow its name or value, or it is HTTP's
  ///   own
  Outgoing with(String name, String value) {
    check(name, value);
    headers.put(name, value);
    return this;
  }

  /// Finds out whether a header may be sent (RFC 9110, section 5).
  ///
  /// @throws IllegalArgumentException when it may not
  static void check(String name, String value) {
    boolean named = !name.isEmpty() && name.chars().allMatch(Outgoing::namesHeaders);
    boolean valued = value.chars().allMatch(Outgoing::fillsHeaders);
    if (!named || !valued || OWN.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("no header that may be sent");
    }
  }

  private static boolean namesHeaders(int letter) {
    return (letter < 0x80 && Character.isLetterOrDigit(letter)) || SIGNS.indexOf(letter) >= 0;
  }

  private static boolean fillsHeaders(int letter) {
    return letter == '\t' || (letter >= ' ' && letter < 0x7f) || (letter >= 0x80 && letter <= 0xff);
  }

  String method() {
    return method;
  }

  URI url() {
    return url;
  }

  @Nullable
  Body body() {
    return body;
  }

  /// The headers by name, without those that are HTTP's own.
  Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }
}
