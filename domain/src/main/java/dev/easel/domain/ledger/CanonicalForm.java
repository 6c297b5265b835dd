package dev.easel.domain.ledger;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The one text of an entry over which its hash runs: its fields without star, tags and hash, as
/// JSON without white space. The names of [EntryFields] come in their order, then `latency_us`, the
/// latency in microseconds, and `foreign`, an object of what Easel does not know; the names of all
/// inner objects are sorted. Numbers have no trailing zeros and no exponents.
public final class CanonicalForm {

  private static final Set<String> APART = Set.of("star", "tags", EntryFields.HASH, "latency_ms");

  private static final Set<String> MARKS = Set.of("star", "tags");

  private CanonicalForm() {}

  /// The canonical form.
  public static String of(Entry entry) {
    return of(entry, EntryFields.known(entry));
  }

  private static String of(Entry entry, Map<String, @Nullable Object> known) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(known);
    APART.forEach(fields::remove);
    fields.put("latency_us", entry.latencyMicros());
    fields.put("foreign", entry.foreign());
    return Json.canonical(fields);
  }

  /// The SHA-256 of the canonical form in UTF-8, as 64 lower-case hexadecimal digits.
  public static String hash(Entry entry) {
    return hash(entry, EntryFields.known(entry));
  }

  /// The same.
  ///
  /// @param known the fields of the entry that Easel knows
  static String hash(Entry entry, Map<String, @Nullable Object> known) {
    return sha256(of(entry, known).getBytes(StandardCharsets.UTF_8));
  }

  /// The name of the first of the fields that an entry was read from whose value does not follow
  /// from the entry; empty when all do. Some facts are written twice for the sake of older readers,
  /// and the hash runs over one of the two.
  public static Optional<String> contradiction(Fields written, Entry entry) {
    Fields follows = EntryFields.of(entry);
    return written.asMap().keySet().stream()
        .filter(name -> !MARKS.contains(name))
        .filter(name -> !sameText(written.get(name), follows.get(name)))
        .findFirst();
  }

  private static boolean sameText(@Nullable Object one, @Nullable Object other) {
    return Objects.equals(one, other)
        || Json.canonical(Fields.NONE.with("", one))
            .equals(Json.canonical(Fields.NONE.with("", other)));
  }

  /// The SHA-256 of `bytes`, as 64 lower-case hexadecimal digits.
  public static String sha256(byte[] bytes) {
    return sha256(Content.of(bytes));
  }

  /// The SHA-256 of a content, as 64 lower-case hexadecimal digits.
  ///
  /// @throws Content.ContentUnavailable when it cannot be read
  public static String sha256(Content content) {
    String known = content.knownSha256();
    return known == null ? computed(content) : known;
  }

  private static String computed(Content content) {
    MessageDigest digest = digest();
    content.writeTo(digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  /// A new SHA-256, for bytes that come one after the other. For use by one thread.
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
