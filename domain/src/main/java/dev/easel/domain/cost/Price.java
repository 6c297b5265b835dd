package dev.easel.domain.cost;

import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.SizeRule;
import java.util.List;
import java.util.Map;

/// What one model costs at one provider.
///
/// @param defaults what the API takes for a request that does not say
/// @param source where the figures are from, for people
/// @param byUser whether the user's own file says so, so that even a reported usage of zeros is
///   priced
public record Price(
    String provider, String model, Terms terms, Choice defaults, String source, boolean byUser) {

  /// What stands for the source of a price of the user's that names none.
  public static final String NO_SOURCE = "prices.file";

  /// Whether somebody said where the figures are from.
  public boolean sourced() {
    return !source.equals(NO_SOURCE);
  }

  /// What a picture's price hangs on, in the API's own words.
  ///
  /// @param size `WxH`, or `auto`: the model chooses
  /// @param quality a quality, or `auto`: the model chooses
  public record Choice(String size, String quality) {

    /// The word for leaving it to the model.
    public static final String AUTO = "auto";

    /// Everything left to the model, as GPT image models take it.
    public static final Choice BY_MODEL = new Choice(AUTO, AUTO);

    /// Whether the model chooses the size.
    public boolean anySize() {
      return size.equals(AUTO);
    }

    /// Whether the model chooses the quality.
    public boolean anyQuality() {
      return quality.equals(AUTO);
    }

    /// Whether the model chooses anything.
    public boolean open() {
      return anySize() || anyQuality();
    }

    /// What the model chooses, for people; empty when it chooses nothing.
    String left() {
      String conjunction = anySize() && anyQuality() ? " and " : "";
      return (anySize() ? "size" : "") + conjunction + (anyQuality() ? "quality" : "");
    }
  }

  /// How the model is charged.
  public sealed interface Terms {}

  /// A price for each picture, by size and quality.
  ///
  /// A row's size or quality is null when it holds for all; of several rows that hold, the first
  /// counts.
  public record PerImage(List<Each> rows) implements Terms {
    /// Copies the rows.
    public PerImage {
      rows = List.copyOf(rows);
    }

    /// One row of the table.
    public record Each(@Nullable ImageSize size, @Nullable String quality, Money each) {}
  }

  /// A price for each class of token.
  ///
  /// @param promptOverhead tokens that every prompt costs beside its own
  /// @param partialImage image output tokens of each partial picture
  /// @param reference image input tokens of each picture sent along, null when no bound is known
  public record PerToken(
      Rates rates,
      OutputRule output,
      long promptOverhead,
      long partialImage,
      @Nullable Bounds reference)
      implements Terms {}

  /// The price of a million tokens of each class; null where the class is not charged or not
  /// listed.
  public record Rates(
      Money textInput, @Nullable Money imageInput, Money imageOutput, @Nullable Money textOutput) {}

  /// Between so many tokens and so many, both inclusive.
  public record Bounds(long low, long high) {}

  /// How many output tokens a picture has.
  public sealed interface OutputRule {}

  /// A number of tokens for each size and quality.
  public record TokenTable(List<Tokens> rows) implements OutputRule {
    /// Copies the rows.
    public TokenTable {
      rows = List.copyOf(rows);
    }

    /// One row of the table.
    public record Tokens(ImageSize size, String quality, long tokens) {}
  }

  /// The formula of gpt-image-2 and later, with a factor for each quality.
  ///
  /// @param sizes the sizes for which it holds
  public record AxisFormula(Map<String, Axis> factors, SizeRule.Arithmetic sizes)
      implements OutputRule {
    /// Copies the factors.
    public AxisFormula {
      factors = Map.copyOf(factors);
    }

    /// The factor of a quality, and how many times the formula's tokens are really charged: between
    /// `lowTimes` and `highTimes`; both 1 where the formula is exact.
    public record Axis(int factor, int lowTimes, int highTimes) {}
  }

  /// Only a published price for each picture is known; the tokens behind it are not.
  public record Published(List<PerImage.Each> rows) implements OutputRule {
    /// Copies the rows.
    public Published {
      rows = List.copyOf(rows);
    }
  }
}
