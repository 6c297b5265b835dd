package dev.easel.app.tui.command;

import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Json;

/// A JSON document with a list before all else, in pieces, so that none of it has to be remembered.
/// It is whole only with its rest.
final class PiecewiseDocument {

  private String between;

  /// @param list the list's name
  PiecewiseDocument(String list) {
    this.between = "{\"" + list + "\":[";
  }

  /// The next of the list.
  String next(Fields item) {
    String piece = between + Json.write(item);
    between = ",";
    return piece;
  }

  /// What stands behind the list, of which there is something.
  String rest(Fields rest) {
    String opening = between.equals(",") ? "" : between;
    return opening + "]," + Json.write(rest).substring(1);
  }
}
