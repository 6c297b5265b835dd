package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Message.Severity;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.StoredPicture;
import dev.easel.domain.usecase.SettleEntry.Settling;
import dev.easel.domain.usecase.Studio;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Writes what the user decides about entries.
final class Marker {

  private final Studio studio;
  private final Consumer<Event> events;

  Marker(Studio studio, Consumer<Event> events) {
    this.studio = studio;
    this.events = events;
  }

  /// Puts star and tags on entries.
  void mark(Effect.Mark wanted) {
    List<Entry> marked =
        wanted.entries().stream()
            .map(entry -> studio.markEntry().mark(entry, wanted.marks()))
            .toList();
    events.accept(new Event.Changed(marked));
  }

  /// Settles an unknown entry.
  void settle(Effect.Settle wanted) {
    Settling settling = studio.settleEntry().charged(wanted.entry(), wanted.charged());
    switch (settling) {
      case Settling.Settled(Entry entry) -> {
        events.accept(new Event.Changed(List.of(entry)));
        tell(Severity.SUCCESS, "#%s is %s".formatted(entry.id().shortForm(), entry.state().word()));
      }
      case Settling.NotUnknown(Entry entry) ->
          tell(
              Severity.WARNING,
              "#%s is %s already".formatted(entry.id().shortForm(), entry.state().word()));
      case Settling.AmountNeeded(Entry entry) ->
          tell(
              Severity.WARNING,
              "nothing tells what #%s cost: use :settle AMOUNT".formatted(entry.id().shortForm()));
    }
  }

  /// Deletes the pictures of entries.
  void delete(List<Entry> entries) {
    int deleted = 0;
    int failed = 0;
    for (Entry entry : entries) {
      for (String sha256 : names(entry)) {
        try {
          deleted += studio.pictures().delete(sha256) ? 1 : 0;
        } catch (PictureStore.Unstorable _) {
          failed++;
        }
      }
    }
    events.accept(new Event.Changed(entries));
    if (failed > 0) {
      tell(Severity.ERROR, Figures.counted(failed, "picture", "pictures") + " cannot be deleted");
    } else {
      tell(Severity.SUCCESS, Figures.counted(deleted, "picture", "pictures") + " deleted");
    }
  }

  private static List<String> names(Entry entry) {
    return entry.images().stream()
        .map(StoredPicture::sha256)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private void tell(Severity severity, String text) {
    events.accept(new Event.Told(severity, text));
  }
}
