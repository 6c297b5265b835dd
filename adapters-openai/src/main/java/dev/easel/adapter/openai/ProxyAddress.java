package dev.easel.adapter.openai;

import dev.easel.domain.image.Nullable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A proxy that is spoken to over plain HTTP, which is how HTTPS goes through one as well.
///
/// @param authorization the value of `Proxy-Authorization`, null when it wants none; a secret
record ProxyAddress(String host, int port, @Nullable String authorization) {

  private static final int DEFAULT_PORT = 80;
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?:(?<user>.*)@)?"
              + "(?<host>\\[[0-9A-Fa-f:.%]+]|[^:/@\\[\\]]+)(?::(?<port>\\d{1,5}))?/?");

  /// Reads `http://user:password@host:port`, of which only the host is needed.
  ///
  /// @param variable where the value comes from, for the error
  /// @throws IllegalArgumentException when it is something else; the value is not repeated
  static ProxyAddress parse(String variable, String value) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          variable + " is no proxy; write http://host:port or http://user:password@host:port");
    }
    @Nullable String scheme = matcher.group("scheme");
    if (scheme != null && !scheme.equalsIgnoreCase("http")) {
      throw new IllegalArgumentException(
          variable + " begins with " + scheme + "://, and Easel reaches proxies by http:// only");
    }
    return new ProxyAddress(
        matcher.group("host"),
        port(variable, matcher.group("port")),
        authorization(matcher.group("user")));
  }

  private static int port(String variable, @Nullable String digits) {
    int port = digits == null ? DEFAULT_PORT : Integer.parseInt(digits);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          variable + " names the port " + port + "; ports end at 65535");
    }
    return port;
  }

  private static @Nullable String authorization(@Nullable String user) {
    if (user == null) {
      return null;
    }
    int colon = user.indexOf(':');
    String name = colon < 0 ? user : user.substring(0, colon);
    String password = colon < 0 ? "" : user.substring(colon + 1);
    byte[] both = (decoded(name) + ":" + decoded(password)).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  /// Host and port, without the password.
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
