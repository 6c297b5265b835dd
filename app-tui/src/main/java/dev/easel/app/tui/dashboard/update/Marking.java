package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Field;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.app.tui.text.Figures;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.StoredPicture;
import dev.easel.domain.usecase.MarkEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What is done with the chosen entry, or the marked ones.
final class Marking {

  private Marking() {}

  /// Marks the chosen entry, or takes its mark off, and goes one down.
  static Step mark(State state) {
    State marked =
        Subject.of(state)
            .map(entry -> Lists.change(state, listing -> listing.marking(entry.id())))
            .orElse(state);
    return Details.onGallery(marked) ? Gallery.by(marked, 1) : Moving.by(marked, 1);
  }

  /// Puts a star on, or takes it off where all have one.
  static Step star(State state) {
    List<Entry> entries = Subject.all(state);
    boolean wanted = !entries.stream().allMatch(Entry::star);
    return Step.to(
        state, new Effect.Mark(entries, new MarkEntry.Marks(wanted, Set.of(), Set.of())));
  }

  /// Opens the line for tags, with those that the chosen entry has.
  static Step tags(State state) {
    String tags = Subject.of(state).map(entry -> String.join(" ", entry.tags())).orElse("");
    return Step.to(
        state.under(new Layer.Line(Layer.Line.Purpose.TAGS, Field.of(tags), tags, null)));
  }

  /// Gives the entries the tags that were typed, instead of those that were there to begin with.
  static Step tag(State state, Layer.Line line) {
    Set<String> before = words(line.before());
    Set<String> after = words(line.field().text());
    Set<String> removed = new HashSet<>(before);
    removed.removeAll(after);
    try {
      return Step.to(
          state.with(state.layers().less()),
          new Effect.Mark(Subject.all(state), new MarkEntry.Marks(null, after, removed)));
    } catch (IllegalArgumentException wrong) {
      return Step.to(
          state.with(state.layers().topped(line.wrong(String.valueOf(wrong.getMessage())))));
    }
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>(Arrays.asList(text.strip().split("[\\s,]+")));
    words.remove("");
    return words;
  }

  /// Why it cannot be settled.
  static Optional<String> settled(State state) {
    return Subject.of(state).filter(Entry::settleable).isPresent()
        ? Optional.empty()
        : Optional.of("only what is unknown can be settled");
  }

  /// Asks what became of the money of an entry.
  static Step settle(State state) {
    return Subject.of(state)
        .map(entry -> Step.to(state.under(settling(entry))))
        .orElse(Step.to(state));
  }

  private static Layer.Menu settling(Entry entry) {
    Money risk = entry.atRisk();
    List<Layer.Choice> choices = new ArrayList<>();
    if (risk != null) {
      choices.add(
          new Layer.Choice(
              new KeyPress("c"),
              "it was charged: " + Figures.money(risk),
              List.of(new Effect.Settle(entry, null))));
    }
    choices.add(
        new Layer.Choice(
            new KeyPress("n"),
            "it was not charged",
            List.of(new Effect.Settle(entry, Money.ZERO))));
    choices.add(new Layer.Choice(new KeyPress("l"), "leave it unknown", List.of()));
    return Layer.Menu.of(
        "Settle #" + entry.id().shortForm(),
        List.of(
            Optional.ofNullable(entry.error())
                .orElse(
                    entry.images().isEmpty() ? "It has no known end." : "It has no known cost."),
            "The provider's usage page says whether it was charged; another amount is given with",
            ":settle AMOUNT"),
        choices);
  }

  /// Offers what can be copied.
  static Step copy(State state) {
    return Subject.of(state)
        .map(entry -> Step.to(state.under(copying(entry))))
        .orElse(Step.to(state));
  }

  private static Layer.Menu copying(Entry entry) {
    List<Layer.Choice> choices = new ArrayList<>();
    choices.add(copied("i", "id", entry.id().toString()));
    if (!entry.promptWithheld()) {
      choices.add(copied("p", "prompt", entry.prompt()));
      choices.add(copied("c", "command that makes it again", ShellLine.of(entry)));
    }
    entry.images().stream()
        .map(StoredPicture::sha256)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(sha256 -> choices.add(copied("s", "picture's SHA-256", sha256)));
    Optional.ofNullable(entry.requestId())
        .ifPresent(id -> choices.add(copied("r", "request id of the provider", id)));
    return Layer.Menu.of("Copy", List.of("From #" + entry.id().shortForm()), choices);
  }

  private static Layer.Choice copied(String key, String what, String text) {
    return new Layer.Choice(new KeyPress(key), what, List.of(new Effect.Copy(what, text)));
  }

  /// Why there is no picture.
  static Optional<String> pictureless(State state) {
    return Subject.all(state).stream().anyMatch(Marking::pictured)
        ? Optional.empty()
        : Optional.of("there is no picture");
  }

  private static boolean pictured(Entry entry) {
    return entry.images().stream().anyMatch(picture -> picture.sha256() != null);
  }

  /// Asks whether the pictures are to be deleted.
  static Step delete(State state) {
    List<Entry> entries = Subject.all(state).stream().filter(Marking::pictured).toList();
    List<StoredPicture> pictures =
        entries.stream().flatMap(entry -> entry.images().stream()).toList();
    long bytes =
        pictures.stream()
            .map(StoredPicture::bytes)
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .sum();
    String count = Figures.counted(pictures.size(), "picture", "pictures");
    return Step.to(
        state.under(
            Layer.Menu.of(
                "Delete " + count + "?",
                List.of(
                    "%s of %s, %s; the entries stay in the log."
                        .formatted(
                            count,
                            Figures.counted(entries.size(), "request", "requests"),
                            Figures.bytes(bytes))),
                List.of(
                    new Layer.Choice(new KeyPress("k"), "keep them", List.of()),
                    new Layer.Choice(
                        new KeyPress("d"),
                        "delete them",
                        List.of(new Effect.DeletePictures(entries)))))));
  }

  /// Opens the command line to export what is marked.
  static Step export(State state) {
    return Step.to(
        state.under(
            new Layer.Line(Layer.Line.Purpose.COMMAND, Field.of("export easel.jsonl"), "", null)));
  }

  /// Opens the picture in the system's viewer.
  static Step open(State state) {
    return Subject.of(state)
        .map(entry -> Step.to(state, new Effect.Open(entry)))
        .orElse(Step.to(state));
  }
}
