package dev.easel.domain.cost;

import dev.easel.domain.cost.Price.PerToken;
import dev.easel.domain.cost.Pricing.Answer;
import dev.easel.domain.cost.UsageReport.Side;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The cost of one answer at one price.
final class Charges {

  private final Answer answer;
  private final Price price;
  private final Order order;
  private final String version;

  Charges(ImageRequest request, Answer answer, Price price, PromptTokens tokens, String version) {
    this.answer = answer;
    this.price = price;
    this.order = new Order(request, price, tokens);
    this.version = version;
  }

  static Cost byProvider(BigDecimal usd) {
    return usd.signum() < 0 ? Cost.UNKNOWN : Cost.of(Money.ofUsd(usd), CostBasis.PROVIDER);
  }

  Cost cost() {
    Fields usage = answer.usage() == null ? Fields.NONE : answer.usage();
    return switch (UsageReport.of(usage)) {
      case UsageReport.Missing _ -> byTable();
      case UsageReport.Zeros _ -> price.byUser() ? byUsersWord() : Cost.UNKNOWN;
      case UsageReport.Absurd _ -> Cost.UNKNOWN;
      case UsageReport.Tokens tokens ->
          switch (price.terms()) {
            case Price.PerImage _ -> byTable();
            case PerToken terms -> byUsage(terms, tokens);
          };
    };
  }

  private Cost byUsersWord() {
    return switch (price.terms()) {
      case Price.PerImage _ -> byTable();
      case PerToken _ -> new Cost(Money.ZERO, CostBasis.USAGE, List.of(), version);
    };
  }

  private Cost byUsage(PerToken terms, UsageReport.Tokens tokens) {
    List<CostLine> lines = new ArrayList<>(inputLines(terms, tokens.input()));
    long pictures = imageOutput(tokens.output());
    add(lines, terms, LineClass.IMAGE_OUTPUT, pictures, tokens.output().rest() > 0);
    if (tokens.output().toldApart()) {
      add(lines, terms, LineClass.TEXT_OUTPUT, tokens.output().texts(), false);
    }
    boolean known =
        (pictures > 0 || price.byUser()) && ratesKnown(terms, tokens.input()) && !svgUsage();
    return known ? total(lines, CostBasis.USAGE) : unknown(lines);
  }

  // Output that is not told apart is image output on these endpoints, and so is a rest.
  private static long imageOutput(Side output) {
    return output.toldApart() ? Math.addExact(output.images(), output.rest()) : output.total();
  }

  private List<CostLine> inputLines(PerToken terms, Side input) {
    List<CostLine> lines = new ArrayList<>();
    if (input.toldApart()) {
      add(lines, terms, LineClass.TEXT_INPUT, input.texts(), false);
      add(lines, terms, LineClass.IMAGE_INPUT, input.images(), false);
      add(lines, terms, dearerInput(terms), input.rest(), true);
    } else if (order.references() == 0) {
      add(lines, terms, LineClass.TEXT_INPUT, input.total(), false);
    } else {
      add(lines, terms, dearerInput(terms), input.total(), true);
    }
    return lines;
  }

  // Input whose kind is not known is counted at the dearer rate, so that it is never too little.
  private static LineClass dearerInput(PerToken terms) {
    Money image = terms.rates().imageInput();
    return image != null && image.compareTo(terms.rates().textInput()) > 0
        ? LineClass.IMAGE_INPUT
        : LineClass.TEXT_INPUT;
  }

  private boolean ratesKnown(PerToken terms, Side input) {
    boolean pictures = input.toldApart() ? input.images() > 0 : order.references() > 0;
    return terms.rates().imageInput() != null || !pictures;
  }

  private boolean svgUsage() {
    return answer.actual().get("svg_usage") != null
        || (answer.usage() != null && answer.usage().get("svg_usage") != null);
  }

  private void add(
      List<CostLine> lines, PerToken terms, LineClass lineClass, long quantity, boolean assumed) {
    Tariff.tokens(price, terms, lineClass, quantity, assumed).ifPresent(lines::add);
  }

  private Cost byTable() {
    if (answer.pictures() < 1 || order.uncountedFormat(answer.actual()).isPresent()) {
      return Cost.UNKNOWN;
    }
    Optional<Span> output =
        new Tariff(price).pictures(order.choice(answer.actual()), answer.pictures(), true);
    return switch (price.terms()) {
      case Price.PerImage _ -> output.map(this::ofSpan).orElse(Cost.UNKNOWN);
      case PerToken terms -> output.map(span -> withInput(terms, span)).orElse(Cost.UNKNOWN);
    };
  }

  private Cost withInput(PerToken terms, Span output) {
    Span all =
        output
            .and(order.partials(terms, answer.pictures()))
            .and(order.prompt(terms, answer.pictures()));
    return order.references() > 0 ? unknown(all.high()) : ofSpan(all);
  }

  private Cost ofSpan(Span span) {
    return span.exact() ? total(span.high(), CostBasis.TABLE) : Cost.UNKNOWN;
  }

  private Cost total(List<CostLine> lines, CostBasis basis) {
    return new Cost(Span.total(lines), basis, lines, version);
  }

  private Cost unknown(List<CostLine> lines) {
    return new Cost(null, CostBasis.UNKNOWN, lines, version);
  }
}
