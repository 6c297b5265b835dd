package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.usecase.PrunePictures;
import dev.easel.domain.usecase.PruningPlan;
import dev.easel.domain.usecase.Retention;
import java.util.ArrayList;
import java.util.List;

/// Looks at the rules by which pictures may go, and at what they would free.
final class RetentionExamination {

  private final Session session;
  private final Retention retention;

  RetentionExamination(Session session) {
    this.session = session;
    this.retention = session.settings().retention();
  }

  Finding finding() {
    if (retention.forEver()) {
      return Finding.well(
          "retention", "pictures are kept for ever (pictures.keep-days, pictures.most-bytes)");
    }
    boolean any = session.hasLog();
    try {
      return any ? finding(plan()) : Finding.well("retention", rules());
    } catch (LogUnavailable | Content.ContentUnavailable unavailable) {
      return Finding.minded("retention", rules() + "; what they would free cannot be told");
    }
  }

  private PruningPlan plan() {
    return new PrunePictures(session.log(), session.pictures(), session.time())
        .plan(retention, "", Watch.NOBODY)
        .orElseThrow();
  }

  private Finding finding(PruningPlan plan) {
    String effect = rules() + ": " + PruneReport.words(plan.going()) + " would go (easel prune)";
    return plan.over() == 0
        ? Finding.well("retention", effect)
        : Finding.minded(
            "retention",
            effect + "; what must stay is " + Figures.bytes(plan.over()) + " over the limit");
  }

  private String rules() {
    List<String> rules = new ArrayList<>();
    if (retention.age() != null) {
      long days = retention.age().toDays();
      rules.add("pictures are kept " + Figures.counted(days, "day", "days"));
    }
    if (retention.mostBytes() != null) {
      rules.add(
          (rules.isEmpty() ? "pictures" : "they")
              + " may take "
              + Figures.bytes(retention.mostBytes()));
    }
    return String.join(", ", rules);
  }
}
