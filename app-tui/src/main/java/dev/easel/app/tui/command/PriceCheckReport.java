package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.DatedPrice;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.PriceComparison;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.usecase.PriceCheck;
import dev.easel.domain.usecase.PriceCheck.Retirement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What about models and prices wants a look, for people.
final class PriceCheckReport {

  private final Palette palette;
  private final PriceCheck check;
  private final List<String> lines = new ArrayList<>();

  PriceCheckReport(Palette palette, PriceCheck check) {
    this.palette = palette;
    this.check = check;
  }

  List<String> lines() {
    lines.add(
        DeliveryReport.label("prices", palette)
            + VisibleText.line(check.priceBook())
            + palette.faint("  on " + check.day()));
    section("models near their shutdown, or past it", shutdowns());
    section("prices without a source", check.unsourced().stream().map(PriceCheckReport::dated));
    section("prices that have ended", check.expired().stream().map(PriceCheckReport::ended));
    section("models without a price", check.unpriced().stream().map(PriceCheckReport::name));
    section(
        "prices of models without a card, whose requests are not checked before they are sent",
        check.uncarded().stream().map(PriceCheckReport::dated));
    section("your prices in place of built-in ones", replacements());
    if (check.clean()) {
      lines.add(palette.good("Nothing wants a look."));
    }
    return lines;
  }

  private void section(String title, Stream<String> rows) {
    List<String> all = rows.map(row -> "  " + row).toList();
    if (!all.isEmpty()) {
      lines.add("");
      lines.add(palette.strong(title));
      lines.addAll(all);
    }
  }

  private Stream<String> shutdowns() {
    return check.retirements().stream()
        .map(retirement ->
            palette.strong(name(retirement.card()))
                + "  "
                + when(retirement)
                + instead(retirement)
                + palette.warning(use(retirement)));
  }

  private String when(Retirement retirement) {
    long days = retirement.daysLeft();
    return days > 0
        ? palette.warning(
            "ends on %s, in %s"
                .formatted(retirement.shutdown(), Figures.counted(days, "day", "days")))
        : palette.bad("shut down since " + retirement.shutdown());
  }

  private static String instead(Retirement retirement) {
    String replacement = retirement.card().lifecycle().replacement();
    return replacement == null ? "" : VisibleText.line(", use " + replacement);
  }

  private static String use(Retirement retirement) {
    String recent = retirement.recent() ? "  used in the last 30 days" : "";
    return (retirement.standard() ? "  your default model" : "") + recent;
  }

  private static String name(ModelCard card) {
    String provider = card.provider().equals("openai") ? "" : " at " + card.provider();
    return VisibleText.line(card.id() + provider);
  }

  private static String dated(DatedPrice dated) {
    return PriceWords.name(dated.price()) + "  " + PriceWords.days(dated);
  }

  private static String ended(PriceCheck.Expiry expiry) {
    String followed =
        expiry.followed() ? ", and another price holds now" : ", and no price holds now";
    return PriceWords.name(expiry.price().price())
        + "  ended on "
        + expiry.price().until()
        + followed;
  }

  private Stream<String> replacements() {
    return check.replacements().stream()
        .flatMap(replacement ->
            Stream.concat(
                Stream.of(palette.strong(dated(replacement.own()))), changes(replacement)));
  }

  private static Stream<String> changes(PriceCheck.Replacement replacement) {
    PriceComparison comparison = replacement.comparison();
    List<String> words =
        new ArrayList<>(comparison.changes().stream().map(PriceCheckReport::change).toList());
    words.addAll(comparison.others());
    return (words.isEmpty() ? List.of("the same figures") : words).stream().map(row -> "  " + row);
  }

  private static String change(PriceComparison.Change change) {
    String per = change.per() == CostLine.MILLION ? " per million" : " each";
    Money before = change.before();
    Money after = change.after();
    String share =
        before == null || after == null || before.nanos() == 0
            ? ""
            : "  " + Percentage.of(before, after);
    return "%s  %s → %s%s%s"
        .formatted(VisibleText.line(change.what()), money(before), money(after), per, share);
  }

  private static String money(@Nullable Money money) {
    return money == null ? "none" : Figures.money(money);
  }
}
