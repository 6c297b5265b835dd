package dev.easel.app.http;

import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.usecase.MarkEntry;
import dev.easel.domain.usecase.SettleEntry;
import dev.easel.domain.usecase.Studio;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Changes what may be changed of an entry: what became of its money, its star, its tags. All of a
/// request is understood before any of it is done.
final class EntryChanges {

  private static final Set<String> KNOWN = Set.of("settle", "usd", "star", "tags");
  private static final String CHARGED = "charged";
  private static final String NOT_CHARGED = "not_charged";

  private final Studio studio;

  EntryChanges(Studio studio) {
    this.studio = studio;
  }

  /// The entry as it is when everything in `body` is done.
  ///
  /// @throws Refusal 400 when that cannot be understood, 409 when there is nothing to settle, 422
  ///   when nothing says how much was charged; then nothing is done
  Entry change(Entry entry, Fields body) {
    checkNames(body);
    MarkEntry.@Nullable Marks marks = marks(entry, body);
    Entry settled = settled(entry, body);
    return marks == null ? settled : studio.markEntry().mark(settled, marks);
  }

  private static void checkNames(Fields body) {
    List<String> unknown =
        body.asMap().keySet().stream().filter(name -> !KNOWN.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw invalid("of an entry, settle with usd, star and tags can be changed, and nothing else");
    }
    if (body.isEmpty()) {
      throw invalid("there is nothing to change; give settle with usd, star or tags");
    }
  }

  private MarkEntry.@Nullable Marks marks(Entry entry, Fields body) {
    if (!body.has("star") && !body.has("tags")) {
      return null;
    }
    Set<String> tags = body.has("tags") ? tags(body) : entry.tags();
    Set<String> gone = new HashSet<>(entry.tags());
    gone.removeAll(tags);
    try {
      return new MarkEntry.Marks(star(body), body.has("tags") ? tags : Set.of(), gone);
    } catch (IllegalArgumentException wrong) {
      throw invalid(String.valueOf(wrong.getMessage()));
    }
  }

  private static @Nullable Boolean star(Fields body) {
    return body.has("star")
        ? body.flag("star").orElseThrow(() -> invalid("star must be true or false"))
        : null;
  }

  private static Set<String> tags(Fields body) {
    if (!(body.get("tags") instanceof List<?> list)
        || !list.stream().allMatch(String.class::isInstance)) {
      throw invalid("tags must be a list of words");
    }
    return new HashSet<>(list.stream().map(String.class::cast).toList());
  }

  private Entry settled(Entry entry, Fields body) {
    Optional<String> settle = body.text("settle");
    if (settle.filter(word -> Stream.of(CHARGED, NOT_CHARGED).anyMatch(word::equals)).isEmpty()
        && (body.has("settle") || body.has("usd"))) {
      throw invalid("settle must be charged or not_charged; usd goes with charged");
    }
    if (settle.isEmpty()) {
      return entry;
    }
    Money amount = amount(body);
    return settle.get().equals(CHARGED)
        ? told(studio.settleEntry().charged(entry, amount))
        : told(notCharged(entry, amount));
  }

  private SettleEntry.Settling notCharged(Entry entry, @Nullable Money amount) {
    if (amount != null) {
      throw invalid("usd goes with charged");
    }
    return studio.settleEntry().notCharged(entry);
  }

  private static @Nullable Money amount(Fields body) {
    if (body.get("usd") == null) {
      return null;
    }
    try {
      Money amount = body.decimal("usd").map(Money::ofUsd).orElse(Money.ZERO);
      if (amount.compareTo(Money.ZERO) > 0) {
        return amount;
      }
    } catch (ArithmeticException _) {
      // told below
    }
    throw invalid("usd must be a number of dollars above zero, such as 0.04");
  }

  private static Entry told(SettleEntry.Settling settling) {
    return switch (settling) {
      case SettleEntry.Settling.Settled(Entry entry) -> entry;
      case SettleEntry.Settling.NotUnknown(Entry entry) ->
          throw Refusal.of(
                  409,
                  "not_unknown",
                  "only what may have been charged, or what cost nobody knows how much, can be"
                      + " settled, and this one is "
                      + entry.state().word())
              .about(entry.id().toString());
      case SettleEntry.Settling.AmountNeeded(Entry entry) ->
          throw Refusal.of(422, "amount_needed", "nothing says how much was charged; give usd")
              .about(entry.id().toString());
    };
  }

  private static Refusal invalid(String sentence) {
    return Refusal.of(400, "invalid_request", sentence);
  }
}
