package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.EntryId;

/// Tells what was found in the books.
///
/// @param kind a stable word
/// @param about the id, the picture or the part that it is about
/// @param place where it is, empty where `about` says it
/// @param message what it is, one sentence
record FindingReport(String kind, String about, String place, String message, boolean wrong) {

  private static final int KIND_CELLS = 15;

  /// The report of a finding.
  static FindingReport of(BookFinding finding) {
    return switch (finding) {
      case BookFinding.Altered(EntryId id, String place, String how) ->
          of(finding, "altered", id.toString(), place, how);
      case BookFinding.Removed(EntryId id, long entries, String what) ->
          of(finding, "removed", subject(id, entries), "", what);
      case BookFinding.Repeated(EntryId id, String place) ->
          of(finding, "repeated", id.toString(), place, "the log has it more than once");
      case BookFinding.Foreign(String place, String reason) ->
          of(finding, "foreign", place, "", "no entry: " + reason);
      case BookFinding.Abandoned(EntryId id) ->
          of(finding, "abandoned", id.toString(), "", "the process that would end it is no more");
      case BookFinding.Uneven(String sum, String kept, String counted) ->
          of(finding, "uneven", sum, "", "the log says " + kept + "; its entries say " + counted);
      case BookFinding.Broken(String part, String how) -> of(finding, "broken", part, "", how);
      case BookFinding.PictureMissing(EntryId id, String sha256) ->
          of(finding, "picture_missing", sha256, "entry " + id, "it is neither there nor deleted");
      case BookFinding.PictureAltered(String sha256, String path) ->
          of(finding, "picture_altered", sha256, path, "its bytes are not those of its name");
      case BookFinding.PictureForeign(String path) ->
          of(finding, "picture_foreign", path, "", "no entry speaks of it");
    };
  }

  private static FindingReport of(
      BookFinding finding, String kind, String about, String place, String message) {
    return new FindingReport(kind, about, place, message, finding.wrong());
  }

  private static String subject(@Nullable EntryId id, long entries) {
    return id == null ? Figures.counted(entries, "entry", "entries") : id.toString();
  }

  /// One line for people.
  String line(Palette palette) {
    String sign = wrong ? palette.bad("✗") : palette.warning("!");
    String where = place.isEmpty() ? "" : " (" + VisibleText.line(place) + ")";
    String word = Cells.padded(kind.replace('_', ' '), KIND_CELLS);
    return "%s %s %s: %s%s"
        .formatted(sign, word, VisibleText.line(about), VisibleText.line(message), where);
  }

  /// The fields of a document.
  Fields fields() {
    return Fields.NONE
        .with("kind", kind)
        .with("about", about)
        .with("place", place.isEmpty() ? null : place)
        .with("message", message)
        .with("wrong", wrong);
  }
}
