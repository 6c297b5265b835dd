package dev.easel.app.http;

import com.sun.net.httpserver.Headers;
import dev.easel.domain.image.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// Compresses what is worth it for clients that take it so (RFC 9110, section 12.5.3): texts that
/// lie on the heap. Pictures are compressed already, and events must leave as they come.
final class Packing {

  /// The fewest bytes that are compressed.
  static final int LEAST = 1_024;

  private static final Set<String> TEXTS =
      Set.of("application/json", "text/html", "text/css", "text/javascript", "text/plain");

  private Packing() {}

  /// The answer in the form that its client takes.
  static Reply packed(Reply plain, Headers asked) {
    String type = plain.header(Reply.TYPE).split(";", 2)[0];
    if (plain.live() || plain.body().length() < LEAST || !TEXTS.contains(type)) {
      return plain;
    }
    Reply varied = plain.with("Vary", "Accept-Encoding");
    return isTaken(asked.getOrDefault("Accept-Encoding", List.of()))
        ? varied.answering(plain.status(), zipped(plain.body())).with("Content-Encoding", "gzip")
        : varied;
  }

  private static boolean isTaken(List<String> lines) {
    Map<String, BigDecimal> qualities = new HashMap<>();
    for (String coding : String.join(",", lines).toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = coding.split(";", 2);
      qualities.put(parts[0].strip(), quality(parts.length < 2 ? "" : parts[1].strip()));
    }
    BigDecimal gzip =
        Optional.ofNullable(qualities.get("gzip"))
            .or(() -> Optional.ofNullable(qualities.get("x-gzip")))
            .or(() -> Optional.ofNullable(qualities.get("*")))
            .orElse(BigDecimal.ZERO);
    BigDecimal plain = qualities.getOrDefault("identity", BigDecimal.ZERO);
    return gzip.signum() > 0 && gzip.compareTo(plain) >= 0;
  }

  private static BigDecimal quality(String parameter) {
    String number = parameter.replaceFirst("^q\\s*=\\s*", "");
    if (parameter.isEmpty()) {
      return BigDecimal.ONE;
    }
    return number.matches("[01](\\.\\d{1,3})?") ? new BigDecimal(number) : BigDecimal.ZERO;
  }

  private static Content zipped(Content plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain.bytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Content.of(bytes.toByteArray());
  }
}
