package dev.easel.domain.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of a cost at its low and at its high end; the same where it is exact.
record Span(List<CostLine> low, List<CostLine> high) {

  static final Span NOTHING = new Span(List.of(), List.of());

  static Span of(CostLine low, CostLine high) {
    return new Span(List.of(low), List.of(high));
  }

  static Span of(Optional<CostLine> line) {
    return line.map(exact -> of(exact, exact)).orElse(NOTHING);
  }

  Span and(Span other) {
    return other.low.isEmpty() && other.high.isEmpty()
        ? this
        : new Span(both(low, other.low), both(high, other.high));
  }

  private static List<CostLine> both(List<CostLine> some, List<CostLine> others) {
    List<CostLine> all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  boolean exact() {
    return least().equals(most());
  }

  Money least() {
    return total(low);
  }

  Money most() {
    return total(high);
  }

  static Money total(List<CostLine> lines) {
    Money total = Money.ZERO;
    for (CostLine line : lines) {
      total = total.plus(line.amount());
    }
    return total;
  }
}
