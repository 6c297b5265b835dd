package dev.easel.app.tui.text;

import java.util.List;

/// Writes the names of models where there is little room.
public final class ModelWord {

  private static final String FAMILY = "gpt-image-";

  private ModelWord() {}

  /// The name, safe to show.
  public static String of(String model) {
    return VisibleText.line(model);
  }

  /// What tells it from its sisters: `2.6-sunburst` for `gpt-image-2.6-sunburst`; the name of any
  /// other family is left whole.
  public static String brief(String model) {
    String shown = of(model);
    return shown.startsWith(FAMILY) && shown.length() > FAMILY.length()
        ? shown.substring(FAMILY.length())
        : shown;
  }

  /// Whether all of them are to be brief, because one has no room in `cells`.
  public static boolean tooLong(List<String> models, int cells) {
    return models.stream().anyMatch(model -> Cells.width(of(model)) > cells);
  }
}
