package dev.easel.domain.usecase;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.GeneratedImage;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Violation;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.LogUnavailable;
import java.util.List;

/// How an order ended.
public sealed interface Result {

  /// Pictures arrived.
  ///
  /// @param images their bytes, as the provider sent them; empty when the answer is a replay
  /// @param troubles what failed afterwards, a sentence each: a picture that could not be stored,
  ///   an entry that could not be finished
  /// @param replayed whether an earlier request with the same key was answered again
  /// @param envelope the provider's answer, null when it is not known
  record Done(
      Entry entry,
      List<GeneratedImage> images,
      List<String> troubles,
      boolean replayed,
      @Nullable Envelope envelope)
      implements Result {
    /// Copies the lists.
    public Done {
      images = List.copyOf(images);
      troubles = List.copyOf(troubles);
    }
  }

  /// An earlier request with the same key ended without a picture, and the user settled it as
  /// charged. Nothing was sent.
  record Pictureless(Entry entry) implements Result {
    /// The stable word for it.
    public static final String CODE = "settled_without_picture";

    /// One sentence.
    public String message() {
      return "an earlier request with this key brought no picture, and was settled by hand as"
          + " charged; nothing was sent now";
    }
  }

  /// Easel refused: the request breaks rules. Nothing was sent.
  ///
  /// @param entry the released entry, null when it could not be recorded
  record Invalid(List<Violation> violations, @Nullable Entry entry) implements Result {
    /// Copies the violations.
    public Invalid {
      violations = List.copyOf(violations);
    }

    /// The violations in one sentence each.
    public String message() {
      return String.join("; ", violations.stream().map(Violation::message).toList());
    }

    /// The same, with the way to send what is doubtful anyway.
    ///
    /// @param way what sends it anyway, in the words of the door at which it was asked for
    public String message(String way) {
      return String.join("; ", violations.stream().map(broken -> broken.message(way)).toList());
    }

    /// The same without a word of the request.
    String ownWords() {
      return "the request breaks rules for "
          + String.join(", ", violations.stream().map(Violation::parameter).distinct().toList());
    }
  }

  /// Easel refused: a budget stands against it. Nothing was sent.
  record OverBudget(Entry entry, Budget.Refusal refusal) implements Result {}

  /// The key was used for another request. Nothing was sent.
  record KeyReused(Entry entry) implements Result {}

  /// It ended without a picture, and certainly nothing was charged.
  ///
  /// @param troubles what failed afterwards, a sentence each: an entry that could not be finished
  /// @param envelope the provider's answer, null when there was none
  record Released(Entry entry, Failure failure, List<String> troubles, @Nullable Envelope envelope)
      implements Result {
    /// Copies the list.
    public Released {
      troubles = List.copyOf(troubles);
    }
  }

  /// It ended without a picture, and may have been charged.
  ///
  /// @param failure null when an earlier request with the same key ended so
  /// @param troubles what failed afterwards, a sentence each: an entry that could not be finished
  /// @param envelope the provider's answer, null when there was none
  record Uncertain(
      Entry entry, @Nullable Failure failure, List<String> troubles, @Nullable Envelope envelope)
      implements Result {
    /// Copies the list.
    public Uncertain {
      troubles = List.copyOf(troubles);
    }
  }

  /// The log cannot take the entry, so nothing was sent.
  ///
  /// @param message one sentence
  /// @param troubles what failed afterwards, a sentence each: an entry that could not be finished
  record NotRecorded(LogUnavailable.Reason reason, String message, List<String> troubles)
      implements Result {
    /// Copies the list.
    public NotRecorded {
      troubles = List.copyOf(troubles);
    }

    /// What a log that cannot do its work means for an order.
    static NotRecorded of(LogUnavailable why, List<String> troubles) {
      return new NotRecorded(why.reason(), why.getMessage(), troubles);
    }
  }
}
