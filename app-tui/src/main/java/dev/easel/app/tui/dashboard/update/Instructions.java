package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Field;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Listing;
import dev.easel.app.tui.dashboard.state.Options;
import dev.easel.app.tui.dashboard.state.Range;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.export.ExportFormat;
import dev.easel.app.tui.screen.Theme;
import dev.easel.app.tui.text.TypedDollars;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Entry;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/// What the commands do with the words behind them.
final class Instructions {

  private Instructions() {}

  /// A command that cannot be done as it was typed; the message is one sentence.
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message, null, false, false);
    }
  }

  static Step range(State state, String word) {
    return Arrays.stream(Range.values())
        .filter(range -> range.word().equals(word))
        .findFirst()
        .map(range -> Places.over(state, range))
        .orElseThrow(() -> new Wrong("a range is 1h, 24h, 7d, 30d or all, not '" + word + "'"));
  }

  static Step filter(State state, String query) {
    Layer.Line line = new Layer.Line(Layer.Line.Purpose.FILTER, Field.of(query), "", null);
    return Filtering.accept(Filtering.open(state).state(), line);
  }

  static Step sort(State state, String arguments) {
    String[] words = arguments.split("\\s+", -1);
    boolean up = words.length == 2 && words[1].equals("up");
    return Arrays.stream(Listing.Order.values())
        .filter(order -> order.column().equals(words[0]) && order.down() != up)
        .findFirst()
        .filter(_ -> words.length == 1 || up)
        .map(order -> Reading.first(Lists.change(state, listing -> listing.ordered(order))))
        .orElseThrow(() -> new Wrong("sort by time, cost or latency, with 'up' behind it or not"));
  }

  static Step settle(State state, String amount) {
    Entry entry =
        Subject.of(state)
            .filter(Entry::settleable)
            .orElseThrow(
                () -> new Wrong("only what is unknown, or of unknown cost, can be settled"));
    return Step.to(state, new Effect.Settle(entry, dollars(amount)));
  }

  static Step raise(State state, String arguments) {
    String[] words = arguments.split("\\s+", -1);
    if (words.length != 2) {
      throw new Wrong("raise day DOLLARS, raise month DOLLARS, or raise CALLER DOLLARS");
    }
    Money amount = dollars(words[1]);
    return Step.to(
        state,
        switch (words[0]) {
          case "day" -> new Effect.Raise(BudgetPeriod.DAY, null, amount);
          case "month" -> new Effect.Raise(BudgetPeriod.MONTH, null, amount);
          default -> new Effect.Raise(BudgetPeriod.DAY, words[0].toLowerCase(Locale.ROOT), amount);
        });
  }

  private static Money dollars(String text) {
    return TypedDollars.of(text, Money.ZERO)
        .orElseThrow(() -> new Wrong("an amount is dollars such as 0.04, not '" + text + "'"));
  }

  static Step export(State state, String file) {
    if (!file.matches("(?s).+\\.(jsonl|json|csv)")) {
      throw new Wrong("a file's name ends with .jsonl, .json or .csv");
    }
    Listing listing = state.requests().listing();
    String query = listing.marked().isEmpty() ? Reading.query(state) : "";
    ExportFormat format = ExportFormat.ofFile(file, false);
    return Step.to(state, new Effect.Export(query, listing.marked(), format, file));
  }

  static Step theme(State state, String word) {
    Theme.Name name = one(Theme.Name.values(), Theme.Name::name, "theme", word);
    return Step.to(state, new Effect.UseTheme(name));
  }

  static Step image(State state, String word) {
    Options.PictureMode mode =
        one(Options.PictureMode.values(), Options.PictureMode::name, "image", word);
    return Step.to(state.with(state.options().pictures(mode)), new Effect.UsePictures(mode))
        .and(Showing.REDRAW);
  }

  static Step mouse(State state, String word) {
    boolean wanted = word.equals("on");
    if (!wanted && !word.equals("off")) {
      throw new Wrong("mouse on, or mouse off");
    }
    return Step.to(state.with(state.options().mouse(wanted)), new Effect.UseMouse(wanted));
  }

  private static <T> T one(T[] values, Function<T, String> name, String what, String word) {
    return Arrays.stream(values)
        .filter(value -> name.apply(value).toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new Wrong(what + " is one of " + String.join(", ", Commands.words(values, name))));
  }
}
