package dev.easel.domain.usecase;

import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.Entry;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The lines of an entry's cost in words, and what they come to.
record CostLines(Entry entry) {

  List<Explanation.Line> lines() {
    return entry.cost().lines().stream()
        .map(line -> new Explanation.Line(line, origin(line), sentence(line)))
        .toList();
  }

  private String origin(CostLine line) {
    if (line.lineClass() == LineClass.PER_IMAGE) {
      return line.assumed()
          ? "counted by Easel: the published price of " + kind()
          : "the pictures of the answer: the price of " + kind();
    }
    if (!line.assumed()) {
      return "reported by the provider";
    }
    if (entry.cost().basis() == CostBasis.USAGE) {
      return "reported by the provider without its kind, which Easel assumes";
    }
    return switch (line.lineClass()) {
      case IMAGE_OUTPUT -> "counted by Easel: the tokens of " + kind();
      case PARTIAL_IMAGE -> "counted by Easel: the partial pictures asked for";
      case TEXT_INPUT -> "counted by Easel: the prompt";
      case IMAGE_INPUT, TEXT_OUTPUT, PER_IMAGE -> "counted by Easel";
    };
  }

  private String kind() {
    String size = entry.size().orElse("no size named");
    return size + entry.quality().map(quality -> ", " + quality).orElse("");
  }

  private String sentence(CostLine line) {
    return "%s at %s per %s: %s, %s"
        .formatted(counted(line), line.rate(), per(line), line.amount(), origin(line));
  }

  private static String counted(CostLine line) {
    boolean one = line.quantity() == 1;
    String words = line.lineClass().word().replace('_', ' ');
    return line.lineClass() == LineClass.PER_IMAGE
        ? number(line.quantity()) + (one ? " picture" : " pictures")
        : number(line.quantity()) + " " + words + (one ? " token" : " tokens");
  }

  private static String per(CostLine line) {
    if (line.per() == CostLine.MILLION) {
      return "million";
    }
    String unit = line.lineClass() == LineClass.PER_IMAGE ? "picture" : "token";
    return line.per() == 1 ? unit : number(line.per()) + " " + unit + "s";
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  Optional<Explanation.Sum> sum() {
    List<CostLine> lines = entry.cost().lines();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Money total = lines.stream().map(CostLine::amount).reduce(Money.ZERO, Money::plus);
    boolean matches = total.equals(entry.cost().amount());
    return Optional.of(new Explanation.Sum(total, matches, sentence(total)));
  }

  private String sentence(Money total) {
    Money amount = entry.cost().amount();
    if (amount == null) {
      return "the lines that are known come to " + total + ", which is not all";
    }
    if (!total.equals(amount)) {
      return "the lines come to %s, which is %s"
          .formatted(total, CostMeaning.compared(total.minus(amount)));
    }
    return "the lines add up to " + total + "; " + rounding();
  }

  private String rounding() {
    return entry.cost().lines().stream().allMatch(CostLines::exact)
        ? "nothing is rounded"
        : "each is rounded to a thousand-millionth of a dollar, halves up";
  }

  private static boolean exact(CostLine line) {
    return BigInteger.valueOf(line.rate().nanos())
        .multiply(BigInteger.valueOf(line.quantity()))
        .equals(BigInteger.valueOf(line.amount().nanos()).multiply(BigInteger.valueOf(line.per())));
  }
}
