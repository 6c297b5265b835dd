package dev.easel.app.tui.text;

import dev.easel.domain.cost.Cost;
import dev.easel.domain.cost.CostLine;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;

/// Parts of what is said about a cost.
public final class CostPhrases {

  private CostPhrases() {}

  /// The version of the price book behind other words, nothing where there is none.
  public static String book(@Nullable String version) {
    return version == null ? "" : ", price book " + version;
  }

  /// How a cost is known.
  public static String basis(Cost cost) {
    return switch (cost.basis()) {
      case PROVIDER -> "the provider's own figure";
      case USAGE -> "the reported usage × the price of each token";
      case TABLE -> "by the price table";
      case AS_LOGGED -> "as an older log has it";
      case BY_HAND -> "settled by hand";
      case NONE -> "nothing was charged";
      case UNKNOWN -> "nothing tells it; it is not zero";
    };
  }

  /// What a line counts, without how many.
  public static String what(CostLine line) {
    boolean one = line.quantity() == 1;
    return switch (line.lineClass()) {
      case IMAGE_OUTPUT -> "image output " + (one ? "token" : "tokens");
      case PARTIAL_IMAGE -> "partial image " + (one ? "token" : "tokens");
      case TEXT_INPUT -> "text input " + (one ? "token" : "tokens");
      case IMAGE_INPUT -> "image input " + (one ? "token" : "tokens");
      case TEXT_OUTPUT -> "text output " + (one ? "token" : "tokens");
      case PER_IMAGE -> one ? "picture" : "pictures";
    };
  }

  /// The price of a line.
  public static String rate(CostLine line) {
    Money rate = line.rate();
    if (line.lineClass() == LineClass.PER_IMAGE && line.per() == 1) {
      return "at " + Figures.money(rate) + " each";
    }
    String per = line.per() == CostLine.MILLION ? "million" : Figures.count(line.per());
    return "at " + Figures.money(rate) + " per " + per;
  }
}
