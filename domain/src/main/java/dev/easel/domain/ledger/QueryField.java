package dev.easel.domain.ledger;

import dev.easel.domain.image.Similarity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The fields of the query language, in the order in which help lists them.
enum QueryField {
  MODEL("the whole model id, or its end after a dash or slash", "model:gpt-image-2,flare"),
  STATE("reserved, settled, released or unknown", "state:unknown"),
  PROVIDER("the provider's configured name", "provider:openai"),
  SIZE("WIDTHxHEIGHT as it came, or else as asked for; none", "size:1536x1024"),
  QUALITY("the quality as it came, or else as asked for; none", "quality:high"),
  FORMAT("png, jpeg, webp, gif, svg; none", "format:webp"),
  CALLER("a named caller; none for you", "caller:none"),
  TAG("a tag; none", "tag:night-sky"),
  STAR("yes or no", "star:yes"),
  CODE("the word for a failure; none", "code:timeout"),
  ID("an entry's id, or its last characters", "id:a3f09c"),
  COST("US dollars, compared or from..to; none where not known", "cost>0.05"),
  LATENCY("milliseconds, or with ms, s, m, h; compared or from..to; none", "latency:2s..10s"),
  TIME("a time, compared or from..to", "time:2026-11-01..2026-11-15"),
  SINCE("this time and later", "since:7d"),
  UNTIL("up to the end of this time", "until:yesterday"),
  TEXT("words of prompt, revised prompt and error", "text:\"at dusk\"");

  private final String takes;
  private final String example;

  QueryField(String takes, String example) {
    this.takes = takes;
    this.example = example;
  }

  /// The name in queries.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What it takes, for people.
  String takes() {
    return takes;
  }

  /// One term that uses it.
  String example() {
    return example;
  }

  /// The field with this name, in any case.
  static Optional<QueryField> named(String word) {
    return Arrays.stream(values()).filter(field -> field.word().equalsIgnoreCase(word)).findFirst();
  }

  /// All names, for messages.
  static String list() {
    return Arrays.stream(values()).map(QueryField::word).collect(Collectors.joining(", "));
  }

  /// The field whose name is nearest to `word`, when it is near; too little of a word is near to
  /// everything.
  static Optional<QueryField> near(String word) {
    if (word.length() < 3) {
      return Optional.empty();
    }
    List<String> names = Arrays.stream(values()).map(QueryField::word).toList();
    return Similarity.nearest(word, names).stream().findFirst().flatMap(QueryField::named);
  }
}
