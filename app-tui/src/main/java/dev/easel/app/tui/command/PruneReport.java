package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.usecase.PrunePictures.Pruned;
import dev.easel.domain.usecase.PruningPlan;
import dev.easel.domain.usecase.PruningPlan.Going;
import dev.easel.domain.usecase.PruningPlan.Share;
import dev.easel.domain.usecase.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What pruning removed, or would remove: for people, and as one document.
final class PruneReport {

  /// So many pictures are listed by name; the others are counted.
  private static final int MOST_LISTED = 1_000;

  private final Session session;
  private final PruningPlan plan;
  private final @Nullable Pruned pruned;
  private final Share gone;

  /// @param pruned null when nothing was to be removed but told
  PruneReport(Session session, PruningPlan plan, @Nullable Pruned pruned) {
    this.session = session;
    this.plan = plan;
    this.pruned = pruned;
    this.gone = pruned == null ? plan.going() : pruned.removed();
  }

  /// Prints it.
  void print(String query) {
    if (session.json()) {
      session.print(document(query));
      return;
    }
    session.print(headline());
    remarks();
  }

  /// A share of pictures in words.
  static String words(Share share) {
    return Figures.counted(share.pictures(), "picture", "pictures")
        + ", "
        + Figures.bytes(share.bytes());
  }

  private String headline() {
    if (gone.pictures() == 0) {
      return "no picture " + (pruned == null ? "would go" : "went");
    }
    return "%s %s; the newest entries that name them are of %s to %s"
        .formatted(
            words(gone),
            pruned == null ? "would go" : "removed",
            day(oldest().orElseThrow().newest()),
            day(plan.lastGoing().orElseThrow().newest()));
  }

  private Optional<Going> oldest() {
    return plan.oldestFirst().findFirst();
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, session.log().zone());
  }

  private void remarks() {
    if (plan.starred().pictures() > 0) {
      session.remark(words(plan.starred()) + " stay because a starred entry names them");
    }
    if (plan.unnamed().pictures() > 0) {
      session.remark(words(plan.unnamed()) + " that no entry of this log names are left alone");
    }
    if (plan.over() > 0) {
      session.remark(over());
    }
    if (pruned != null && pruned.spared() > 0) {
      session.remark(Figures.count(pruned.spared()) + " stay because something came in between");
    }
    if (pruned != null && pruned.failed() > 0) {
      session.remark(
          Figures.counted(pruned.failed(), "picture", "pictures")
              + " could not be removed: "
              + pruned.trouble());
    }
  }

  private String over() {
    long most = Optional.ofNullable(plan.retention().mostBytes()).orElse(0L);
    boolean stars = plan.starred().bytes() > most;
    return "%s %s, more than the %s that may stay"
        .formatted(
            stars ? "the pictures of starred entries alone take" : "what must stay takes",
            Figures.bytes(stars ? plan.starred().bytes() : plan.staying().bytes()),
            Figures.bytes(most));
  }

  private Fields document(String query) {
    List<Fields> listed = listed().limit(MOST_LISTED).map(PruneReport::fields).toList();
    return Fields.NONE
        .with("dry_run", pruned == null)
        .with("rules", fields(plan.retention()))
        .with("query", query)
        .with("pictures", gone.pictures())
        .with("bytes", gone.bytes())
        .with("oldest", oldest().map(going -> EntryFields.time(going.newest())).orElse(null))
        .with("newest", plan.lastGoing().map(last -> EntryFields.time(last.newest())).orElse(null))
        .with("staying", fields(plan.staying()))
        .with("starred", fields(plan.starred()))
        .with("unnamed", fields(plan.unnamed()))
        .with("over_bytes", plan.over())
        .with("spared", pruned == null ? 0 : pruned.spared())
        .with("failed", pruned == null ? 0 : pruned.failed())
        .with("trouble", pruned == null ? null : pruned.trouble())
        .with("list", listed)
        .with("unlisted", gone.pictures() - listed.size());
  }

  private Stream<Going> listed() {
    PictureStore pictures = session.pictures();
    return plan.oldestFirst().filter(going -> pruned == null || pictures.deleted(going.sha256()));
  }

  private static Fields fields(Going going) {
    return Fields.NONE
        .with("sha256", going.sha256())
        .with("bytes", going.bytes())
        .with("newest_entry", EntryFields.time(going.newest()));
  }

  private static Fields fields(Share share) {
    return Fields.NONE.with("pictures", share.pictures()).with("bytes", share.bytes());
  }

  private static Fields fields(Retention retention) {
    return Fields.NONE
        .with("older_than_hours", retention.age() == null ? null : retention.age().toHours())
        .with("most_bytes", retention.mostBytes());
  }
}
