package dev.easel.app.tui.command;

import dev.easel.app.tui.text.AttemptWords;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.PictureWords;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.app.tui.text.WithheldPrompt;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.Input;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.StoredPicture;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Everything about one entry, for people.
final class EntryDetails {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE, uuuu-MM-dd HH:mm:ss.SSS", Locale.ENGLISH);

  private final Session session;
  private final Entry entry;
  private final Palette palette;
  private final List<String> lines = new ArrayList<>();

  EntryDetails(Session session, Entry entry) {
    this.session = session;
    this.entry = entry;
    this.palette = session.palette();
  }

  List<String> lines() {
    identity();
    words();
    parameters();
    money();
    pictures();
    marks();
    return lines;
  }

  private void identity() {
    String state = StateWords.paint(entry.state(), palette).apply(StateWords.of(entry));
    painted("entry", palette.strong(entry.id().toString()));
    painted("state", state + palette.faint(moreOfState()));
    ZoneId zone = session.log().zone();
    painted("when", MOMENT.format(entry.timestamp().atZone(zone)) + palette.faint("  " + zone));
    String operation = entry.operation().name().toLowerCase(Locale.ROOT);
    say("model", VisibleText.line(entry.model() + " at " + entry.provider() + ", " + operation));
    say("caller", entry.caller());
    say(entry.waiting() ? "waits for" : "failure", entry.code());
    say("", entry.error());
  }

  private String moreOfState() {
    if (entry.finished()) {
      return "";
    }
    return entry.waiting() ? "  nothing of it is being sent" : "  it is being made";
  }

  private void words() {
    paragraph("prompt", entry.promptWithheld() ? WithheldPrompt.WORDS : entry.prompt());
    paragraph("revised", entry.revisedPrompt());
    for (Input input : entry.inputs()) {
      String name = input.name().isEmpty() ? "" : input.name() + ", ";
      say(input.role(), name + Figures.bytes(input.bytes()) + ", " + input.sha256());
    }
  }

  private void parameters() {
    say("asked", list(entry.requested()));
    say("sent", list(entry.sent().without("prompt").without("model")));
    say("actual", list(entry.actual()));
    if (entry.latencyMicros() != null) {
      say("took", Figures.micros(entry.latencyMicros()));
    }
    AttemptWords.lines(entry).forEach(line -> say("attempt", line));
    say("request", entry.requestId());
  }

  private void money() {
    lines.addAll(new CostWords(palette).lines(entry.cost()));
    if (entry.atRisk() != null) {
      painted("at risk", palette.warning("up to " + Figures.money(entry.atRisk())));
    }
    if (entry.usage() != null) {
      say("usage", Json.write(entry.usage()));
    }
  }

  private void pictures() {
    PictureStore store = session.pictures();
    for (StoredPicture picture : entry.images()) {
      painted(
          "picture", palette.strong(VisibleText.line(new PicturePlace(picture, store).words())));
      String description = PictureWords.of(picture);
      lines.add(DeliveryReport.label("", palette) + palette.faint(description));
      if (picture.sha256() != null) {
        say("", picture.providerUrl());
      }
    }
  }

  private void marks() {
    say("star", entry.star() ? "★" : null);
    say("tags", entry.tags().isEmpty() ? null : String.join(", ", entry.tags()));
    say("other", entry.foreign().isEmpty() ? null : Json.write(entry.foreign()));
    say("hash", entry.hash());
  }

  private static @Nullable String list(Fields fields) {
    return fields.isEmpty()
        ? null
        : fields.asMap().keySet().stream()
            .map(name -> name + " " + value(fields, name))
            .collect(Collectors.joining(", "));
  }

  private static String value(Fields fields, String name) {
    return fields
        .text(name)
        .orElseGet(() -> {
          String json = Json.write(Fields.NONE.with("v", fields.get(name)));
          return json.substring("{\"v\":".length(), json.length() - 1);
        });
  }

  private void say(String label, @Nullable String text) {
    if (text != null) {
      painted(label, VisibleText.line(text));
    }
  }

  // Only for text that is ours or has been made visible.
  private void painted(String label, String text) {
    lines.add(DeliveryReport.label(label, palette) + text);
  }

  private void paragraph(String label, @Nullable String text) {
    if (text == null) {
      return;
    }
    String indent = DeliveryReport.label("", palette);
    List<String> shown = VisibleText.paragraph(text).lines().toList();
    for (int index = 0; index < shown.size(); index++) {
      lines.add((index == 0 ? DeliveryReport.label(label, palette) : indent) + shown.get(index));
    }
  }
}
