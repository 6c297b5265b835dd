package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Draft;
import dev.easel.app.tui.dashboard.state.Slot;
import dev.easel.app.tui.dashboard.state.Wish;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Upload;
import dev.easel.domain.ledger.Entry;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns an entry into what stands in the form.
final class Reopening {

  private static final Set<Slot> APART =
      EnumSet.of(Slot.PROMPT, Slot.MODEL, Slot.PICTURES, Slot.MASK, Slot.MARKUP);

  private Reopening() {}

  /// The draft of an entry. What has no place of its own, or does not fit there, is said in the
  /// place for any other parameter, so that nothing is lost.
  ///
  /// @param files the pictures that it was made of
  static Draft draft(Entry entry, List<Wish.PictureFile> files, World.House house) {
    Fields requested = entry.requested().withoutNulls();
    Draft draft =
        pictured(
            Draft.EMPTY.with(Slot.PROMPT, entry.prompt()).with(Slot.MODEL, entry.model()), files);
    for (Map.Entry<String, ?> parameter : requested.asMap().entrySet()) {
      draft = said(draft, parameter.getKey(), parameter.getValue());
    }
    return fitted(draft, requested, Slots.of(draft, house));
  }

  private static Draft fitted(Draft said, Fields requested, Slots slots) {
    Draft draft = said;
    Fields rest = requested;
    for (String name : requested.asMap().keySet()) {
      Optional<Slot> slot = Slot.of(name).filter(one -> !APART.contains(one));
      if (slot.filter(one -> slots.has(one) && !slots.value(one).isEmpty()).isPresent()) {
        rest = rest.without(name);
      } else {
        draft = slot.map(draft::without).orElse(draft);
      }
    }
    return rest.isEmpty() ? draft : draft.with(Slot.MORE, Parameters.line(rest));
  }

  private static Draft said(Draft draft, String name, Object value) {
    String text =
        value instanceof Boolean flag ? (flag ? Slot.YES : Slot.NO) : String.valueOf(value);
    boolean plain = !(value instanceof Map || value instanceof List);
    return Slot.of(name)
        .filter(slot -> plain && !APART.contains(slot))
        .map(slot -> draft.with(slot, text))
        .orElse(draft);
  }

  private static Draft pictured(Draft draft, List<Wish.PictureFile> files) {
    Draft pictured = said(draft, Slot.PICTURES, paths(files, Upload.Role.IMAGE));
    Draft masked = said(pictured, Slot.MASK, paths(files, Upload.Role.MASK));
    return said(masked, Slot.MARKUP, paths(files, Upload.Role.MARKUP));
  }

  private static Draft said(Draft draft, Slot slot, String text) {
    return text.isEmpty() ? draft : draft.with(slot, text);
  }

  private static String paths(List<Wish.PictureFile> files, Upload.Role role) {
    return files.stream()
        .filter(file -> file.role() == role)
        .map(Wish.PictureFile::path)
        .collect(Collectors.joining("\n"));
  }
}
