package dev.easel.app.tui.command;

import dev.easel.domain.image.Similarity;
import java.util.List;
import java.util.function.Function;

/// Finds what belongs to the models that a user names.
final class ModelNames {

  private ModelNames() {}

  /// The things whose model's id is one of these or begins like it; all where none is named.
  ///
  /// @param all the command that lists every id
  static <T> List<T> chosen(
      List<String> ids, List<T> things, Function<T, String> model, String all) {
    List<String> known = things.stream().map(model).distinct().toList();
    ids.forEach(id -> check(id, known, all));
    return things.stream()
        .filter(thing -> ids.isEmpty() || ids.stream().anyMatch(model.apply(thing)::startsWith))
        .toList();
  }

  private static void check(String id, List<String> known, String all) {
    if (known.stream().noneMatch(name -> name.startsWith(id))) {
      List<String> near = Similarity.nearest(id, known);
      String hint =
          near.isEmpty()
              ? all + " lists them all"
              : "did you mean " + String.join(" or ", near) + "?";
      throw CommandFailure.wrong("no model is called '%s'; %s".formatted(id, hint));
    }
  }
}
