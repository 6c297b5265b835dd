package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.Palette;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.cost.DatedPrice;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Price;
import dev.easel.domain.image.Nullable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Says in words what a model is charged with.
final class PriceWords {

  private final Palette palette;
  private final LocalDate today;

  /// @param today on which the price holds or not
  PriceWords(Palette palette, LocalDate today) {
    this.palette = palette;
    this.today = today;
  }

  /// The whole price.
  List<String> lines(DatedPrice dated) {
    Price price = dated.price();
    List<String> lines = new ArrayList<>();
    lines.add(palette.strong(name(price)) + "  " + validity(dated));
    switch (price.terms()) {
      case Price.PerImage each -> add(lines, "picture", pictures(each.rows()));
      case Price.PerToken tokens -> {
        add(lines, "million", rates(tokens.rates()));
        add(lines, "picture", output(tokens.output()));
      }
    }
    add(lines, "source", price.sourced() ? price.source() : "none; a row of your price file");
    return lines;
  }

  /// The model, and the provider unless it is the usual one.
  static String name(Price price) {
    String provider = price.provider().equals("openai") ? "" : " at " + price.provider();
    return VisibleText.line(price.model() + provider);
  }

  private String validity(DatedPrice dated) {
    String whose = dated.price().byUser() ? ", yours" : "";
    String days = days(dated) + whose;
    if (dated.holds(today)) {
      return palette.good(days);
    }
    return dated.ended(today) ? palette.bad(days + ", ended") : palette.warning(days + ", not yet");
  }

  /// The days on which it holds.
  static String days(DatedPrice dated) {
    if (dated.from() == null) {
      return dated.until() == null ? "always" : "until " + dated.until();
    }
    return "from " + dated.from() + (dated.until() == null ? "" : " until " + dated.until());
  }

  private void add(List<String> lines, String label, String text) {
    if (!text.isEmpty()) {
      lines.add("  " + DeliveryReport.label(label, palette) + VisibleText.line(text));
    }
  }

  private static String rates(Price.Rates rates) {
    List<String> words = new ArrayList<>();
    rate(words, "text input", rates.textInput());
    rate(words, "image input", rates.imageInput());
    rate(words, "image output", rates.imageOutput());
    rate(words, "text output", rates.textOutput());
    return String.join(", ", words) + ", for a million tokens";
  }

  private static void rate(List<String> words, String what, @Nullable Money rate) {
    if (rate != null) {
      words.add(what + " " + Figures.money(rate));
    }
  }

  private static String pictures(List<Price.PerImage.Each> rows) {
    return rows.stream().map(PriceWords::picture).collect(Collectors.joining(", "));
  }

  private static String picture(Price.PerImage.Each row) {
    String size = row.size() == null ? "any size" : row.size().toString();
    String quality = row.quality() == null ? "" : " " + row.quality();
    return size + quality + " " + Figures.money(row.each());
  }

  private static String output(Price.OutputRule rule) {
    return switch (rule) {
      case Price.TokenTable _ -> "by a table of tokens for each size and quality";
      case Price.AxisFormula _ -> "by the token formula of width, height and quality";
      case Price.Published published -> pictures(published.rows()) + ", where no usage is reported";
    };
  }
}
