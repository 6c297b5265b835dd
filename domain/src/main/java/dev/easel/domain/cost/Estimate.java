package dev.easel.domain.cost;

import java.util.List;
import java.util.Optional;

/// What a request would cost, before it is sent.
public sealed interface Estimate {

  /// The version of the price book that was asked.
  String priceBook();

  /// The lines that make up the figure, at its high end; empty when unknown.
  List<CostLine> lines();

  /// The least it can cost.
  Optional<Money> low();

  /// The most it can cost: what a budget reserves.
  Optional<Money> high();

  /// One figure, computed from the request alone.
  record Exact(Money amount, List<CostLine> lines, String priceBook) implements Estimate {
    /// Copies the lines.
    public Exact {
      lines = List.copyOf(lines);
    }

    @Override
    public Optional<Money> low() {
      return Optional.of(amount);
    }

    @Override
    public Optional<Money> high() {
      return Optional.of(amount);
    }
  }

  /// Something between two figures, both inclusive.
  ///
  /// @param why one sentence: what is not known before the answer
  record Range(Money least, Money most, List<CostLine> lines, String why, String priceBook)
      implements Estimate {
    /// Copies the lines.
    public Range {
      lines = List.copyOf(lines);
    }

    @Override
    public Optional<Money> low() {
      return Optional.of(least);
    }

    @Override
    public Optional<Money> high() {
      return Optional.of(most);
    }
  }

  /// Nothing can be said.
  ///
  /// @param why one sentence
  record Unknown(String why, String priceBook) implements Estimate {
    @Override
    public List<CostLine> lines() {
      return List.of();
    }

    @Override
    public Optional<Money> low() {
      return Optional.empty();
    }

    @Override
    public Optional<Money> high() {
      return Optional.empty();
    }
  }
}
