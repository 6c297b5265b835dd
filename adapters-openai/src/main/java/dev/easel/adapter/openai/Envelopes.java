package dev.easel.adapter.openai;

import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts answers into the form in which they can be given out again: the one that was asked for,
/// events or one object, also where a server answers in the other.
final class Envelopes {

  private static final int LONGEST_HEADER = 200;
  private static final Set<String> PASSED =
      Set.of(
          "x-request-id",
          "openai-processing-ms",
          "openai-version",
          "retry-after",
          "retry-after-ms",
          "x-should-retry");

  private final ImageRequest request;
  private final int status;
  private final ReplyHeaders headers;
  private final ForeignWords words;

  Envelopes(ImageRequest request, int status, ReplyHeaders headers, ForeignWords words) {
    this.request = request;
    this.status = status;
    this.headers = headers;
    this.words = words;
  }

  /// That of an answer with pictures.
  Envelope of(Answer answer) {
    List<Fields> documents = request.stream() ? events(answer) : List.of(document(answer));
    return new Envelope(
        status, passed(), request.stream(), documents.stream().map(words::secretless).toList());
  }

  /// That of a refusal.
  ///
  /// @param body what it says as JSON, null when it is something else
  Envelope of(int meant, @Nullable Fields body) {
    List<Fields> documents = body == null ? List.of() : List.of(words.keyless(body));
    return new Envelope(meant, passed(), false, documents);
  }

  private Map<String, String> passed() {
    Map<String, String> passed = new LinkedHashMap<>();
    headers
        .values()
        .forEach((name, value) -> {
          boolean known = PASSED.contains(name) || name.startsWith("x-ratelimit-");
          if (known && value.length() <= LONGEST_HEADER) {
            passed.put(name, words.plain(value));
          }
        });
    return passed;
  }

  private List<Fields> events(Answer answer) {
    if (!answer.events().isEmpty()) {
      return answer.events();
    }
    List<Fields> items = answer.document().list("data");
    List<Fields> events = new ArrayList<>();
    for (Fields item : items) {
      boolean last = events.size() == items.size() - 1;
      events.add(event(item, answer.document(), last));
    }
    return events;
  }

  private Fields event(Fields item, Fields document, boolean last) {
    String family = request.operation() == Operation.EDIT ? "image_edit" : "image_generation";
    Fields rest = document.without("data").without("created");
    return Fields.NONE
        .with("type", family + ".completed")
        .plus(item)
        .withPresent("created_at", document.get("created"))
        .plus(last ? rest : rest.without("usage"));
  }

  private static Fields document(Answer answer) {
    List<Fields> events = answer.events();
    if (events.isEmpty()) {
      return answer.document();
    }
    Fields last = events.getLast();
    Fields rest = last.without("type").without("b64_json").without("created_at").without("usage");
    List<Fields> items = events.stream().map(Envelopes::item).toList();
    return Fields.NONE
        .withPresent("created", last.get("created_at"))
        .with("data", items)
        .plus(rest)
        .withPresent("usage", answer.usage());
  }

  private static Fields item(Fields event) {
    return Fields.NONE.with("b64_json", event.get("b64_json"));
  }
}
