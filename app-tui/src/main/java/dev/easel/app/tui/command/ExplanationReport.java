package dev.easel.app.tui.command;

import dev.easel.app.tui.text.AttemptWords;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.usecase.Explanation;
import java.util.ArrayList;
import java.util.List;

/// Why an entry costs what it costs, for people.
final class ExplanationReport {

  private final Palette palette;
  private final Explanation explanation;
  private final Entry entry;
  private final CostWords words;
  private final List<String> lines = new ArrayList<>();

  ExplanationReport(Palette palette, Explanation explanation) {
    this.palette = palette;
    this.explanation = explanation;
    this.entry = explanation.entry();
    this.words = new CostWords(palette);
  }

  List<String> lines() {
    subject();
    money();
    explanation.differences().forEach(difference -> say("note", difference.sentence()));
    history();
    forecast();
    explanation.priced().ifPresent(again -> say("now", again.sentence()));
    return lines;
  }

  private void subject() {
    String state = StateWords.paint(entry.state(), palette).apply(StateWords.of(entry));
    lines.add(
        DeliveryReport.label("entry", palette)
            + palette.strong(entry.id().toString())
            + "  "
            + state);
    say("model", entry.model() + " at " + entry.provider());
    say("means", explanation.meaning());
    say("", entry.error());
  }

  private void money() {
    lines.addAll(words.lines(entry.cost(), this::origin));
    explanation.summed().ifPresent(sum -> say("", sum.sentence()));
    explanation.lines().stream()
        .map(line -> line.line().source())
        .distinct()
        .forEach(source -> say("source", source));
    say("why", explanation.why());
    say("usage", entry.usage() == null ? null : Json.write(entry.usage()));
  }

  private String origin(CostLine line) {
    return explanation.lines().stream()
        .filter(explained -> explained.line().equals(line))
        .findFirst()
        .map(Explanation.Line::origin)
        .orElse("");
  }

  private void history() {
    AttemptWords.lines(entry).forEach(line -> say("attempt", line));
  }

  private void forecast() {
    explanation
        .forecast()
        .ifPresent(forecast -> {
          say("now", forecast.sentence());
          if (forecast.matches()) {
            lines.addAll(words.lines(forecast.estimate()));
          }
        });
  }

  private void say(String label, @Nullable String text) {
    if (text != null) {
      lines.add(DeliveryReport.label(label, palette) + VisibleText.line(text));
    }
  }
}
