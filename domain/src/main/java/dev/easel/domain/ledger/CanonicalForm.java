package dev.easel.domain.ledger;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/// The one text of an entry over which its hash runs: its fields without star, tags and hash, as
/// JSON without white space. The names of [EntryFields] come in their order, then `latency_us`, the
/// latency in microseconds, and `foreign`, an object of what Easel does not know; the names of all
/// inner objects are sorted. Numbers have no trailing zeros and no exponents.
public final class CanonicalForm {

  private static final Set<String> APART = Set.of("star", "tags", "hash", "latency_ms");

  private CanonicalForm() {}

  /// The canonical form.
  public static String of(Entry entry) {
    Map<String, @Nullable Object> fields = EntryFields.known(entry);
    fields.keySet().removeAll(APART);
    fields.put("latency_us", entry.latencyMicros());
    fields.put("foreign", entry.foreign());
    return Json.canonical(Fields.of(fields));
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
