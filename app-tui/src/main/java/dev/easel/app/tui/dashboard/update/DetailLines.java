package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.AttemptWords;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.CostPhrases;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.PictureWords;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.app.tui.text.Wrapping;
import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Input;
import dev.easel.domain.ledger.StoredPicture;
import dev.easel.domain.usecase.Explanation;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is known of a request, in lines as wide as there is room.
public final class DetailLines {

  private static final int LABEL = 9;
  private static final String SETTLING =
      "the provider's usage page says whether it was charged; $ settles it";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss", Locale.ENGLISH);

  private final Entry entry;
  private final Optional<Explanation> explanation;
  private final ZoneId zone;
  private final int columns;
  private final int most; // characters of a text
  private final List<Line> lines = new ArrayList<>();

  private DetailLines(Layer.Detail detail, ZoneId zone, int columns, int most) {
    this.entry = detail.entry();
    this.explanation = Optional.ofNullable(detail.explanation());
    this.zone = zone;
    this.columns = Math.max(LABEL + 8, columns);
    this.most = most;
  }

  /// A piece of a line.
  public record Piece(String text, Role role) {}

  /// A line.
  public record Line(List<Piece> pieces) {
    /// Copies the list.
    public Line {
      pieces = List.copyOf(pieces);
    }
  }

  /// The lines of a request, in words or as JSON.
  public static List<Line> of(Layer.Detail detail, State state, int columns) {
    return detail.raw()
        ? JsonLines.of(EntryFields.of(detail.entry()), columns)
        : new DetailLines(detail, state.world().house().zone(), columns, Integer.MAX_VALUE).lines();
  }

  /// The lines of a request in words, of which so many rows are shown: what is known of it may have
  /// megabytes, and a glance need not look at all of them.
  public static List<Line> glance(Layer.Detail detail, State state, int columns, int rows) {
    int most = Math.max(1, columns * (rows + 1));
    return new DetailLines(detail, state.world().house().zone(), columns, most).lines();
  }

  private List<Line> lines() {
    failure();
    request();
    prompt();
    cost();
    differences();
    pictures();
    rest();
    return lines;
  }

  private void failure() {
    if (entry.error() == null && entry.code() == null) {
      return;
    }
    Role role = entry.finished() ? Role.BAD : Role.RUNNING;
    say(entry.waiting() ? "waits for" : "failure", Optional.ofNullable(entry.code()), role);
    say("", Optional.ofNullable(entry.error()), Role.TEXT);
    explanation.ifPresent(known -> say("means", Optional.of(known.meaning()), Role.TEXT));
    if (entry.state() == EntryState.UNKNOWN) {
      say("", Optional.of(SETTLING), Role.WARNING);
    }
    blank();
  }

  private void request() {
    say("when", Optional.of(MOMENT.format(entry.timestamp().atZone(zone))), Role.TEXT);
    String operation = entry.operation().name().toLowerCase(Locale.ROOT);
    String model = entry.model() + " at " + entry.provider() + ", " + operation;
    say("model", Optional.of(model), Role.TEXT);
    say("asked", list(entry.requested()), Role.TEXT);
    say("took", Optional.ofNullable(entry.latencyMicros()).map(Figures::micros), Role.TEXT);
    amount();
    blank();
  }

  private void amount() {
    if (entry.finished()) {
      Cost cost = entry.cost();
      String amount = cost.known().map(Figures::money).orElse("unknown");
      say("cost", Optional.of(amount), cost.amount() == null ? Role.WARNING : Role.MONEY);
    }
    Optional.ofNullable(entry.atRisk())
        .ifPresent(
            risk -> say("at risk", Optional.of("up to " + Figures.money(risk)), Role.WARNING));
  }

  private void cost() {
    Cost cost = entry.cost();
    if (entry.finished()) {
      say(
          "why",
          Optional.of(CostPhrases.basis(cost) + CostPhrases.book(cost.priceBook())),
          Role.MUTED);
    }
    cost.lines().forEach(this::costLine);
    explanation.ifPresent(this::explained);
    blank();
  }

  private void costLine(CostLine line) {
    String what = Figures.count(line.quantity()) + " " + CostPhrases.what(line);
    String rate = CostPhrases.rate(line) + (line.assumed() ? ", counted by Easel" : "");
    String amount = Figures.money(line.amount());
    int room = columns - LABEL - Cells.width(amount) - 2;
    if (Cells.width(what) + 2 + Cells.width(rate) <= room) {
      String left = Cells.padded(what, room - Cells.width(rate));
      add(label(""), piece(left, Role.TEXT), piece(rate, Role.MUTED), amount(amount));
      return;
    }
    add(label(""), piece(Cells.shortened(what, columns - LABEL), Role.TEXT));
    String below = Cells.padded(Cells.shortened("  " + rate, room), room);
    add(label(""), piece(below, Role.MUTED), amount(amount));
  }

  private static Piece amount(String amount) {
    return piece("  " + amount, Role.MONEY);
  }

  private void explained(Explanation known) {
    if (entry.error() == null && entry.code() == null) {
      say("means", Optional.of(known.meaning()), Role.MUTED);
    }
    known
        .summed()
        .filter(sum -> !sum.matches())
        .ifPresent(sum -> say("", Optional.of(sum.sentence()), Role.WARNING));
    say("", Optional.ofNullable(known.why()), Role.WARNING);
    known.differences().forEach(one -> say("note", Optional.of(one.sentence()), Role.WARNING));
    known
        .priced()
        .ifPresent(again ->
            say("now", Optional.of(again.sentence()), again.same() ? Role.MUTED : Role.WARNING));
    known.forecast().ifPresent(one -> say("now", Optional.of(one.sentence()), Role.MUTED));
  }

  private void prompt() {
    if (entry.promptWithheld()) {
      say("prompt", Optional.of("not kept in the log"), Role.MUTED);
    } else {
      paragraph("prompt", entry.prompt());
    }
    if (entry.revisedPrompt() != null) {
      blank();
      paragraph("revised", entry.revisedPrompt());
    }
    blank();
  }

  private void differences() {
    Fields sent = entry.sent().without("prompt").without("model");
    boolean more = !sent.isEmpty() || !entry.actual().isEmpty();
    say("sent", list(sent), Role.TEXT);
    say("actual", list(entry.actual()), Role.TEXT);
    AttemptWords.lines(entry).forEach(line -> say("attempt", Optional.of(line), Role.TEXT));
    if (more || !entry.attempts().isEmpty()) {
      blank();
    }
  }

  private void pictures() {
    for (StoredPicture picture : entry.images()) {
      say("picture", Optional.of(PictureWords.of(picture)), Role.TEXT);
      say("", Optional.ofNullable(picture.sha256()), Role.MUTED);
      say("", Optional.ofNullable(picture.providerUrl()), Role.MUTED);
    }
    for (Input input : entry.inputs()) {
      String name = input.name().isEmpty() ? "" : input.name() + ", ";
      say(input.role(), Optional.of(name + Figures.bytes(input.bytes())), Role.TEXT);
      say("", Optional.of(input.sha256()), Role.MUTED);
    }
    if (!entry.images().isEmpty() || !entry.inputs().isEmpty()) {
      blank();
    }
  }

  private void rest() {
    say("star", entry.star() ? Optional.of("★") : Optional.empty(), Role.WARNING);
    say(
        "tags",
        Optional.of(String.join(", ", entry.tags())).filter(tags -> !tags.isEmpty()),
        Role.TEXT);
    say("caller", Optional.ofNullable(entry.caller()), Role.TEXT);
    say("request", Optional.ofNullable(entry.requestId()), Role.MUTED);
    say("entry", Optional.of(entry.id().toString()), Role.MUTED);
  }

  private static Optional<String> list(Fields fields) {
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(
                ", ",
                fields.asMap().keySet().stream()
                    .map(name -> name + " " + value(fields, name))
                    .toList()));
  }

  private static String value(Fields fields, String name) {
    return fields.text(name).orElseGet(() -> JsonLines.scalar(fields.get(name)));
  }

  private void paragraph(String label, String text) {
    String shown = text.length() > most ? text.substring(0, most) : text;
    List<String> wrapped = Wrapping.lines(VisibleText.paragraph(shown), columns - LABEL);
    for (int index = 0; index < wrapped.size(); index++) {
      add(label(index == 0 ? label : ""), piece(wrapped.get(index), Role.TEXT));
    }
  }

  private void say(String label, Optional<String> text, Role role) {
    text.ifPresent(said -> {
      List<String> wrapped = Wrapping.lines(VisibleText.line(said), columns - LABEL);
      for (int index = 0; index < wrapped.size(); index++) {
        add(label(index == 0 ? label : ""), piece(wrapped.get(index), role));
      }
    });
  }

  private void blank() {
    if (!lines.isEmpty() && !lines.getLast().pieces().isEmpty()) {
      lines.add(new Line(List.of()));
    }
  }

  private void add(Piece... pieces) {
    lines.add(new Line(List.of(pieces)));
  }

  private static Piece label(String word) {
    return piece(Cells.padded(word, LABEL), Role.MUTED);
  }

  private static Piece piece(String text, Role role) {
    return new Piece(text, role);
  }
}
