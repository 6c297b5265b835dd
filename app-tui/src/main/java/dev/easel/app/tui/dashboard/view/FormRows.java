package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.dashboard.state.Assessment;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Slot;
import dev.easel.app.tui.dashboard.update.FormShape;
import dev.easel.app.tui.dashboard.update.Slots;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Canvas;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.TextRows;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.app.tui.text.Wrapping;
import dev.easel.domain.image.Lifecycle;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.Violation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The places of the form, one below the other and short ones side by side, each with what stands
/// against it. Where there is not room for all, the one that has the focus is to be seen.
///
/// @param blocks what stands one below the other
/// @param across how many short places stand side by side
/// @param shown how many rows are drawn
record FormRows(List<Block> blocks, Layer.Form form, Slots slots, int across, int shown) {

  private static final int SIDE_BY_SIDE = 32;
  private static final int FEWEST_PROMPT = 2;
  private static final int USUAL_PROMPT = 4;
  private static final int MOST_PROMPT = 10;
  private static final int MOST_PICTURES = 4;

  /// Copies the list.
  FormRows {
    blocks = List.copyOf(blocks);
  }

  /// Some places side by side, or a remark when there is no place in it.
  record Block(List<Slot> places, int rows, String remark, Role role) {

    static Block of(List<Slot> places, int rows) {
      return new Block(List.copyOf(places), rows, "", Role.TEXT);
    }

    static Block of(String remark, Role role) {
      return new Block(List.of(), 1, remark, role);
    }

    static boolean wide(Slot slot) {
      return switch (slot.manner()) {
        case LINES, LINE -> true;
        case WORD, NUMBER -> slot == Slot.MODEL;
      };
    }

    boolean alone() {
      return places.stream().allMatch(Block::wide);
    }
  }

  /// The rows of a form.
  ///
  /// @param cells how wide they are
  /// @param room how many rows there are at most
  static FormRows of(Layer.Form form, Scene scene, int cells, int room) {
    Slots slots = Slots.of(form.draft(), scene.state().world().house());
    Building building = new Building(form, slots, cells, day(scene));
    List<Block> others = building.others();
    int used = others.stream().mapToInt(Block::rows).sum();
    List<Block> all = building.prompt(room - used);
    all.addAll(others);
    int total = all.stream().mapToInt(Block::rows).sum();
    int shown = Math.min(total, Math.max(1, room));
    return new FormRows(all, form, slots, building.across(), shown);
  }

  private static LocalDate day(Scene scene) {
    return LocalDate.ofInstant(scene.now(), ZoneOffset.UTC);
  }

  void draw(Canvas canvas) {
    int first = first(canvas.rows());
    int top = -first;
    for (Block block : blocks) {
      draw(canvas, block, top);
      top += block.rows();
    }
    int right = canvas.columns() - 1;
    canvas.text(right, 0, first > 0 ? "↑" : "", Role.MUTED);
    canvas.text(right, canvas.rows() - 1, top > canvas.rows() ? "↓" : "", Role.MUTED);
  }

  private int first(int room) {
    int total = blocks.stream().mapToInt(Block::rows).sum();
    int top = 0;
    int middle = 0;
    for (Block block : blocks) {
      middle = block.places().contains(form.focus()) ? top + block.rows() / 2 : middle;
      top += block.rows();
    }
    return Math.clamp(middle - room / 2, 0, Math.max(0, total - room));
  }

  private void draw(Canvas canvas, Block block, int top) {
    if (top < 0 || top >= canvas.rows()) {
      return;
    }
    Canvas row = canvas.part(canvas.area().below(top).top(block.rows()));
    row.text(FormShape.LABEL, 0, block.remark(), block.role());
    List<Area> parts = row.area().columns(block.alone() ? 1 : across);
    for (int index = 0; index < block.places().size(); index++) {
      Slot slot = block.places().get(index);
      new SlotView(slots, slot, slot == form.focus(), broken(slot))
          .draw(row.part(parts.get(index)));
    }
  }

  private boolean broken(Slot slot) {
    return !violations(form, slots, slot).isEmpty();
  }

  // That nothing was said yet is told when it is to be sent.
  private static List<Violation> violations(Layer.Form form, Slots slots, Slot slot) {
    Assessment answer = form.answer();
    boolean begun = slot != Slot.PROMPT || !form.draft().text(slot).isBlank();
    return answer == null || !begun
        ? List.of()
        : answer.violations().stream().filter(one -> slots.place(one.parameter()) == slot).toList();
  }

  /// Puts the blocks together.
  private record Building(Layer.Form form, Slots slots, int cells, LocalDate day) {

    List<Block> prompt(int room) {
      int rows = textRows(Slot.PROMPT);
      int wanted = Math.clamp(rows, USUAL_PROMPT, MOST_PROMPT);
      List<Block> blocks = new ArrayList<>();
      int remarks = remarks(Slot.PROMPT).size();
      blocks.add(
          Block.of(
              List.of(Slot.PROMPT),
              Math.clamp(wanted, FEWEST_PROMPT, Math.max(FEWEST_PROMPT, room - remarks))));
      blocks.addAll(remarks(Slot.PROMPT));
      return blocks;
    }

    private int textRows(Slot slot) {
      return TextRows.of(slots.draft().text(slot), cells - FormShape.LABEL - 1).rows().size();
    }

    List<Block> others() {
      List<Block> blocks = new ArrayList<>();
      List<Slot> pending = new ArrayList<>();
      for (Slot slot : slots.shown()) {
        if (slot == Slot.PROMPT) {
          continue;
        }
        if (Block.wide(slot)) {
          flush(pending, blocks);
          blocks.add(Block.of(List.of(slot), rows(slot)));
          blocks.addAll(remarks(slot));
          continue;
        }
        pending.add(slot);
        if (pending.size() == across()) {
          flush(pending, blocks);
        }
      }
      flush(pending, blocks);
      return blocks;
    }

    private void flush(List<Slot> pending, List<Block> blocks) {
      if (!pending.isEmpty()) {
        blocks.add(Block.of(pending, 1));
        pending.forEach(slot -> blocks.addAll(remarks(slot)));
        pending.clear();
      }
    }

    int across() {
      return Math.max(1, cells / SIDE_BY_SIDE);
    }

    private int rows(Slot slot) {
      return slot == Slot.PICTURES ? Math.clamp(textRows(slot), 1, MOST_PICTURES) : 1;
    }

    private List<Block> remarks(Slot slot) {
      List<Block> remarks = new ArrayList<>();
      if (slot == Slot.MODEL) {
        model(remarks);
      }
      violations(form, slots, slot)
          .forEach(broken -> add(remarks, "✗ " + broken.message(), Role.BAD));
      return remarks;
    }

    private void model(List<Block> remarks) {
      ModelCard card = slots.card();
      if (card == null) {
        add(remarks, "Easel knows nothing of this model", Role.WARNING);
        return;
      }
      lifecycle(remarks, card.lifecycle());
      if (!card.note().isEmpty()) {
        String note = VisibleText.line(card.note());
        remarks.add(Block.of(Cells.shortened(note, cells - FormShape.LABEL), Role.MUTED));
      }
    }

    private void lifecycle(List<Block> remarks, Lifecycle life) {
      String instead = life.replacement() == null ? "" : "; use " + life.replacement();
      switch (life.stage(day)) {
        case ACTIVE -> {}
        case DEPRECATED ->
            add(
                remarks,
                life.shutdown() == null
                    ? "! deprecated" + instead
                    : "! to be shut down on " + life.shutdown() + instead,
                Role.WARNING);
        case SHUT_DOWN -> add(remarks, "✗ shut down since " + life.shutdown() + instead, Role.BAD);
      }
    }

    private void add(List<Block> remarks, String text, Role role) {
      Wrapping.lines(VisibleText.line(text), cells - FormShape.LABEL)
          .forEach(line -> remarks.add(Block.of(line, role)));
    }
  }
}
