package dev.easel.domain.image;

import java.util.ArrayList;
import java.util.List;

/// What a request must satisfy before it is sent.
///
/// The figures are of the [Images
/// API](https://developers.openai.com/api/docs/guides/image-generation) and of each model's card. A
/// parameter that the API does not have passes, since it may be another server's.
public final class RequestRules {

  /// The parameters of the API that not every model takes; what is in no such list passes.
  public static final List<String> PARAMETERS =
      List.of(
          "n",
          "size",
          "quality",
          "style",
          "response_format",
          "output_format",
          "output_compression",
          "background",
          "moderation",
          "input_fidelity",
          "stream",
          "partial_images",
          "complexity",
          "frame_count",
          "frame_duration_ms",
          "svg");

  private RequestRules() {}

  /// Everything that is wrong with `request`; empty when it may be sent.
  ///
  /// @param card null for a model of which nothing is known: then only the rules hold that any
  ///   server has
  public static List<Violation> check(@Nullable ModelCard card, ImageRequest request) {
    Findings findings = new Findings();
    GeneralRules.check(request, findings);
    if (card != null) {
      new PromptAndSizeRules(card, request, findings).check();
      new ParameterRules(card, request, findings).check();
      new FormatRules(card, request, findings).check();
      new EditRules(card, request, findings).check();
    }
    return findings.all();
  }

  /// Says that `provider` serves no model of this id, with the ids that look most like it.
  ///
  /// @param known the cards of all providers
  public static Violation unknownModel(String provider, String model, List<ModelCard> known) {
    List<String> ids =
        known.stream().filter(card -> card.provider().equals(provider)).map(ModelCard::id).toList();
    List<String> similar = Similarity.nearest(model, ids);
    String hint =
        similar.isEmpty()
            ? "it serves " + String.join(", ", ids)
            : "did you mean " + String.join(" or ", similar) + "?";
    return new Violation(
        "model",
        "model %s is not one that %s serves: %s".formatted(Quotation.of(model), provider, hint),
        true);
  }

  /// Violations as they are found.
  static final class Findings {
    private final List<Violation> found = new ArrayList<>();

    void add(String parameter, String message) {
      found.add(new Violation(parameter, message));
    }

    List<Violation> all() {
      return List.copyOf(found);
    }
  }
}
