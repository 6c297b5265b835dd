package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Options;
import dev.easel.app.tui.dashboard.state.Pictures;
import dev.easel.app.tui.dashboard.state.Sight;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.picture.Wanted;
import dev.easel.app.tui.screen.Area;
import dev.easel.app.tui.screen.Size;
import dev.easel.domain.ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Which pictures are to be seen, and in which order they are read: one after the other, what the
/// user looks at first.
public final class Looking {

  private Looking() {}

  /// After whatever happened: asks for the next picture when one is to be read now.
  static Step after(Step step) {
    State state = step.state();
    Pictures pictures = state.pictures().wanting(wanted(state), state.world().now());
    return pictures
        .next(state.world().now())
        .map(one ->
            new Step(state.with(pictures.drawing(one)), step.effects())
                .and(new Effect.DrawPicture(one)))
        .orElseGet(() -> new Step(state.with(pictures), step.effects()));
  }

  private static List<Wanted> wanted(State state) {
    if (state.options().pictures() == Options.PictureMode.NONE) {
      return List.of();
    }
    return state
        .layers()
        .highest(Layer.Picture.class)
        .map(layer -> picture(layer, state.world().size()))
        .or(() ->
            state
                .layers()
                .highest(Layer.Detail.class)
                .map(layer -> detail(layer, state.world().size())))
        .orElseGet(() -> tab(state));
  }

  private static List<Wanted> picture(Layer.Picture layer, Size size) {
    return Sight.of(layer.entry(), layer.sight()).stream()
        .map(sight -> wanted(layer, sight, DetailLayout.picture(size)))
        .toList();
  }

  /// What a picture alone wants to show of itself.
  public static Wanted wanted(Layer.Picture layer, Sight sight, Area area) {
    return new Wanted(sight.sha256(), area.columns(), area.rows(), layer.scale());
  }

  private static List<Wanted> detail(Layer.Detail layer, Size size) {
    return Sight.of(layer.entry(), layer.sight()).stream()
        .map(sight -> fit(sight.sha256(), DetailLayout.detailPicture(size)))
        .toList();
  }

  /// What fits into an area.
  public static Wanted fit(String sha256, Area area) {
    return Wanted.fit(sha256, area.columns(), area.rows());
  }

  private static List<Wanted> tab(State state) {
    return switch (state.place().tab()) {
      case GALLERY -> gallery(state);
      case OVERVIEW -> overview(state);
      case REQUESTS -> requests(state);
      case STATS -> List.of();
    };
  }

  private static List<Wanted> overview(State state) {
    return OverviewLayout.picture(state)
        .flatMap(area -> OverviewLayout.pictured(state).map(entry -> fit(first(entry), area)))
        .stream()
        .toList();
  }

  private static List<Wanted> requests(State state) {
    return state.requests().listing().current().stream()
        .flatMap(entry ->
            RequestsLayout.of(TabLayout.body(state), entry).picture().stream()
                .map(area -> fit(first(entry), area.within())))
        .toList();
  }

  private static String first(Entry entry) {
    return Sight.of(entry).getFirst().sha256();
  }

  private static List<Wanted> gallery(State state) {
    GalleryGrid grid = GalleryGrid.of(state.world().size());
    Gallery gallery = Gallery.of(state.requests());
    int first = gallery.first(grid);
    List<Wanted> wanted = new ArrayList<>();
    List<Entry> page = gallery.page(grid);
    for (int number = 0; number < page.size(); number++) {
      Wanted tile = tile(page.get(number), grid.tile(number));
      if (first + number == gallery.chosen()) {
        wanted.addFirst(tile);
      } else {
        wanted.add(tile);
      }
    }
    return wanted;
  }

  /// What a tile of the gallery shows: the first picture of its request.
  public static Wanted tile(Entry entry, Area tile) {
    return fit(first(entry), GalleryGrid.picture(tile));
  }

  /// After entries changed, their pictures among it: what is known of those is forgotten.
  static State forgetting(State state, List<Entry> entries) {
    Set<String> names =
        entries.stream()
            .flatMap(entry -> entry.images().stream())
            .map(picture -> picture.sha256())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return state.with(state.pictures().without(names));
  }
}
