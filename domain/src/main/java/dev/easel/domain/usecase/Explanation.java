package dev.easel.domain.usecase;

import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Reckoning;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import java.util.List;
import java.util.Optional;

/// Why an entry costs what it costs, as far as its record and the price book in force tell. Every
/// sentence is for people; those that quote the entry hold foreign text.
///
/// @param meaning what the entry's state and basis say about the money
/// @param why why the cost is not known; null where it is, and where nothing is owed
/// @param sum what the lines come to; null when there are none
/// @param differences sizes and qualities that came out otherwise than asked for, where that
///   changes the price
/// @param estimate by the price book in force, of an entry that is reserved or unknown; else null
/// @param again by the price book in force, of an entry that is settled; else null
public record Explanation(
    Entry entry,
    String meaning,
    @Nullable String why,
    List<Line> lines,
    @Nullable Sum sum,
    List<Difference> differences,
    @Nullable Forecast estimate,
    @Nullable Again again) {

  /// Copies the lists.
  public Explanation {
    lines = List.copyOf(lines);
    differences = List.copyOf(differences);
  }

  /// A line of the cost.
  ///
  /// @param origin whose count the quantity is
  /// @param sentence the whole line
  public record Line(CostLine line, String origin, String sentence) {}

  /// What the lines come to.
  ///
  /// @param matches whether that is the entry's figure
  public record Sum(Money total, boolean matches, String sentence) {}

  /// A parameter that was asked for, sent or used in different ways.
  ///
  /// @param asked the pictures alone at what was asked for, by the price book in force
  /// @param made the pictures alone as they were made
  public record Difference(
      String parameter,
      @Nullable String requested,
      @Nullable String sent,
      @Nullable String actual,
      Estimate asked,
      Estimate made,
      String sentence) {}

  /// What a request that has no known end would cost.
  ///
  /// @param matches whether its high end is what the entry has at risk
  public record Forecast(Estimate estimate, boolean matches, String sentence) {}

  /// The same request and answer, priced again.
  ///
  /// @param priceBook the version that was asked
  /// @param difference by how much it is dearer than the entry's figure, negative when it is
  ///   cheaper; null when either is not known
  public record Again(
      String priceBook, Reckoning reckoning, @Nullable Money difference, String sentence) {

    /// Whether the figure is the entry's.
    public boolean same() {
      return Money.ZERO.equals(difference);
    }
  }

  /// What the lines come to, if there are any.
  public Optional<Sum> summed() {
    return Optional.ofNullable(sum);
  }

  /// What it would cost, if its end is not known.
  public Optional<Forecast> forecast() {
    return Optional.ofNullable(estimate);
  }

  /// What it costs by the price book in force, if it is settled.
  public Optional<Again> priced() {
    return Optional.ofNullable(again);
  }
}
