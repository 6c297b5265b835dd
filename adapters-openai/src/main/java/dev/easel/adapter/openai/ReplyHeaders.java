package dev.easel.adapter.openai;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hc.core5.http.Header;

/// The headers of an answer; of one that comes several times, the first counts.
///
/// @param values by name in lower case
record ReplyHeaders(SortedMap<String, String> values) {

  static ReplyHeaders of(Iterator<Header> headers) {
    SortedMap<String, String> values = new TreeMap<>();
    headers.forEachRemaining(
        header -> values.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
    return new ReplyHeaders(values);
  }

  /// The value of a header.
  ///
  /// @param name in lower case
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
