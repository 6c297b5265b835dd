package dev.easel.domain.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Reads the query language; one parser for one text.
final class QueryParser {

  private final String text;
  private final ZoneId zone;
  private final Instant now;

  QueryParser(String text, ZoneId zone, Instant now) {
    this.text = text;
    this.zone = zone;
    this.now = now;
  }

  Query parse() {
    List<Condition> conditions = new ArrayList<>();
    for (String word : Words.of(text)) {
      conditions.add(new Condition.Text(List.of(word), false));
    }
    if (zone == null || now == null) {
      throw new IllegalStateException();
    }
    return new Query(text, conditions);
  }
}
