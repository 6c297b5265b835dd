package dev.easel.domain.cost;

import java.util.Locale;

/// Why a cost is not known.
///
/// @param sentence the reason in this case, for people
public record Obstacle(Kind kind, String sentence) {

  /// The kinds of reasons.
  public enum Kind {
    /// The price book has nothing for the model on that day.
    NO_PRICE("no price for the model on that day"),
    /// The price book knows the model, and not this size and quality.
    NO_ROW("no price for the size and quality"),
    /// The usage is zeros, and the user's own file does not say that this is right.
    ZERO_USAGE("a usage of zeros"),
    /// The usage is no number of tokens.
    BAD_USAGE("a usage that counts no tokens"),
    /// The usage counts no tokens of pictures.
    NO_PICTURE_TOKENS("a usage without tokens of pictures"),
    /// The price book does not say what a class of tokens costs.
    NO_RATE("no rate for pictures sent along"),
    /// A model of which the price book knows nothing was charged besides.
    WRITING_MODEL("another model charged besides"),
    /// No usage, and a format whose tokens only a usage tells.
    FORMAT("no usage, and a format that only a usage counts"),
    /// No usage, and the model's own choice of size or quality is not told.
    OPEN_CHOICE("no usage, and the model's choice of size or quality not told"),
    /// No usage, and the rule gives only bounds.
    BOUNDS("no usage, and tokens known only within bounds"),
    /// No usage, and pictures that were sent along.
    REFERENCES("no usage, and pictures sent along"),
    /// No usage, and a prompt that was kept out of the log.
    PROMPT("no usage, and a prompt that is not kept"),
    /// No usage, and no pictures.
    NO_PICTURES("neither usage nor pictures recorded"),
    /// The provider's own figure is none.
    BAD_FIGURE("a provider's figure below zero"),
    /// The figures are too large.
    OUT_OF_RANGE("figures out of the range of money");

    private final String summary;

    Kind(String summary) {
      this.summary = summary;
    }

    /// The kind in a few words, for people.
    public String summary() {
      return summary;
    }

    /// The stable word in answers: `no_price`, …
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Obstacle outOfRange() {
    return new Obstacle(Kind.OUT_OF_RANGE, "the figures are out of the range of money");
  }
}
