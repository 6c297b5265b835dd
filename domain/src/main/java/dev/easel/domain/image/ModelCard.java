package dev.easel.domain.image;

import java.util.List;
import java.util.Set;

/// What is known of a model: what it takes, and how long it will be there.
///
/// Empty lists mean that the model does not take the parameter at all. The words are the API's own.
///
/// @param provider the provider that serves it
/// @param id the whole id
/// @param longestPrompt in characters (Unicode code points)
/// @param mostImages the most pictures of one request
/// @param defaultSize what Easel asks for when nobody says
/// @param defaultQuality what Easel asks for when nobody says
/// @param fidelities the words that `input_fidelity` may have in an edit
/// @param references which pictures an edit may bring
/// @param accepted the names of the API's parameters that it takes, `mask` and `markup` included
/// @param note a remark for people, empty when there is none
public record ModelCard(
    String provider,
    String id,
    Lifecycle lifecycle,
    int longestPrompt,
    int mostImages,
    SizeRule sizes,
    String defaultSize,
    List<String> qualities,
    String defaultQuality,
    List<String> formats,
    List<String> backgrounds,
    List<String> fidelities,
    References references,
    Set<String> accepted,
    String note) {

  /// Copies the collections.
  public ModelCard {
    qualities = List.copyOf(qualities);
    formats = List.copyOf(formats);
    backgrounds = List.copyOf(backgrounds);
    fidelities = List.copyOf(fidelities);
    accepted = Set.copyOf(accepted);
  }

  /// Which pictures an edit may bring.
  ///
  /// @param most how many; 0 when the model does not edit
  /// @param bytes each has fewer than this many
  /// @param formats the formats they may have
  public record References(int most, long bytes, List<ImageFormat> formats) {

    /// For a model that does not edit.
    public static final References NONE = new References(0, 0, List.of());

    /// Copies the list.
    public References {
      formats = List.copyOf(formats);
    }
  }
}
