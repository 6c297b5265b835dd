package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Changes;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/// Entries that have changed, ready to be told to however many.
///
/// @param before a cursor from which all of them are told again
/// @param cursor from which none of them is
record News(List<Changed> entries, String before, String cursor) {

  /// An entry and its document.
  record Changed(Entry entry, Content json) {
    private static Changed of(Entry entry) {
      String json = EntryFields.line(entry);
      return new Changed(entry, Content.of(json.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /// What changed since a cursor, null for nothing.
  static News of(Changes changes, @Nullable String since) {
    List<Changed> entries = changes.entries().stream().map(Changed::of).toList();
    return new News(entries, since == null ? changes.cursor() : since, changes.cursor());
  }

  boolean none() {
    return entries.isEmpty();
  }

  /// Tells a listener what it wants of them.
  void tell(Listener listener) {
    events(listener).forEach(listener::tell);
  }

  /// The events of what a listener wants of them. Only the last carries the new cursor, since from
  /// there nothing may be missing to whoever comes back.
  List<Content> events(Listener listener) {
    List<Content> wanted =
        entries.stream()
            .filter(changed -> listener.wants(changed.entry()))
            .map(Changed::json)
            .toList();
    return IntStream.range(0, wanted.size())
        .mapToObj(index -> {
          boolean last = index == wanted.size() - 1;
          return EventText.named("entry", last ? cursor : before, wanted.get(index));
        })
        .toList();
  }
}
