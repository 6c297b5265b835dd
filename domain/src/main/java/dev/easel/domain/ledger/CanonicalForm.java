package dev.easel.domain.ledger;

import dev.easel.domain.image.Fields;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The one text of an entry over which its hash runs: its fields without star, tags and hash, as
/// JSON without white space, names in the order of [EntryFields] and those of foreign objects
/// sorted, numbers without trailing zeros or exponents, latency in microseconds.
public final class CanonicalForm {

  private CanonicalForm() {}

  /// The canonical form.
  public static String of(Entry entry) {
    Fields fields =
        EntryFields.of(entry)
            .without("star")
            .without("tags")
            .without("hash")
            .without("latency_ms")
            .with("latency_us", entry.latencyMicros());
    return Json.canonical(fields);
  }

  /// The SHA-256 of the canonical form in UTF-8, as 64 lower-case hexadecimal digits.
  public static String hash(Entry entry) {
    return sha256(of(entry).getBytes(StandardCharsets.UTF_8));
  }

  /// The SHA-256 of `bytes`, as 64 lower-case hexadecimal digits.
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
