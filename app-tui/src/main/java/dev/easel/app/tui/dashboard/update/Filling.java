package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Draft;
import dev.easel.app.tui.dashboard.state.Field;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Slot;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.text.TextRows;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Fills in the places of the form: types, and chooses.
final class Filling {

  private Filling() {}

  /// What a key does in the place that has the focus; empty when it means nothing there.
  static Optional<Step> typed(State state, Layer.Form form, KeyPress key) {
    return filled(state, form, key).map(draft -> Asking.drawn(state, form, draft));
  }

  private static Optional<Draft> filled(State state, Layer.Form form, KeyPress key) {
    Draft draft = form.draft();
    Slot slot = form.focus();
    return switch (slot.manner()) {
      case LINES -> edited(state, draft.field(slot), key).map(field -> draft.with(slot, field));
      case LINE -> Typing.edited(draft.field(slot), key).map(field -> draft.with(slot, field));
      case WORD, NUMBER -> chosen(Slots.of(draft, state.world().house()), slot, key);
    };
  }

  private static Optional<Field> edited(State state, Field field, KeyPress key) {
    return switch (key.name()) {
      case "enter" -> Optional.of(field.typed("\n"));
      case "up" -> vertical(state, field, -1);
      case "down" -> vertical(state, field, 1);
      default -> Typing.edited(field, key);
    };
  }

  // Above the first row and below the last one, the key leaves the text.
  private static Optional<Field> vertical(State state, Field field, int rows) {
    int cells = FormShape.textColumns(state.world().size()) - 1;
    TextRows text = TextRows.of(field.text(), cells);
    int row = text.row(field.cursor()) + rows;
    return row < 0 || row >= text.rows().size()
        ? Optional.empty()
        : Optional.of(new Field(field.text(), text.below(field.cursor(), row)));
  }

  private static Optional<Draft> chosen(Slots slots, Slot slot, KeyPress key) {
    if (slots.choices(slot).isEmpty()) {
      return word(slots, slot, key);
    }
    return switch (key.name()) {
      case "left" -> Optional.of(beside(slots, slot, -1));
      case "right", "space" -> Optional.of(beside(slots, slot, 1));
      default -> slots.typed(slot) ? word(slots, slot, key) : lettered(slots, slot, key);
    };
  }

  private static Draft beside(Slots slots, Slot slot, int places) {
    List<String> choices = slots.choices(slot);
    int at = choices.indexOf(slots.effective(slot));
    int next = at < 0 && places < 0 ? choices.size() - 1 : at + places;
    return said(slots.draft(), slot, choices.get(Math.floorMod(next, choices.size())));
  }

  private static Draft said(Draft draft, Slot slot, String text) {
    return text.isEmpty() ? draft.without(slot) : draft.with(slot, text);
  }

  private static Optional<Draft> word(Slots slots, Slot slot, KeyPress key) {
    Draft draft = slots.draft();
    if (key.types() && !fits(slot, key.typed())) {
      return Optional.of(draft);
    }
    return Typing.edited(draft.field(slot), key).map(field -> draft.with(slot, field));
  }

  private static boolean fits(Slot slot, String text) {
    return slot.manner() == Slot.Manner.NUMBER
        ? text.matches("[0-9-]+")
        : text.codePoints().noneMatch(Character::isWhitespace);
  }

  // A letter chooses the next word that begins with it; Backspace says nothing any more.
  private static Optional<Draft> lettered(Slots slots, Slot slot, KeyPress key) {
    if (key.name().equals("backspace") || key.name().equals("delete")) {
      return Optional.of(slots.draft().without(slot));
    }
    if (!key.types()) {
      return Optional.empty();
    }
    List<String> choices = slots.choices(slot);
    String letter = key.typed().toLowerCase(Locale.ROOT);
    int from = choices.indexOf(slots.effective(slot)) + 1;
    for (int step = 0; step < choices.size(); step++) {
      String choice = choices.get(Math.floorMod(from + step, choices.size()));
      if (choice.startsWith(letter)) {
        return Optional.of(said(slots.draft(), slot, choice));
      }
    }
    return Optional.of(slots.draft());
  }

  /// Puts pasted text into the place that has the focus.
  static Step pasted(State state, Layer.Form form, String text) {
    Slots slots = Slots.of(form.draft(), state.world().house());
    Slot slot = form.focus();
    if (!slots.typed(slot)) {
      return Step.to(Messages.warn(state, slot.label() + " is chosen, not typed"));
    }
    Pasting pasting = Pasting.of(text, slot.manner());
    Field field = form.draft().field(slot).typed(pasting.kept());
    Step step = Asking.drawn(state, form, form.draft().with(slot, field));
    return pasting
        .remark()
        .map(remark -> new Step(Messages.warn(step.state(), remark), step.effects()))
        .orElse(step);
  }
}
