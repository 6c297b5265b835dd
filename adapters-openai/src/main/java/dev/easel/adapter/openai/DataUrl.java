package dev.easel.adapter.openai;

import dev.easel.domain.image.Content;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// A URL that is itself the picture (RFC 2397).
final class DataUrl {

  private static final String SCHEME = "data:";

  private DataUrl() {}

  static boolean is(String url) {
    return url.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /// Its bytes; empty when it is malformed or says nothing.
  static Optional<Content> content(String url) {
    int comma = url.indexOf(',');
    if (comma < 0) {
      return Optional.empty();
    }
    boolean base64 = url.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64");
    try {
      byte[] bytes = base64 ? base64(url.substring(comma + 1)) : text(url.substring(comma + 1));
      return bytes.length == 0 ? Optional.empty() : Optional.of(Content.of(bytes));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /// What it says it is; `application/octet-stream` when that cannot be a media type.
  static String mediaType(String url) {
    String type = url.substring(SCHEME.length()).split("[;,]", 2)[0].strip();
    return type.matches("[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,60}")
        ? type
        : "application/octet-stream";
  }

  private static byte[] base64(String text) {
    String plain = text.contains("%") ? new String(text(text), StandardCharsets.UTF_8) : text;
    return Base64.getDecoder().decode(plain);
  }

  private static byte[] text(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
        .getBytes(StandardCharsets.UTF_8);
  }
}
