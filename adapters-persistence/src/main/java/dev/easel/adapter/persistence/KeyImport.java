package dev.easel.adapter.persistence;

import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.UsedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// Hands idempotency keys on in batches, so that nobody else waits long.
final class KeyImport {

  private static final int MOST = 1_000;

  private final ToLongFunction<List<UsedKey>> writer;
  private final List<UsedKey> batch = new ArrayList<>();
  private long added;

  private KeyImport(ToLongFunction<List<UsedKey>> writer) {
    this.writer = writer;
  }

  /// Adds keys.
  ///
  /// @param writer writes some keys and says how many of them were new
  /// @return how many were new
  static long add(GenerationLog.Keys keys, ToLongFunction<List<UsedKey>> writer) {
    KeyImport importing = new KeyImport(writer);
    keys.each(importing::take);
    importing.flush();
    return importing.added;
  }

  private void take(UsedKey key) {
    batch.add(key);
    if (batch.size() == MOST) {
      flush();
    }
  }

  private void flush() {
    if (!batch.isEmpty()) {
      added += writer.applyAsLong(List.copyOf(batch));
      batch.clear();
    }
  }
}
