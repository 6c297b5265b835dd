package dev.easel.domain.ledger;

import dev.easel.domain.image.Nullable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Consumer;

/// In which lines two statistics differ.
public final class StatisticsDifference {

  /// Which of a line's fields say what it is about.
  private static final List<String> NAMES =
      List.of("model", "day", "size", "quality", "caller", "code", "from_ms", "to_ms");

  private static final Set<String> HOW_FOUND = Set.of("scanned", "complete");
  private static final String EVERYTHING = "everything";

  private StatisticsDifference() {}

  /// Gives each line in which they differ to `sink`.
  ///
  /// @param of what they are statistics of, for people
  public static void each(
      String of, Statistics kept, Statistics counted, Consumer<BookFinding.Uneven> sink) {
    Map<String, Map<String, String>> ones = lines(kept);
    Map<String, Map<String, String>> others = lines(counted);
    Set<String> names = new TreeSet<>(ones.keySet());
    names.addAll(others.keySet());
    for (String name : names) {
      Map<String, String> one = ones.getOrDefault(name, Map.of());
      Map<String, String> other = others.getOrDefault(name, Map.of());
      if (!one.equals(other)) {
        String sum = name.equals(EVERYTHING) ? of : of + ", " + name;
        sink.accept(new BookFinding.Uneven(sum, words(one, other), words(other, one)));
      }
    }
  }

  private static Map<String, Map<String, String>> lines(Statistics statistics) {
    Map<String, Map<String, String>> lines = new LinkedHashMap<>();
    Map<String, @Nullable Object> fields = StatisticsFields.of(statistics).asMap();
    Map<String, String> everything = new LinkedHashMap<>();
    fields.forEach((name, value) -> {
      if (value instanceof List<?> list) {
        list.forEach(line -> add(lines, name, (Map<?, ?>) line));
      } else if (!HOW_FOUND.contains(name)) {
        everything.put(name, text(value));
      }
    });
    lines.put(EVERYTHING, everything);
    return lines;
  }

  private static void add(Map<String, Map<String, String>> lines, String cut, Map<?, ?> line) {
    StringJoiner about = new StringJoiner(" ");
    about.add(cut.replace('_', ' '));
    NAMES.stream().filter(line::containsKey).forEach(name -> about.add(text(line.get(name))));
    Map<String, String> figures = new LinkedHashMap<>();
    line.forEach((name, figure) -> {
      if (!NAMES.contains(String.valueOf(name))) {
        figures.put(String.valueOf(name), text(figure));
      }
    });
    lines.put(about.toString(), figures);
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "none";
      case BigDecimal decimal -> decimal.toPlainString();
      default -> value.toString();
    };
  }

  private static String words(Map<String, String> figures, Map<String, String> others) {
    StringJoiner words = new StringJoiner(", ");
    figures.forEach((name, figure) -> {
      if (!Objects.equals(figure, others.get(name))) {
        words.add(name + " " + figure);
      }
    });
    return figures.isEmpty() ? "nothing" : words.toString();
  }
}
