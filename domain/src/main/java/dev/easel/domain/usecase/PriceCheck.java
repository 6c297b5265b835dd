package dev.easel.domain.usecase;

import dev.easel.domain.cost.DatedPrice;
import dev.easel.domain.cost.PriceComparison;
import dev.easel.domain.image.ModelCard;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// What about models and prices wants a look.
///
/// @param priceBook the version of the price book
/// @param day the day, UTC, for which this holds
/// @param retirements models near their shutdown or past it; those in use first, then the nearest
/// @param unsourced prices of which nobody says where they are from
/// @param expired prices that hold no more
/// @param unpriced models with a card and no price that holds
/// @param uncarded prices whose model has no card
/// @param replacements prices of the user's in the place of built-in ones
public record PriceCheck(
    String priceBook,
    LocalDate day,
    List<Retirement> retirements,
    List<DatedPrice> unsourced,
    List<Expiry> expired,
    List<ModelCard> unpriced,
    List<DatedPrice> uncarded,
    List<Replacement> replacements) {

  /// Copies the lists.
  public PriceCheck {
    retirements = List.copyOf(retirements);
    unsourced = List.copyOf(unsourced);
    expired = List.copyOf(expired);
    unpriced = List.copyOf(unpriced);
    uncarded = List.copyOf(uncarded);
    replacements = List.copyOf(replacements);
  }

  /// What the user works with.
  ///
  /// @param provider the configured provider
  /// @param model the model that is used when nobody names one
  /// @param recent the models of the log's newest days
  public record Interest(String provider, String model, Set<String> recent) {
    /// Copies the set.
    public Interest {
      recent = Set.copyOf(recent);
    }

    boolean standard(ModelCard card) {
      return card.provider().equals(provider) && card.id().equals(model);
    }
  }

  /// A model near its shutdown or past it.
  ///
  /// @param daysLeft until the shutdown; zero or less from that day on
  /// @param standard whether it is used when nobody names a model
  /// @param recent whether the log has used it lately
  public record Retirement(
      ModelCard card, LocalDate shutdown, long daysLeft, boolean standard, boolean recent) {}

  /// A price that holds no more.
  ///
  /// @param followed whether another one of the same model holds
  public record Expiry(DatedPrice price, boolean followed) {}

  /// A price of the user's in the place of a built-in one.
  public record Replacement(DatedPrice own, DatedPrice builtIn) {
    /// By how much the user's differs.
    public PriceComparison comparison() {
      return new PriceComparison(builtIn.price(), own.price());
    }
  }

  /// Whether nothing wants a look.
  public boolean clean() {
    return retirements.isEmpty()
        && unsourced.isEmpty()
        && expired.isEmpty()
        && unpriced.isEmpty()
        && uncarded.isEmpty()
        && replacements.isEmpty();
  }
}
