package dev.easel.domain.cost;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
    return new Span(both(other, Span::low), both(other, Span::high));
  }

  private List<CostLine> both(Span other, Function<Span, List<CostLine>> end) {
    return Stream.concat(end.apply(this).stream(), end.apply(other).stream()).toList();
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
    return lines.stream().map(CostLine::amount).reduce(Money.ZERO, Money::plus);
  }
}
