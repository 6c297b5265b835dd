package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Books;
import dev.easel.app.tui.dashboard.state.Field;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.QueryLanguage;
import dev.easel.domain.ledger.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Completes the last word of a filter.
public final class Completing {

  private static final List<String> FIELDS =
      QueryLanguage.fields().stream().map(Completing::begun).toList();

  private Completing() {}

  // The name with the sign that its example has behind it: `model:`, `cost>`.
  private static String begun(QueryLanguage.Field field) {
    return field.example().substring(0, field.name().length() + 1);
  }

  static Step filter(State state, Layer.Line line) {
    List<String> fitting = completions(state, line.field().text());
    if (fitting.isEmpty()) {
      return Step.to(state);
    }
    String text = line.field().text();
    String kept = text.substring(0, text.lastIndexOf(' ') + 1);
    return Step.to(
        state.with(state.layers().topped(line.typed(Field.of(kept + Commands.common(fitting))))));
  }

  /// The words that the last word of a filter may become.
  public static List<String> completions(State state, String filter) {
    String word = filter.substring(filter.lastIndexOf(' ') + 1);
    if (word.isEmpty()) {
      return List.of();
    }
    return Stream.concat(FIELDS.stream(), values(state))
        .filter(one -> one.startsWith(word) && !one.equals(word))
        .filter(one -> word.contains(":") || !one.matches(".+:.+"))
        .toList();
  }

  private static Stream<String> values(State state) {
    Stream<String> states = Arrays.stream(EntryState.values()).map(one -> "state:" + one.word());
    Books.Sheet sheet = state.books().sheet();
    if (sheet == null) {
      return states;
    }
    Statistics all = sheet.all();
    return Stream.of(
            states,
            all.models().stream().map(line -> "model:" + line.model()),
            all.shapes().stream().map(line -> "size:" + line.size()).distinct(),
            all.shapes().stream().map(line -> "quality:" + line.quality()).distinct(),
            all.callers().stream().map(line -> "caller:" + line.caller()),
            all.codes().stream().map(line -> "code:" + line.code()))
        .flatMap(words -> words);
  }
}
