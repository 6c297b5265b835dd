package dev.easel.domain.image;

import java.util.List;
import java.util.Map;

/// What a provider answered, whole but for its pictures: each stands in it as a [PictureReference],
/// so that it can be kept beside the pictures and given out again.
///
/// @param status the HTTP status, 200 to 599
/// @param headers those that may be passed on, by their names in lower case
/// @param events whether the answer was a stream: then the documents are what its finished events
///   say, in their order, else there is at most one
/// @param documents objects of JSON as received, but for secrets; none when the answer was no JSON
public record Envelope(
    int status, Map<String, String> headers, boolean events, List<Fields> documents) {

  /// Copies the collections.
  public Envelope {
    headers = Map.copyOf(headers);
    documents = List.copyOf(documents);
  }

  /// What of it holds later, too: headers are about the moment.
  public Envelope lasting() {
    return new Envelope(status, Map.of(), events, documents);
  }

  /// The same with other documents.
  public Envelope withDocuments(List<Fields> changed) {
    return new Envelope(status, headers, events, changed);
  }
}
