package dev.easel.domain.image;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The one map from a model card to the names and plain values of answers.
public final class ModelFields {

  private ModelFields() {}

  /// The fields of a card.
  ///
  /// @param day on which the stage is asked for
  public static Fields of(ModelCard card, LocalDate day) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("provider", card.provider());
    fields.put("model", card.id());
    life(card.lifecycle(), day, fields);
    fields.put("sizes", sizes(card.sizes()));
    fields.put("default_size", card.defaultSize());
    fields.put("qualities", card.qualities());
    fields.put("default_quality", card.defaultQuality());
    fields.put("formats", card.formats());
    fields.put("backgrounds", card.backgrounds());
    limits(card, fields);
    fields.put("parameters", card.accepted().stream().sorted().toList());
    fields.put("note", card.note().isEmpty() ? null : card.note());
    return Fields.of(fields);
  }

  private static void life(Lifecycle life, LocalDate day, Map<String, @Nullable Object> fields) {
    fields.put("stage", life.stage(day).name().toLowerCase(Locale.ROOT));
    fields.put("released", text(life.released()));
    fields.put("deprecated", text(life.deprecated()));
    fields.put("shutdown", text(life.shutdown()));
    fields.put("replacement", life.replacement());
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static void limits(ModelCard card, Map<String, @Nullable Object> fields) {
    fields.put("most_images", card.mostImages());
    fields.put("longest_prompt", card.longestPrompt());
    fields.put("most_references", card.references().most());
    fields.put("input_fidelities", card.fidelities());
  }

  private static Map<String, @Nullable Object> sizes(SizeRule rule) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("allowed", rule.allowed());
    fields.put("auto", rule.auto());
    fields.put(
        "listed",
        switch (rule) {
          case SizeRule.Listed(List<ImageSize> sizes, boolean _) ->
              sizes.stream().map(ImageSize::toString).toList();
          case SizeRule.Free _, SizeRule.Arithmetic _ -> null;
        });
    return fields;
  }
}
