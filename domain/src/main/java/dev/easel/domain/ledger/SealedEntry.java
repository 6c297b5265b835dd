package dev.easel.domain.ledger;

import dev.easel.domain.image.Nullable;
import java.util.Map;

/// An entry with its hash, and what a log's line of it is. Both follow from the same fields, which
/// are put together once.
///
/// @param line a JSON object on one line, as [EntryFields#line] gives it
public record SealedEntry(Entry entry, String line) {

  /// An entry and its line.
  ///
  /// @param unsealed the entry, whose hash, if it has one, is not looked at
  public static SealedEntry of(Entry unsealed) {
    Map<String, @Nullable Object> fields = EntryFields.known(unsealed);
    String hash = CanonicalForm.hash(unsealed, fields);
    fields.put(EntryFields.HASH, hash);
    fields.putAll(unsealed.foreign().asMap());
    return new SealedEntry(unsealed.sealed(hash), Json.write(fields));
  }
}
