package dev.easel.domain.usecase;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Changes;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.StoredPicture;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.PrimitiveIterator;

/// Removes pictures that have grown too old or take too much room. Entries stay as they are, and so
/// do pictures that a starred entry names, that an entry in flight or younger than an hour names or
/// may name yet, and those that no entry of this log names.
///
/// It may run in several processes at once, and while pictures are made.
public final class PrunePictures {

  private static final Duration YOUNG = Duration.ofHours(1);

  /// After so many pictures the log is asked what has changed since the plan was made.
  private static final int LOOK = 64;

  private final GenerationLog log;
  private final PictureStore pictures;
  private final Time time;

  /// Puts the use case together.
  public PrunePictures(GenerationLog log, PictureStore pictures, Time time) {
    this.log = log;
    this.pictures = pictures;
    this.time = time;
  }

  /// Looks which pictures may go, and touches none. It reads the whole log; what it needs of memory
  /// depends on the number of pictures alone.
  ///
  /// @param query in the query language: a picture may go when all entries that name it match
  /// @return empty when the watcher cancelled
  /// @throws Query.QueryProblem when the query cannot be understood
  public Optional<PruningPlan> plan(Retention retention, String query, Watch watch) {
    Instant now = time.now();
    Query parsed = Query.parse(query, log.zone(), now);
    String cursor = log.changes(null, 1).cursor();
    PictureTable table = new PictureTable();
    pictures.list(item -> {
      if (item.picture() != null) {
        boolean young = item.modified().isAfter(now.minus(YOUNG));
        table.add(item.picture().sha256(), item.picture().content().length(), young);
      }
    });
    PruningPlan.Basis basis = new PruningPlan.Basis(retention, parsed, now, cursor);
    return readAll(table, basis, watch)
        ? Optional.of(new PruningPlan(table, basis))
        : Optional.empty();
  }

  private boolean readAll(PictureTable table, PruningPlan.Basis basis, Watch watch) {
    Optional<Page.Request> next = Optional.of(Page.Request.newest(Page.Request.MOST));
    while (next.isPresent()) {
      if (watch.cancelled()) {
        return false;
      }
      Page page = log.page(Query.EVERYTHING, next.get());
      page.entries().forEach(entry -> take(entry, table, basis));
      next = page.following(Page.Request.MOST);
    }
    return true;
  }

  private static void take(Entry entry, PictureTable table, PruningPlan.Basis basis) {
    for (StoredPicture picture : entry.images()) {
      int at = table.find(picture.sha256());
      if (at >= 0) {
        boolean young = !entry.finished() || entry.timestamp().isAfter(basis.made().minus(YOUNG));
        table.named(at, entry.timestamp(), basis.query().matches(entry), entry.star(), young);
      }
    }
  }

  /// What came of a plan.
  ///
  /// @param removed what went
  /// @param spared how many stayed because a star or an entry came to them, or they went elsewhere
  /// @param failed how many could not be removed
  /// @param trouble why the first of those could not, one sentence; null when all could
  /// @param complete whether it was carried out to its end
  public record Pruned(
      PruningPlan.Share removed,
      long spared,
      long failed,
      @Nullable String trouble,
      boolean complete) {}

  /// Removes what a plan lets go, unless something has come to it in the meantime. When the watcher
  /// cancels, the rest stays.
  public Pruned carryOut(PruningPlan plan, Watch watch) {
    Pruning pruning = new Pruning(plan);
    PrimitiveIterator.OfLong ranks = plan.ranks().iterator();
    while (ranks.hasNext() && !watch.cancelled()) {
      pruning.prune(ranks.nextLong());
    }
    return pruning.pruned(!ranks.hasNext());
  }

  /// One carrying out of one plan.
  private final class Pruning {
    private final PruningPlan plan;
    private String cursor;
    private long looked;
    private long removed;
    private long bytes;
    private long spared;
    private long failed;
    private @Nullable String trouble;

    Pruning(PruningPlan plan) {
      this.plan = plan;
      this.cursor = plan.basis().cursor();
    }

    void prune(long rank) {
      if (looked++ % LOOK == 0) {
        look();
      }
      int at = PictureTable.ranked(rank);
      // a newer entry gives it another rank
      if (plan.table().mayGo(at) && plan.table().rank(at) == rank) {
        remove(at);
      } else {
        spared++;
      }
    }

    private void look() {
      Changes changes = log.changes(cursor, Page.Request.MOST);
      while (!changes.entries().isEmpty()) {
        changes.entries().forEach(entry -> take(entry, plan.table(), plan.basis()));
        cursor = changes.cursor();
        changes = log.changes(cursor, Page.Request.MOST);
      }
    }

    private void remove(int at) {
      try {
        Instant since = plan.basis().made().minus(YOUNG);
        if (pictures.deleteUntouched(plan.table().sha256(at), since)) {
          removed++;
          bytes += plan.table().bytes(at);
        } else {
          spared++;
        }
      } catch (PictureStore.Unstorable unremovable) {
        failed++;
        trouble = trouble == null ? unremovable.getMessage() : trouble;
      }
    }

    Pruned pruned(boolean complete) {
      return new Pruned(new PruningPlan.Share(removed, bytes), spared, failed, trouble, complete);
    }
  }
}
