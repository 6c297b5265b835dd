package dev.easel.domain.usecase;

import dev.easel.domain.cost.Money;
import dev.easel.domain.cost.Obstacle;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.usecase.Repricing.Comparison;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds up entries under other prices, in memory that grows with the number of models only.
final class RepricingTally {

  private record Model(String provider, String id) {}

  private static final class Share {
    private long entries;
    private Comparison compared = Comparison.NOTHING;
    private Comparison found = Comparison.NOTHING;
    private long unpriced;
  }

  private final Share all = new Share();
  private final Map<Model, Share> models = new HashMap<>();
  private final Map<Obstacle.Kind, Repricing.Reason> reasons = new EnumMap<>(Obstacle.Kind.class);
  private Comparison stated = Comparison.NOTHING;
  private long uncharged;
  private Repricing.Open open = new Repricing.Open(0, Money.ZERO);

  void add(Repriced repriced) {
    Entry entry = repriced.entry();
    count(all, repriced);
    count(
        models.computeIfAbsent(new Model(entry.provider(), entry.model()), _ -> new Share()),
        repriced);
    switch (repriced) {
      case Repriced.Compared compared -> {
        if (compared.stated()) {
          stated = stated.and(compared.recorded(), compared.repriced());
        }
      }
      case Repriced.Unpriced unpriced ->
          reasons.merge(unpriced.obstacle().kind(), one(unpriced), RepricingTally::both);
      case Repriced.Uncharged _ -> uncharged++;
      case Repriced.Open _ -> open = wider(entry);
      case Repriced.Found _ -> {}
    }
  }

  private static void count(Share share, Repriced repriced) {
    share.entries++;
    switch (repriced) {
      case Repriced.Compared compared ->
          share.compared = share.compared.and(compared.recorded(), compared.repriced());
      case Repriced.Found found -> share.found = share.found.and(Money.ZERO, found.repriced());
      case Repriced.Unpriced _ -> share.unpriced++;
      case Repriced.Uncharged _, Repriced.Open _ -> {}
    }
  }

  private static Repricing.Reason one(Repriced.Unpriced unpriced) {
    return new Repricing.Reason(unpriced.obstacle().kind(), 1, unpriced.recorded());
  }

  private static Repricing.Reason both(Repricing.Reason one, Repricing.Reason other) {
    return new Repricing.Reason(
        one.kind(), one.entries() + other.entries(), one.recorded().plus(other.recorded()));
  }

  private Repricing.Open wider(Entry entry) {
    Money risk = entry.atRisk() == null ? Money.ZERO : entry.atRisk();
    return new Repricing.Open(open.entries() + 1, open.atRisk().plus(risk));
  }

  Repricing repricing(String priceBook) {
    return new Repricing(
        priceBook,
        all.entries,
        all.compared,
        stated,
        all.found,
        reasons.values().stream()
            .sorted(Comparator.comparingLong(Repricing.Reason::entries).reversed())
            .toList(),
        uncharged,
        open,
        lines());
  }

  private List<Repricing.ModelLine> lines() {
    return models.entrySet().stream()
        .map(model -> line(model.getKey(), model.getValue()))
        .sorted(
            Comparator.comparingLong(Repricing.ModelLine::entries)
                .reversed()
                .thenComparing(Repricing.ModelLine::model)
                .thenComparing(Repricing.ModelLine::provider))
        .toList();
  }

  private static Repricing.ModelLine line(Model model, Share share) {
    return new Repricing.ModelLine(
        model.provider(), model.id(), share.entries, share.compared, share.found, share.unpriced);
  }
}
