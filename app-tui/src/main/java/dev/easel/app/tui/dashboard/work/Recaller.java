package dev.easel.app.tui.dashboard.work;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Wish;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Upload;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Input;
import dev.easel.domain.ledger.PictureStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds what an entry was made of, so that it can be made again.
final class Recaller {

  private final PictureStore pictures;
  private final Assessor assessor;
  private final Consumer<Event> events;

  Recaller(PictureStore pictures, Assessor assessor, Consumer<Event> events) {
    this.pictures = pictures;
    this.assessor = assessor;
    this.events = events;
  }

  /// A picture that an entry was made of, and which Easel has.
  private record Found(Input input, PictureStore.Picture picture) {

    Upload.Role role() {
      return Upload.Role.valueOf(input.role().toUpperCase(Locale.ROOT));
    }

    Upload upload() {
      return new Upload(
          role(),
          input.name().isEmpty() ? "picture." + picture.extension() : input.name(),
          picture.mediaType(),
          picture.sha256(),
          picture.content());
    }
  }

  /// Answers a question, be it that something is missing.
  void answer(Effect.Recall question) {
    Entry entry = question.entry();
    List<Found> found = found(entry);
    if (found.size() < entry.inputs().size()) {
      events.accept(new Event.RecallTroubled(question.asked(), missing(entry, found)));
    } else if (question.again()) {
      ImageRequest request = request(entry, found.stream().map(Found::upload).toList());
      events.accept(
          new Event.Recalled(question.asked(), entry, assessor.assessment(request, List.of())));
    } else {
      events.accept(new Event.Reopened(question.asked(), entry, files(found)));
    }
  }

  private List<Found> found(Entry entry) {
    List<Found> found = new ArrayList<>();
    for (Input input : entry.inputs()) {
      Optional<PictureStore.Picture> picture = pictures.find(input.sha256());
      picture.ifPresent(one -> found.add(new Found(input, one)));
    }
    return found;
  }

  private static String missing(Entry entry, List<Found> found) {
    List<Input> there = found.stream().map(Found::input).toList();
    List<String> names =
        entry.inputs().stream()
            .filter(input -> !there.contains(input))
            .map(input -> input.name().isEmpty() ? input.role() : input.name())
            .toList();
    return "#%s cannot be made again: Easel does not have %s that it was made of (%s)"
        .formatted(
            entry.id().shortForm(),
            Figures.counted(names.size(), "picture", "pictures"),
            String.join(", ", names));
  }

  private static ImageRequest request(Entry entry, List<Upload> uploads) {
    return new ImageRequest(
        entry.operation(),
        entry.provider(),
        entry.model(),
        entry.prompt(),
        entry.requested(),
        uploads);
  }

  private static List<Wish.PictureFile> files(List<Found> found) {
    return found.stream()
        .map(one -> new Wish.PictureFile(one.role(), one.picture().path()))
        .toList();
  }
}
