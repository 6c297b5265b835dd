package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Ending;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.StoredPicture;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Gives a log the ends of its entries that were kept with their pictures, where it has lost them
/// with the machine, or never had them.
///
/// @param kept whether a picture of this name is in its place, or was deleted since
record EndingRecovery(Predicate<String> kept, GenerationLog log) {

  private static final List<Query> OPEN = List.of(query("state:unknown"), query("state:reserved"));

  private static Query query(String text) {
    return Query.parse(text, ZoneOffset.UTC, Instant.EPOCH);
  }

  /// Takes entries of one log that have ended.
  ///
  /// @return all of them when they are of another log, or this one cannot be read or written now;
  ///   else none
  List<Entry> take(List<Entry> ended) {
    Comparator<Entry> byId = Comparator.comparing(Entry::id);
    Optional<Entry> newest = ended.stream().max(byId);
    try {
      if (newest.isPresent() && log.find(newest.get().id()).isEmpty()) {
        return ended;
      }
      ended.stream().min(byId).ifPresent(oldest -> end(ended, oldest.id()));
      return List.of();
    } catch (LogUnavailable later) {
      return ended;
    }
  }

  private void end(List<Entry> ended, EntryId oldest) {
    Map<EntryId, Entry> ends =
        ended.stream()
            .filter(entry -> entry.images().stream().allMatch(this::isKept))
            .collect(Collectors.toMap(Entry::id, Function.identity(), (first, _) -> first));
    for (Query open : OPEN) {
      each(open, oldest, now -> end(now, ends.get(now.id())));
    }
  }

  private boolean isKept(StoredPicture picture) {
    String name = picture.sha256();
    return name == null || kept.test(name);
  }

  private void each(Query query, EntryId oldest, Consumer<Entry> sink) {
    Optional<Page.Request> request = Optional.of(Page.Request.newest(Page.Request.MOST));
    while (request.isPresent()) {
      Page page = log.page(query, request.get());
      page.entries().forEach(sink);
      request =
          page.following(Page.Request.MOST)
              .filter(more -> more.before() != null && more.before().compareTo(oldest) > 0);
    }
  }

  private void end(Entry now, @Nullable Entry ended) {
    if (ended == null) {
      return;
    }
    try {
      log.finish(now.id(), Ending.of(now, ended));
    } catch (IllegalStateException meanwhile) {
      return; // by somebody else
    }
  }
}
