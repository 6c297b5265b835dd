package dev.easel.domain.cost;

import dev.easel.domain.cost.Obstacle.Kind;
import dev.easel.domain.cost.Price.Choice;
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

  static Reckoning byProvider(BigDecimal usd) {
    return usd.signum() < 0
        ? Reckoning.unknown(Kind.BAD_FIGURE, "the provider named a cost below zero")
        : Reckoning.known(Cost.of(Money.ofUsd(usd), CostBasis.PROVIDER));
  }

  Reckoning reckoning() {
    Fields usage = answer.usage() == null ? Fields.NONE : answer.usage();
    return switch (UsageReport.of(usage)) {
      case UsageReport.Missing _ -> byTable();
      case UsageReport.Zeros _ -> price.byUser() ? byUsersWord() : zeros();
      case UsageReport.Absurd _ ->
          Reckoning.unknown(Kind.BAD_USAGE, "the reported usage is no count of tokens");
      case UsageReport.Tokens tokens ->
          switch (price.terms()) {
            case Price.PerImage _ -> byTable();
            case PerToken terms -> byUsage(terms, tokens);
          };
    };
  }

  private static Reckoning zeros() {
    return Reckoning.unknown(
        Kind.ZERO_USAGE,
        "the provider reported a usage of zeros, which counts nothing;"
            + " a row of your own in prices.file can say what the model costs");
  }

  private Reckoning byUsersWord() {
    return switch (price.terms()) {
      case Price.PerImage _ -> byTable();
      case PerToken _ -> Reckoning.known(new Cost(Money.ZERO, CostBasis.USAGE, List.of(), version));
    };
  }

  private Reckoning byUsage(PerToken terms, UsageReport.Tokens tokens) {
    List<CostLine> lines = new ArrayList<>(inputLines(terms, tokens.input()));
    long pictures = imageOutput(tokens.output());
    add(lines, terms, LineClass.IMAGE_OUTPUT, pictures, tokens.output().rest() > 0);
    if (tokens.output().toldApart()) {
      add(lines, terms, LineClass.TEXT_OUTPUT, tokens.output().texts(), false);
    }
    return uncounted(terms, tokens.input(), pictures)
        .map(obstacle -> unknown(lines, obstacle))
        .orElseGet(() -> total(lines, CostBasis.USAGE));
  }

  private Optional<Obstacle> uncounted(PerToken terms, Side input, long pictures) {
    if (pictures == 0 && !price.byUser()) {
      return Optional.of(
          new Obstacle(Kind.NO_PICTURE_TOKENS, "the reported usage counts no tokens of pictures"));
    }
    if (!ratesKnown(terms, input)) {
      return Optional.of(
          new Obstacle(
              Kind.NO_RATE,
              "the price book has no rate for pictures that are sent along to " + price.model()));
    }
    return svgUsage() ? Optional.of(writingModel()) : Optional.empty();
  }

  private static Obstacle writingModel() {
    return new Obstacle(
        Kind.WRITING_MODEL,
        "another model wrote the picture and is charged besides,"
            + " at prices that the price book does not have");
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

  private Reckoning byTable() {
    if (answer.pictures() < 1) {
      return Reckoning.unknown(Kind.NO_PICTURES, "neither usage nor a picture is recorded");
    }
    return order
        .uncountedFormat(answer.actual())
        .map(format ->
            Reckoning.unknown(
                Kind.FORMAT,
                "no usage was reported, and only it tells the tokens of %s pictures"
                    .formatted(format)))
        .orElseGet(() -> byTable(order.choice(answer.actual())));
  }

  private Reckoning byTable(Choice choice) {
    return new Tariff(price)
        .pictures(choice, answer.pictures(), true)
        .map(output -> ofPictures(output, choice))
        .orElseGet(() -> Reckoning.unknown(Kind.NO_ROW, order.noRow(choice)));
  }

  private Reckoning ofPictures(Span output, Choice choice) {
    return switch (price.terms()) {
      case Price.PerImage _ -> ofSpan(output, choice);
      case PerToken terms -> withInput(terms, output, choice);
    };
  }

  private Reckoning withInput(PerToken terms, Span output, Choice choice) {
    Span all =
        output
            .and(order.partials(terms, answer.pictures()))
            .and(order.prompt(terms, answer.pictures()));
    return order.references() > 0 ? unknown(all.high(), references()) : ofSpan(all, choice);
  }

  private static Obstacle references() {
    return new Obstacle(
        Kind.REFERENCES,
        "no usage was reported, and only it tells the tokens of pictures sent along");
  }

  private Reckoning ofSpan(Span span, Choice choice) {
    if (span.exact()) {
      return total(span.high(), CostBasis.TABLE);
    }
    return choice.open()
        ? Reckoning.unknown(
            Kind.OPEN_CHOICE,
            "no usage was reported, and the answer does not say which %s the model chose"
                .formatted(choice.left()))
        : Reckoning.unknown(
            Kind.BOUNDS,
            "no usage was reported, and the tokens of quality %s are known only within bounds"
                .formatted(choice.quality()));
  }

  private Reckoning total(List<CostLine> lines, CostBasis basis) {
    return Reckoning.known(new Cost(Span.total(lines), basis, lines, version));
  }

  private Reckoning unknown(List<CostLine> lines, Obstacle obstacle) {
    return new Reckoning(new Cost(null, CostBasis.UNKNOWN, lines, version), obstacle);
  }
}
