package dev.easel.domain.usecase;

import dev.easel.domain.cost.CostBasis;
import dev.easel.domain.cost.LineClass;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Failure;
import dev.easel.domain.ledger.Entry;
import java.util.Arrays;
import java.util.Set;

/// Says what the state of an entry and the basis of its cost mean for the money.
final class CostMeaning {

  /// Codes of requests that were written and never sent, or not sent again.
  private static final Set<String> NOT_SENT =
      Set.of(
          "cancelled",
          "interrupted",
          "upload_unreadable",
          "stopping",
          "stopped",
          "not_recorded",
          "process_died");

  private CostMeaning() {}

  /// One sentence about `entry`.
  static String of(Entry entry) {
    return switch (entry.state()) {
      case RESERVED ->
          (entry.waiting() ? "it waits to be sent, and " : "it is under way; ") + risk(entry);
      case SETTLED -> settled(entry);
      case RELEASED -> "nothing was charged: " + released(entry);
      case UNKNOWN -> "it may have been charged: " + unknown(entry) + "; " + risk(entry);
    };
  }

  private static String settled(Entry entry) {
    return switch (entry.cost().basis()) {
      case PROVIDER ->
          "the provider named this figure in its answer; it stands as named, whatever the price"
              + " book says, rounded to a thousand-millionth of a dollar";
      case USAGE ->
          entry.cost().lines().isEmpty()
              ? "the provider counts nothing, and your price file says that this model is priced"
                  + " so"
              : "the provider reported the tokens, and each class of tokens has its price";
      case TABLE -> table(entry);
      case AS_LOGGED ->
          "an older log named this figure; how it came about is not recorded, so it has no lines";
      case BY_HAND ->
          entry.images().isEmpty()
              ? "what became of it was not known, and you settled it by hand as charged with this"
                  + " figure"
              : "it was made, nothing told what it cost, and you settled it by hand with this"
                  + " figure";
      case NONE -> "nothing was charged";
      case UNKNOWN ->
          "it was made, and nothing tells what it cost; that is not zero; " + risk(entry);
    };
  }

  private static String table(Entry entry) {
    return entry.cost().lines().stream().anyMatch(line -> line.lineClass() == LineClass.PER_IMAGE)
        ? "a picture of this size and quality has a price of its own in the price book"
        : "no usage was reported, so Easel counted the tokens by the model's table or formula";
  }

  private static String released(Entry entry) {
    if (entry.cost().basis() == CostBasis.BY_HAND) {
      return "what became of it was not known, and you settled it by hand as not charged";
    }
    if (entry.code() == null) {
      return "an older log has it as failed, which counts as not charged";
    }
    if (neverReached(entry.code())) {
      return "the provider was never reached (" + entry.code() + ")";
    }
    return entry.sent().isEmpty() || NOT_SENT.contains(entry.code())
        ? "Easel sent nothing (" + entry.code() + ")"
        : "the provider refused it before it made a picture (" + entry.code() + ")";
  }

  private static boolean neverReached(String code) {
    return Arrays.stream(Failure.Hindrance.values())
        .anyMatch(hindrance -> hindrance.word().equals(code));
  }

  private static String unknown(Entry entry) {
    String code = entry.code() == null ? "" : " (" + entry.code() + ")";
    return "it went out, and no picture came back with a word about the money" + code;
  }

  private static String risk(Entry entry) {
    Money risk = entry.atRisk();
    return risk == null
        ? "how much is at risk is not known, since no estimate of its cost is recorded"
        : "up to " + risk + " is at risk, the high end of the estimate that was reserved for it";
  }

  /// How a figure that is so much dearer compares with the entry's.
  static String compared(Money difference) {
    return difference.compareTo(Money.ZERO) < 0
        ? Money.ZERO.minus(difference) + " less than the entry has"
        : difference + " more than the entry has";
  }
}
