package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Listing;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes in what changed in the log, by whichever process. Nothing that is chosen moves to another
/// entry, unless the newest is followed.
final class Live {

  private Live() {}

  static Step changed(State state, List<Entry> entries) {
    if (entries.isEmpty()) {
      return Step.to(state);
    }
    Step listed =
        Details.changed(Looking.forgetting(state, entries), entries)
            .then(looked -> listed(looked, entries));
    State outdated = listed.state().with(listed.state().books().outdated());
    Step step = new Step(outdated, listed.effects());
    return outdated.books().asking() == null ? step.then(Reading::books) : step;
  }

  private static Step listed(State state, List<Entry> entries) {
    Listing listing = state.requests().listing();
    return switch (listing.order()) {
      case NEWEST ->
          Step.to(Lists.with(state, merged(state, listing, entries))).and(Reading.totals(state));
      case OLDEST, DEAREST, CHEAPEST, SLOWEST, QUICKEST ->
          listing.asking() == null
              ? Reading.first(state)
              : Step.to(Lists.with(state, listing.outdated()));
    };
  }

  private static Listing merged(State state, Listing listing, List<Entry> entries) {
    Query query;
    try {
      query = Query.parse(Reading.query(state), state.world().house().zone(), state.world().now());
    } catch (Query.QueryProblem _) {
      return listing;
    }
    return listing.changed(merged(listing, query, entries));
  }

  private static List<Entry> merged(Listing listing, Query query, List<Entry> changed) {
    Map<EntryId, Entry> byId =
        changed.stream()
            .collect(Collectors.toMap(Entry::id, Function.identity(), (_, last) -> last));
    List<Entry> merged = new ArrayList<>();
    for (Entry entry : listing.entries()) {
      Entry now = byId.remove(entry.id());
      if (now == null || query.matches(now)) {
        merged.add(now == null ? entry : now);
      }
    }
    byId.values().stream()
        .filter(query::matches)
        .filter(entry -> within(listing, entry))
        .forEach(merged::add);
    merged.sort(Comparator.comparing(Entry::id).reversed());
    return merged;
  }

  // What lies behind the last one that was read comes when it is read.
  private static boolean within(Listing listing, Entry entry) {
    EntryId next = listing.next();
    return next == null || entry.id().compareTo(next) > 0;
  }
}
