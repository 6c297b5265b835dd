package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// That an entry has a line, and what the line says.
///
/// @param sum of the line's bytes
record JsonlWitness(EntryId id, long sum) {

  /// How many bytes one takes.
  static final int BYTES = 3 * Long.BYTES;

  /// The sum of a line, without its newline.
  static long sum(byte[] bytes, int start, int length) {
    return JsonlHash.of(bytes, start, length, 0);
  }

  /// What a record says of lines.
  static List<JsonlWitness> of(JsonlRecord said) {
    return switch (said) {
      case JsonlRecord.Written(long _, EntryId id, long _, Long sum) ->
          sum == null ? List.of() : List.of(new JsonlWitness(id, sum));
      case JsonlRecord.Added(long _, List<JsonlWitness> lines) -> lines;
      case JsonlRecord.Opened _,
          JsonlRecord.Reserved _,
          JsonlRecord.Changed _,
          JsonlRecord.Marked _,
          JsonlRecord.Declared _,
          JsonlRecord.Keyed _ ->
          List.of();
    };
  }

  /// Several as bytes.
  static ByteBuffer bytes(List<JsonlWitness> several) {
    ByteBuffer bytes = ByteBuffer.allocate(several.size() * BYTES);
    for (JsonlWitness one : several) {
      UUID id = one.id().value();
      bytes.putLong(id.getMostSignificantBits());
      bytes.putLong(id.getLeastSignificantBits());
      bytes.putLong(one.sum());
    }
    return bytes.flip();
  }

  /// The next one.
  static JsonlWitness read(ByteBuffer bytes) {
    EntryId id = new EntryId(new UUID(bytes.getLong(), bytes.getLong()));
    return new JsonlWitness(id, bytes.getLong());
  }

  /// Several as text.
  static String text(List<JsonlWitness> several) {
    return Base64.getEncoder().encodeToString(bytes(several).array());
  }

  /// Reads what [#text] wrote.
  static List<JsonlWitness> read(String text) throws NotAnEntry {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      List<JsonlWitness> several = new ArrayList<>();
      while (bytes.remaining() >= BYTES) {
        several.add(read(bytes));
      }
      return several;
    } catch (IllegalArgumentException _) {
      throw new NotAnEntry("its lines are not readable");
    }
  }
}
