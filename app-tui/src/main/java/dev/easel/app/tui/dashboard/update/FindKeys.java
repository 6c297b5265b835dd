package dev.easel.app.tui.dashboard.update;

import java.util.List;

/// The keys that decide which entries are listed, and in which order.
final class FindKeys {

  private FindKeys() {}

  /// All of them.
  static List<Binding> all() {
    return List.of(
        Binding.of("filter", "/", "/", "filter", Group.FIND, Scopes.TABS, Filtering::open)
            .hinted("filter"),
        Binding.of(
                "sort",
                "s",
                "s",
                "sort by time, cost, latency",
                Group.FIND,
                Scopes.LISTED,
                state ->
                    Reading.first(
                        Lists.change(
                            state, listing -> listing.ordered(listing.order().nextColumn()))))
            .hinted("sort"),
        Binding.of(
            "reverse",
            "S",
            "S",
            "the other way round",
            Group.FIND,
            Scopes.LISTED,
            state ->
                Reading.first(
                    Lists.change(state, listing -> listing.ordered(listing.order().reversed())))),
        Binding.of(
            "follow",
            "F",
            "F",
            "follow the newest, or not",
            Group.FIND,
            Scopes.LISTED,
            state ->
                Step.to(Lists.change(state, listing -> listing.following(!listing.following())))),
        Binding.of(
                "range",
                "t",
                "t",
                "how far back to look",
                Group.FIND,
                Scopes.TABS,
                state -> Places.over(state, state.place().range().next()))
            .hinted("range"));
  }
}
