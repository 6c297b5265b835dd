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
/// @param mostReferences pictures that an edit may bring; 0 when the model does not edit
/// @param accepted the names of the API's parameters that it takes
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
    int mostReferences,
    Set<String> accepted,
    String note) {

  /// Copies the collections.
  public ModelCard {
    qualities = List.copyOf(qualities);
    formats = List.copyOf(formats);
    backgrounds = List.copyOf(backgrounds);
    accepted = Set.copyOf(accepted);
  }
}
