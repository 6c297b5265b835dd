package dev.easel.domain.usecase;

import dev.easel.domain.cost.Estimate;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Where size or quality was asked for in one way, sent or used in another, and that changes the
/// price of the pictures.
record ParameterDifferences(Entry entry, Recollection recalled, Pricing pricing) {

  List<Explanation.Difference> list() {
    return Stream.of("size", "quality").flatMap(name -> difference(name).stream()).toList();
  }

  private Optional<Explanation.Difference> difference(String name) {
    String requested = entry.requested().text(name).orElse(null);
    String sent = entry.sent().text(name).orElse(null);
    String actual = entry.actual().text(name).orElse(null);
    String used = actual == null ? sent : actual;
    if (used == null || Objects.equals(used, requested)) {
      return Optional.empty();
    }
    Estimate asked = pictures(name, requested);
    Estimate made = pictures(name, used);
    return samePrice(asked, made)
        ? Optional.empty()
        : Optional.of(
            new Explanation.Difference(
                name,
                requested,
                sent,
                actual,
                asked,
                made,
                sentence(name, requested, sent, actual) + "; " + prices(asked, made)));
  }

  // What was used of everything else, so that only this parameter tells the two apart. The prompt
  // is the same for both.
  private Estimate pictures(String name, @Nullable String value) {
    ImageRequest request = recalled.request();
    Fields parameters = request.parameters();
    for (String other : List.of("size", "quality")) {
      parameters = parameters.withPresent(other, entry.actual().text(other).orElse(null));
    }
    Fields priced = value == null ? parameters.without(name) : parameters.with(name, value);
    ImageRequest bare =
        new ImageRequest(
            request.operation(), request.provider(), request.model(), "", priced, List.of());
    return pricing.estimate(bare, recalled.day());
  }

  private static boolean samePrice(Estimate one, Estimate other) {
    return one.low().equals(other.low()) && one.high().equals(other.high());
  }

  private static String sentence(
      String name, @Nullable String requested, @Nullable String sent, @Nullable String actual) {
    StringBuilder sentence = new StringBuilder(name);
    sentence.append(requested == null ? " was not named" : " was asked for as " + requested);
    if (sent != null && !sent.equals(requested)) {
      sentence.append(", sent as ").append(sent);
    }
    if (actual != null) {
      sentence.append(", and came out as ").append(actual);
    }
    return sentence.toString();
  }

  private static String prices(Estimate asked, Estimate made) {
    return "by the price book the pictures alone come to %s as asked for and to %s as made"
        .formatted(figure(asked), figure(made));
  }

  private static String figure(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Exact exact -> exact.amount().toString();
      case Estimate.Range range -> range.least() + " up to " + range.most();
      case Estimate.Unknown _ -> "an unknown figure";
    };
  }
}
