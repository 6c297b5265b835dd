package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Click;
import dev.easel.app.tui.dashboard.state.Field;
import dev.easel.app.tui.dashboard.state.Slot;
import dev.easel.app.tui.dashboard.update.FormShape;
import dev.easel.app.tui.dashboard.update.Slots;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Cell;
import dev.easel.app.tui.screen.Ground;
import dev.easel.app.tui.screen.Ink;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.TextRows;
import dev.easel.app.tui.text.VisibleText;

/// One place of the form, with what it is called before it.
///
/// @param focused whether it is the one that is filled in
/// @param broken whether something stands against it
record SlotView(Slots slots, Slot slot, boolean focused, boolean broken) {

  private static final int MANY = 200;

  void draw(Canvas canvas) {
    canvas.target(new Click.OnSlot(slot, 0));
    if (broken) {
      canvas.text(0, 0, "✗", Role.BAD);
    } else if (focused) {
      canvas.text(0, 0, "▶", Role.KEY);
    }
    canvas.text(2, 0, slot.label(), focused ? Role.KEY : Role.TEXT);
    Canvas value = canvas.part(canvas.area().rightOf(FormShape.LABEL));
    switch (slot.manner()) {
      case LINES -> lines(canvas, value);
      case LINE -> line(value);
      case WORD, NUMBER -> word(value);
    }
  }

  private Field field() {
    return slots.draft().field(slot);
  }

  private void lines(Canvas canvas, Canvas value) {
    Field field = field();
    TextRows rows = TextRows.of(field.text(), value.columns() - 1);
    int at = rows.row(field.cursor());
    int last = Math.max(0, rows.rows().size() - value.rows());
    int first = Math.clamp(at - value.rows() / 2, 0, last);
    for (int row = 0; row < value.rows() && first + row < rows.rows().size(); row++) {
      TextRows.Row shown = rows.rows().get(first + row);
      value.text(0, row, rows.visible(shown.from(), shown.to()), Role.INPUT);
    }
    if (focused) {
      String before = rows.visible(rows.rows().get(at).from(), field.cursor());
      cursor(value, value.text(0, at - first, before, Role.INPUT), at - first);
    } else if (field.text().isEmpty()) {
      value.text(0, 0, hint(), Role.MUTED);
    }
    long count = field.text().codePointCount(0, field.text().length());
    if (count > MANY) {
      canvas.text(2, 1, Figures.count(count), Role.MUTED);
    }
  }

  private String hint() {
    return switch (slot) {
      case PICTURES -> "paths of pictures to work from, one a line";
      case MASK -> "path of a picture whose transparent parts may change";
      case MARKUP -> "path of a transparent overlay with marks";
      case MORE -> "any other parameter: name=value name=value";
      default -> "";
    };
  }

  private static void cursor(Canvas canvas, int column, int row) {
    int there = Math.min(column, canvas.columns() - 1);
    if (there < 0 || row < 0 || row >= canvas.rows()) {
      return;
    }
    Cell under = canvas.cell(there, row);
    String glyph = under.glyph().isEmpty() ? " " : under.glyph();
    canvas.put(there, row, new Cell(glyph, new Ink.Painted(Role.INPUT, Ground.CURSOR)));
  }

  private void line(Canvas value) {
    if (focused) {
      FieldView.draw(value, field());
    } else if (field().text().isEmpty()) {
      value.text(0, 0, hint(), Role.MUTED);
    } else {
      value.text(
          0, 0, Cells.shortened(VisibleText.line(field().text()), value.columns()), Role.INPUT);
    }
  }

  private void word(Canvas value) {
    boolean choices = !slots.choices(slot).isEmpty();
    int column = value.text(0, 0, choices ? "‹ " : "", Role.MUTED);
    Canvas room = value.part(value.area().rightOf(column));
    int end = focused && typing() ? typed(room) : chosen(room);
    value.text(column + end, 0, choices ? " ›" : "", Role.MUTED);
    if (choices) {
      value.part(value.area().left(column)).target(new Click.OnSlot(slot, -1));
      value.part(value.area().rightOf(column + end).left(2)).target(new Click.OnSlot(slot, 1));
    }
  }

  private boolean typing() {
    return slots.typed(slot) && !field().text().isEmpty();
  }

  private int typed(Canvas room) {
    int wide = Math.min(room.columns() - 2, Cells.width(VisibleText.line(field().text())) + 1);
    FieldView.draw(room.part(room.area().left(wide)), field());
    return wide;
  }

  private int chosen(Canvas room) {
    String value = slots.value(slot);
    String standard = slots.standard(slot);
    String shown = value.isEmpty() ? standard.isEmpty() ? "standard" : standard : value;
    int most = Math.max(1, room.columns() - 2);
    int end =
        room.text(
            0,
            0,
            Cells.shortened(VisibleText.line(shown), most),
            value.isEmpty() ? Role.MUTED : Role.TEXT);
    if (focused) {
      room.part(room.area().left(end)).ground(Ground.CHOSEN);
    }
    return end;
  }
}
