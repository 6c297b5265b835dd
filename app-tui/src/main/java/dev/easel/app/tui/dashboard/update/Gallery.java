package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Listing;
import dev.easel.app.tui.dashboard.state.Pictured;
import dev.easel.app.tui.dashboard.state.Requests;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.dashboard.state.Tab;
import dev.easel.domain.ledger.Entry;
import java.util.List;
import java.util.Optional;

/// The pictures of the list of requests: the same filter, order and marks, and the same one is
/// chosen. What has no picture is passed over.
///
/// @param entries those that have pictures, as far as the list has been read
/// @param chosen the index of the chosen one, 0 when there are none
public record Gallery(List<Entry> entries, int chosen) {

  // With so many requests without a picture behind one another it reads on only when asked to.
  private static final int MOST_WITHOUT = 5_000;

  /// That of a list.
  public static Gallery of(Requests requests) {
    Pictured pictured = requests.pictured();
    return new Gallery(pictured.entries(), pictured.index(requests.listing().chosen()));
  }

  /// The chosen one.
  public Optional<Entry> current() {
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(chosen));
  }

  /// The first on the page of the chosen one.
  public int first(GalleryGrid grid) {
    return chosen / grid.page() * grid.page();
  }

  /// Those on the page of the chosen one.
  public List<Entry> page(GalleryGrid grid) {
    int first = first(grid);
    return entries.subList(first, Math.min(entries.size(), first + grid.page()));
  }

  /// Goes some pictures on, or back below zero.
  static Step by(State state, int count) {
    Listing listing = state.requests().listing();
    Gallery gallery = of(state.requests());
    if (gallery.entries.isEmpty()) {
      return Reading.more(state);
    }
    int most = gallery.entries.size() - 1;
    int index = Math.clamp((long) gallery.chosen + count, 0, most);
    int place = state.requests().pictured().places().get(index);
    State moved = Lists.with(state, listing.choosing(place));
    return gallery.chosen + count > most ? Reading.more(moved) : Step.to(moved);
  }

  /// Goes some rows of pictures down, or up below zero; never into a row that is not there.
  static Step rows(State state, int count) {
    int across = GalleryGrid.of(state.world().size()).across();
    Gallery gallery = of(state.requests());
    long wanted = gallery.chosen + (long) count * across;
    return wanted < 0 && gallery.chosen < across && count == -1
        ? Step.to(state)
        : by(state, Math.clamp((long) count * across, -1_000_000, 1_000_000));
  }

  /// Goes some pages on, or back below zero.
  static Step pages(State state, int count) {
    return by(state, count * GalleryGrid.of(state.world().size()).page());
  }

  /// Reads on while the page is not full and there may be more pictures.
  static Step filled(Step step) {
    State state = step.state();
    Listing listing = state.requests().listing();
    if (state.place().tab() != Tab.GALLERY
        || listing.next() == null
        || listing.asking() != null
        || listing.trouble() != null) {
      return step;
    }
    GalleryGrid grid = GalleryGrid.of(state.world().size());
    Gallery gallery = of(state.requests());
    boolean full = gallery.entries.size() >= gallery.first(grid) + grid.page();
    return full || without(state.requests()) >= MOST_WITHOUT ? step : step.then(Reading::more);
  }

  private static int without(Requests requests) {
    List<Integer> places = requests.pictured().places();
    return requests.listing().entries().size() - (places.isEmpty() ? 0 : places.getLast());
  }
}
