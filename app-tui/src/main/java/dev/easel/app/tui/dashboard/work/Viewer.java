package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Message.Severity;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.StoredPicture;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens pictures in the system's viewer.
final class Viewer {

  private static final List<String> OPENERS = List.of("xdg-open", "open", "wslview");

  private final PictureStore pictures;
  private final Consumer<Event> events;

  Viewer(PictureStore pictures, Consumer<Event> events) {
    this.pictures = pictures;
    this.events = events;
  }

  void open(Entry entry) {
    Optional<String> path =
        entry.images().stream()
            .map(StoredPicture::sha256)
            .filter(Objects::nonNull)
            .flatMap(sha256 -> pictures.find(sha256).stream())
            .map(PictureStore.Picture::path)
            .findFirst();
    path.ifPresentOrElse(
        this::open, () -> tell(Severity.WARNING, "the picture is not there any more"));
  }

  private void open(String path) {
    for (String opener : OPENERS) {
      try {
        new ProcessBuilder(opener, path)
            .redirectInput(Redirect.from(new java.io.File("/dev/null")))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
        tell(Severity.SUCCESS, "opened " + path);
        return;
      } catch (IOException _) {
        // the next one may be there
      }
    }
    tell(Severity.WARNING, "no viewer is there; the picture is " + path);
  }

  private void tell(Severity severity, String text) {
    events.accept(new Event.Told(severity, text));
  }
}
