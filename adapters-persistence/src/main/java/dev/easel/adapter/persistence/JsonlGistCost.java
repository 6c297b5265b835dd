package dev.easel.adapter.persistence;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.EntryState;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The cost in a line, without its lines.
final class JsonlGistCost {

  /// The decimals of a nano-dollar.
  static final int DECIMALS = 9;

  /// The highest amount that is read, in nano-dollars.
  static final long DEAREST = 1_000_000_000_000_000L;

  /// A line without cost.
  static final JsonlGistCost NONE = new JsonlGistCost();

  private static final Map<String, CostBasis> BASES =
      Arrays.stream(CostBasis.values()).collect(Collectors.toMap(CostBasis::word, basis -> basis));
  private static final Set<String> CLASSES =
      Arrays.stream(LineClass.values()).map(LineClass::word).collect(Collectors.toSet());

  private boolean present;
  private @Nullable Long nanos;
  private @Nullable CostBasis basis = CostBasis.UNKNOWN;

  private JsonlGistCost() {}

  /// Reads the object at hand, or null.
  static JsonlGistCost read(JsonlTokenStream tokens) {
    JsonlGistCost cost = new JsonlGistCost();
    cost.present = tokens.object(name -> cost.take(name, tokens));
    tokens.expect(cost.basis != null);
    return cost;
  }

  private void take(String name, JsonlTokenStream tokens) {
    switch (name) {
      case "usd" -> nanos = tokens.number(DECIMALS, DEAREST);
      case "basis" -> basis = BASES.get(String.valueOf(tokens.text()));
      case "lines" -> tokens.array(() -> readLine(tokens));
      default -> tokens.skip();
    }
  }

  private static void readLine(JsonlTokenStream tokens) {
    boolean[] hasClass = new boolean[1];
    tokens.object(name -> {
      switch (name) {
        case "class" -> hasClass[0] = CLASSES.contains(String.valueOf(tokens.text()));
        case "usd", "rate_usd" -> tokens.number(DECIMALS, DEAREST);
        default -> tokens.skip();
      }
    });
    tokens.expect(hasClass[0]);
  }

  /// The cost of an entry that ended so.
  ///
  /// @param logged what a line says that has no cost of its own, in nano-dollars
  Cost of(EntryState ended, @Nullable Long logged) {
    if (present) {
      return new Cost(
          nanos == null ? null : new Money(nanos),
          basis == null ? CostBasis.UNKNOWN : basis,
          java.util.List.of(),
          null);
    }
    if (ended == EntryState.RELEASED) {
      return Cost.NONE;
    }
    return logged == null ? Cost.UNKNOWN : Cost.of(new Money(logged), CostBasis.AS_LOGGED);
  }
}
