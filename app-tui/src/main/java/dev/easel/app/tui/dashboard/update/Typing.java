package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Field;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.KeyPress;
import java.util.Optional;

/// Types into whatever takes text.
final class Typing {

  private Typing() {}

  /// What is pasted goes where text is typed, and nowhere else; never is it taken for keys.
  static Step paste(State state, String text) {
    return state
        .layers()
        .top()
        .map(layer -> pasted(state, layer, text))
        .orElseGet(() -> untaken(state));
  }

  private static Step untaken(State state) {
    return Step.to(Messages.warn(state, "there is nothing here that takes pasted text"));
  }

  private static Step pasted(State state, Layer layer, String text) {
    return switch (layer) {
      case Layer.Line line -> put(state, line.typed(line.field().typed(oneLine(text))));
      case Layer.Help help ->
          put(state, new Layer.Help(help.about(), help.search().typed(oneLine(text)), 0));
      case Layer.Form form -> Filling.pasted(state, form, text);
      case Layer.Menu _,
          Layer.BudgetSheet _,
          Layer.MessageList _,
          Layer.Offer _,
          Layer.Detail _,
          Layer.Picture _ ->
          Step.to(state);
    };
  }

  /// What is typed into the layer on top, if it takes text and the key types or edits any.
  static Optional<Step> type(State state, KeyPress key) {
    return state.layers().top().flatMap(layer -> typed(state, layer, key));
  }

  private static Optional<Step> typed(State state, Layer layer, KeyPress key) {
    return switch (layer) {
      case Layer.Line line -> edited(line.field(), key).map(field -> put(state, line.typed(field)));
      case Layer.Help help ->
          edited(help.search(), key)
              .map(field -> put(state, new Layer.Help(help.about(), field, 0)));
      case Layer.Form form -> Filling.typed(state, form, key);
      case Layer.Menu _,
          Layer.BudgetSheet _,
          Layer.MessageList _,
          Layer.Offer _,
          Layer.Detail _,
          Layer.Picture _ ->
          Optional.empty();
    };
  }

  private static Step put(State state, Layer layer) {
    return Step.to(state.with(state.layers().topped(layer)));
  }

  /// The field after a key; empty when the key means nothing to it.
  static Optional<Field> edited(Field field, KeyPress key) {
    if (key.types()) {
      return Optional.of(field.typed(key.typed()));
    }
    return switch (key.name()) {
      case "backspace" -> Optional.of(field.backspaced());
      case "delete" -> Optional.of(field.deleted());
      case "left" -> Optional.of(field.left());
      case "right" -> Optional.of(field.right());
      case "home", "ctrl-a" -> Optional.of(field.home());
      case "end", "ctrl-e" -> Optional.of(field.end());
      case "ctrl-k" -> Optional.of(field.killedToEnd());
      case "ctrl-u" -> Optional.of(field.killedToHome());
      case "ctrl-w" -> Optional.of(field.killedWord());
      default -> Optional.empty();
    };
  }

  private static String oneLine(String text) {
    return text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
  }
}
