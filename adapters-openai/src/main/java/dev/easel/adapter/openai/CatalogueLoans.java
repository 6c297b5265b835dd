package dev.easel.adapter.openai;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Fills the rows of a user's file that say `like` from the built-in rows that they name.
record CatalogueLoans(ObjectNode builtIn) {

  /// The row itself, or a row for each built-in one that it is like, with its own fields over
  /// theirs.
  List<CatalogueSection> filled(CatalogueSection row, String list) {
    return row.section("like").map(like -> List.copyOf(lent(row, like, list))).orElse(List.of(row));
  }

  private List<CatalogueSection> lent(CatalogueSection row, CatalogueSection like, String list) {
    like.only("provider", "id");
    String provider = like.text("provider");
    String id = like.text("id");
    List<CatalogueSection> lent =
        rows(list)
            .filter(lender -> lender.path("provider").asString("").equals(provider))
            .filter(lender -> holds(lender.path("ids"), id))
            .map(lender -> row.over((ObjectNode) lender))
            .toList();
    if (lent.isEmpty()) {
      like.refuse("names no built-in row of " + list);
    }
    return lent;
  }

  private Stream<JsonNode> rows(String list) {
    return StreamSupport.stream(builtIn.path(list).spliterator(), false);
  }

  private static boolean holds(JsonNode ids, String id) {
    return StreamSupport.stream(ids.spliterator(), false)
        .anyMatch(known -> known.asString("").equals(id));
  }
}
