package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Layers;
import dev.easel.app.tui.dashboard.state.Sight;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.Tab;
import dev.easel.app.tui.picture.Preview;
import dev.easel.app.tui.picture.Wanted.Scale;
import dev.easel.app.tui.screen.Area;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.StoredPicture;
import dev.easel.domain.usecase.Explanation;
import java.util.List;
import java.util.Optional;

/// One request looked at closely, and one picture.
final class Details {

  private static final int STRIDE = 8;

  private Details() {}

  /// Opens the chosen request.
  static Step open(State state) {
    return Subject.of(state)
        .map(entry -> Step.to(state.under(Layer.Detail.of(entry)), new Effect.Explain(entry)))
        .orElse(Step.to(state));
  }

  /// Opens the picture of the chosen request, that which its detail shows.
  static Step look(State state) {
    int sight = state.layers().highest(Layer.Detail.class).map(Layer.Detail::sight).orElse(0);
    return Subject.of(state)
        .map(entry -> Step.to(state.under(Layer.Picture.of(entry, sight))))
        .orElse(Step.to(state));
  }

  /// Why there is no picture to look at.
  static Optional<String> sightless(State state) {
    return Subject.of(state).filter(entry -> !Sight.of(entry).isEmpty()).isPresent()
        ? Optional.empty()
        : Optional.of("there is no picture");
  }

  /// Why there are no others of the same request.
  static Optional<String> single(State state) {
    return Subject.of(state).filter(entry -> Sight.of(entry).size() > 1).isPresent()
        ? Optional.empty()
        : Optional.of("there is no other picture of it");
  }

  /// Why nothing lies to the side of a picture.
  static Optional<String> still(State state) {
    boolean whole =
        state
            .layers()
            .highest(Layer.Picture.class)
            .filter(picture -> picture.scale() instanceof Scale.Full)
            .isEmpty();
    return whole ? single(state) : Optional.empty();
  }

  /// Goes to a newer request, or to an older one below it in the list.
  static Step beside(State state, int rows) {
    Layers layers = state.layers();
    State bare = state.with(Layers.NONE);
    Step moved =
        state.place().tab() == Tab.GALLERY ? Gallery.by(bare, rows) : Moving.by(bare, rows);
    return Subject.of(moved.state())
        .map(entry -> with(new Step(moved.state().with(layers), moved.effects()), entry))
        .orElse(Step.to(state));
  }

  private static Step with(Step step, Entry entry) {
    Layers layers = step.state().layers();
    boolean detailed = layers.highest(Layer.Detail.class).isPresent();
    Layers other = layers.replaced(Layer.Detail.of(entry)).replaced(Layer.Picture.of(entry, 0));
    Step looked = new Step(step.state().with(other), step.effects());
    return detailed ? looked.and(new Effect.Explain(entry)) : looked;
  }

  static State explained(State state, Explanation explanation) {
    return change(
        state,
        detail ->
            detail.entry().id().equals(explanation.entry().id())
                ? detail.explained(explanation)
                : detail);
  }

  /// After entries changed: what is looked at is shown as it is now.
  static Step changed(State state, List<Entry> entries) {
    Step step = Step.to(state);
    for (Entry entry : entries) {
      step = step.then(now -> changed(now, entry));
    }
    return step;
  }

  private static Step changed(State state, Entry entry) {
    Layers layers = state.layers();
    Optional<Layer.Picture> picture =
        layers.highest(Layer.Picture.class).filter(one -> same(one.entry(), entry));
    Layers looked = picture.map(one -> layers.replaced(one.about(entry))).orElse(layers);
    return layers
        .highest(Layer.Detail.class)
        .filter(one -> same(one.entry(), entry))
        .map(one ->
            Step.to(state.with(looked.replaced(one.about(entry))), new Effect.Explain(entry)))
        .orElseGet(() -> Step.to(state.with(looked)));
  }

  private static boolean same(Entry one, Entry other) {
    return one.id().equals(other.id());
  }

  /// Shows it as JSON, or in words again.
  static Step raw(State state) {
    return Step.to(change(state, detail -> detail.raw(!detail.raw())));
  }

  /// Goes some lines down, or up below zero.
  static State scrolled(State state, Layer.Detail detail, int rows) {
    Area text = DetailLayout.text(state.world().size(), detail);
    int lines = DetailLines.of(detail, state, text.columns()).size();
    int most = Math.max(0, lines - text.rows());
    int first = Math.clamp((long) Math.min(detail.first(), most) + rows, 0, most);
    return state.with(state.layers().replaced(detail.from(first)));
  }

  /// Shows the next picture of the same request, or the one before; of a picture in full size, what
  /// lies to its right or left.
  static Step sideways(State state, int step) {
    Layer.Picture picture = state.layers().highest(Layer.Picture.class).orElse(null);
    if (picture != null) {
      State other = beside(state, picture, step);
      return Step.to(change(other, detail -> detail.seeing(seen(other).orElse(detail.sight()))));
    }
    return Step.to(change(state, detail -> detail.seeing(detail.sight() + step)));
  }

  private static Optional<Integer> seen(State state) {
    return state.layers().highest(Layer.Picture.class).map(Layer.Picture::sight);
  }

  private static State beside(State state, Layer.Picture picture, int step) {
    return switch (picture.scale()) {
      case Scale.Fit() ->
          state.with(state.layers().replaced(picture.seeing(picture.sight() + step)));
      case Scale.Full full -> panned(state, picture, full, step * STRIDE, 0);
    };
  }

  /// Of a picture in full size, shows what lies below, or above.
  static State vertically(State state, Layer.Picture picture, int rows) {
    return switch (picture.scale()) {
      case Scale.Fit() -> state;
      case Scale.Full full ->
          panned(state, picture, full, 0, Math.clamp(rows, -1_000, 1_000) * STRIDE / 2);
    };
  }

  private static State panned(
      State state, Layer.Picture picture, Scale.Full full, int columns, int rows) {
    Area area = DetailLayout.picture(state.world().size());
    Preview.Drawn drawn = drawn(state, picture, area).orElse(null);
    if (drawn == null) {
      return state;
    }
    Scale moved =
        new Scale.Full(
            inside(full.left(), columns, drawn.width() - area.columns()),
            inside(full.top(), rows * 2, drawn.height() - area.rows() * 2));
    return state.with(state.layers().replaced(picture.scaled(moved)));
  }

  private static int inside(int place, int step, int most) {
    int last = Math.max(0, most);
    return Math.clamp((long) Math.min(place, last) + step, 0, last);
  }

  /// The picture in full size around its middle, or all of it again.
  static Step zoom(State state) {
    Layer.Picture picture = state.layers().highest(Layer.Picture.class).orElse(null);
    if (picture == null) {
      return Step.to(state);
    }
    Scale other =
        switch (picture.scale()) {
          case Scale.Fit() -> middle(state, picture);
          case Scale.Full _ -> new Scale.Fit();
        };
    return Step.to(state.with(state.layers().replaced(picture.scaled(other))));
  }

  private static Scale middle(State state, Layer.Picture picture) {
    Area area = DetailLayout.picture(state.world().size());
    return Sight.of(picture.entry(), picture.sight())
        .map(Sight::stored)
        .flatMap(stored -> middle(stored, area))
        .orElseGet(() -> new Scale.Full(0, 0));
  }

  private static Optional<Scale> middle(StoredPicture stored, Area area) {
    Integer width = stored.width();
    Integer height = stored.height();
    return width == null || height == null
        ? Optional.empty()
        : Optional.of(
            new Scale.Full(
                inside((width - area.columns()) / 2, 0, width),
                inside(height / 2 - area.rows(), 0, height)));
  }

  private static Optional<Preview.Drawn> drawn(State state, Layer.Picture picture, Area area) {
    return Sight.of(picture.entry(), picture.sight())
        .map(sight -> Looking.wanted(picture, sight, area))
        .flatMap(state.pictures()::preview)
        .filter(Preview.Drawn.class::isInstance)
        .map(Preview.Drawn.class::cast);
  }

  /// Whether pictures lie beside one another here, so that left and right lead to them.
  static boolean onGallery(State state) {
    return state.layers().top().isEmpty() && state.place().tab() == Tab.GALLERY;
  }

  private static State change(State state, java.util.function.UnaryOperator<Layer.Detail> change) {
    return state
        .layers()
        .highest(Layer.Detail.class)
        .map(detail -> state.with(state.layers().replaced(change.apply(detail))))
        .orElse(state);
  }
}
