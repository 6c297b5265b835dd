package dev.easel.domain.ledger;

import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The one map from what is kept of a provider's answer to names and plain values, and back.
final class EnvelopeFields {

  private static final Set<String> NAMES = Set.of("status", "events", "documents");

  private EnvelopeFields() {}

  /// The fields of an answer; its headers are not kept.
  static Fields of(Envelope answer) {
    return Fields.NONE
        .with("status", answer.status())
        .with("events", answer.events())
        .with("documents", answer.documents());
  }

  /// Whether an object is the fields of an answer, and of nothing else.
  static boolean areThose(Map<?, ?> map) {
    return map.keySet().equals(NAMES)
        && map.get("status") instanceof Long status
        && status >= 200
        && status < 600
        && map.get("events") instanceof Boolean
        && map.get("documents") instanceof List<?> list
        && list.stream().allMatch(Map.class::isInstance);
  }

  /// The answer of which these are the fields.
  static Envelope read(Fields fields) {
    return new Envelope(
        Math.toIntExact(fields.whole("status").orElse(200)),
        Map.of(),
        fields.flag("events").orElse(false),
        List.copyOf(fields.list("documents")));
  }
}
