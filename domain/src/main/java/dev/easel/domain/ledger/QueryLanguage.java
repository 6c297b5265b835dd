package dev.easel.domain.ledger;

import java.util.Arrays;
import java.util.List;

/// The query language in words, for help texts; the parser reads by the same table of fields.
public final class QueryLanguage {

  /// How terms are put together, a line each.
  public static final List<String> RULES =
      List.of(
          "Terms stand side by side, and all must hold; -term must not hold.",
          "word is a whole word in any case and with or without accents; word* may go on.",
          "\"some words\" stand one after the other.",
          "field:value is the whole value; field:begin* its beginning; field:a,b either of two.",
          "field:none has no value; a value with a space, a comma or a colon is quoted.",
          "cost, latency and time take >, >=, <, <= and from..to, both ends included.",
          "A time is 2026-11-23, 2026-11-23T10:30, 2026-11, today, yesterday, or 7d, 12h, 30m"
              + " ago.");

  /// Whole queries that show the language.
  public static final List<Example> EXAMPLES =
      List.of(
          new Example("lighthouse -dusk", "with the one word and without the other"),
          new Example("model:gpt-image-2 cost>0.05 since:7d", "the dear ones of this week"),
          new Example("state:unknown", "what may have been charged and is not settled"),
          new Example("star:yes tag:poster,cover", "favourites with either tag"),
          new Example("time:2026-11 -caller:none", "what named callers asked for in November"));

  /// A field.
  ///
  /// @param name as queries write it
  /// @param takes what it takes, for people
  /// @param example one term that uses it
  public record Field(String name, String takes, String example) {}

  /// A query and what it finds.
  public record Example(String query, String meaning) {}

  private QueryLanguage() {}

  /// The fields, in the order in which help lists them.
  public static List<Field> fields() {
    return Arrays.stream(QueryField.values())
        .map(field -> new Field(field.word(), field.takes(), field.example()))
        .toList();
  }
}
