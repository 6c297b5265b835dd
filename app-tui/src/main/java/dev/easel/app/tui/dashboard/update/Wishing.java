package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Draft;
import dev.easel.app.tui.dashboard.state.Slot;
import dev.easel.app.tui.dashboard.state.Wish;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Upload;
import java.util.ArrayList;
import java.util.List;

/// Turns what stands in the form into a request.
final class Wishing {

  private static final List<Slot> PARAMETERS =
      List.of(
          Slot.SIZE,
          Slot.QUALITY,
          Slot.COUNT,
          Slot.SEED,
          Slot.STEPS,
          Slot.FORMAT,
          Slot.BACKGROUND,
          Slot.COMPRESSION,
          Slot.STYLE,
          Slot.MODERATION,
          Slot.COMPLEXITY,
          Slot.FRAMES,
          Slot.FRAME_MILLIS,
          Slot.FIDELITY,
          Slot.STREAM,
          Slot.PARTIAL);

  private Wishing() {}

  /// The request that a draft asks for.
  static Wish of(Draft draft, World.House house) {
    Slots slots = Slots.of(draft, house);
    ImageRequest request =
        new ImageRequest(
            slots.edits() ? Operation.EDIT : Operation.GENERATE,
            house.provider(),
            slots.modelId(),
            draft.text(Slot.PROMPT).strip(),
            parameters(slots),
            List.of());
    return new Wish(request, files(slots), draft.text(Slot.MORE));
  }

  private static Fields parameters(Slots slots) {
    Fields parameters = Fields.NONE;
    for (Slot slot : PARAMETERS) {
      String value = slots.has(slot) ? slots.value(slot) : "";
      parameters = parameters.withPresent(slot.parameter(), plain(slot, value));
    }
    return parameters;
  }

  private static @Nullable Object plain(Slot slot, String value) {
    if (value.isEmpty()) {
      return null;
    }
    if (slot == Slot.STREAM) {
      return value.equals(Slot.YES) ? Boolean.TRUE : null;
    }
    return slot.manner() == Slot.Manner.NUMBER ? number(value) : value;
  }

  // What is no whole number is told by the rules, as text.
  private static Object number(String value) {
    try {
      return Long.valueOf(value);
    } catch (NumberFormatException _) {
      return value;
    }
  }

  private static List<Wish.PictureFile> files(Slots slots) {
    List<Wish.PictureFile> files = new ArrayList<>();
    if (slots.edits()) {
      slots
          .draft()
          .text(Slot.PICTURES)
          .lines()
          .map(Wishing::path)
          .filter(path -> !path.isEmpty())
          .forEach(path -> files.add(new Wish.PictureFile(Upload.Role.IMAGE, path)));
      overlay(files, slots, Slot.MASK, Upload.Role.MASK);
      overlay(files, slots, Slot.MARKUP, Upload.Role.MARKUP);
    }
    return files;
  }

  private static void overlay(
      List<Wish.PictureFile> files, Slots slots, Slot slot, Upload.Role role) {
    if (slots.has(slot) && !slots.value(slot).isEmpty()) {
      files.add(new Wish.PictureFile(role, path(slots.value(slot))));
    }
  }

  // A file that is dropped on a terminal arrives as a shell would have it.
  private static String path(String typed) {
    String path = typed.strip();
    boolean quoted = path.length() > 1 && path.startsWith("'") && path.endsWith("'");
    return quoted ? path.substring(1, path.length() - 1) : path.replace("\\ ", " ");
  }
}
