package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.domain.image.Lifecycle;
import dev.easel.domain.image.ModelCard;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Looks at what is known of models and prices.
final class ModelExamination {

  private static final int NEAR_DAYS = 90;

  private final Session session;

  ModelExamination(Session session) {
    this.session = session;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Wiring.Catalogue catalogue = session.catalogue();
    findings.add(Finding.well("prices", prices(catalogue)));
    LocalDate today = LocalDate.ofInstant(session.time().now(), ZoneOffset.UTC);
    findings.add(standardModel(today));
    endings(catalogue.models().cards(), today)
        .forEach((end, ids) ->
            findings.add(Finding.minded("models", end + ": " + String.join(", ", ids))));
    return findings;
  }

  private String prices(Wiring.Catalogue catalogue) {
    return "price book %s, %s, %s"
        .formatted(
            catalogue.prices().version(),
            Figures.counted(catalogue.models().cards().size(), "model", "models"),
            session.settings().pricesFile() == null
                ? "built in"
                : "with " + session.settings().pricesFile() + " over it");
  }

  private static Map<String, List<String>> endings(List<ModelCard> cards, LocalDate today) {
    return cards.stream()
        .filter(card -> endsSoon(card.lifecycle(), today))
        .collect(
            Collectors.groupingBy(
                card -> "to be shut down on " + end(card.lifecycle()),
                TreeMap::new,
                Collectors.mapping(ModelCard::id, Collectors.toList())));
  }

  private Finding standardModel(LocalDate today) {
    String id = session.settings().defaults().model();
    Optional<ModelCard> card = session.catalogue().models().card(session.settings().provider(), id);
    boolean gone =
        card.map(known -> known.lifecycle().stage(today) == Lifecycle.Stage.SHUT_DOWN)
            .orElse(false);
    if (gone) {
      return Finding.wrong(
          "model",
          "default.model is " + id + ", which was shut down on " + end(card.get().lifecycle()));
    }
    return card.isEmpty()
        ? Finding.minded(
            "model", "default.model is " + id + ", of which neither rules nor prices are known")
        : Finding.well("model", id + " when none is named");
  }

  private static boolean endsSoon(Lifecycle life, LocalDate today) {
    return life.shutdown() != null
        && life.shutdown().isAfter(today)
        && life.shutdown().isBefore(today.plusDays(NEAR_DAYS));
  }

  private static String end(Lifecycle life) {
    String instead = life.replacement() == null ? "" : " (use " + life.replacement() + ")";
    return life.shutdown() + instead;
  }
}
