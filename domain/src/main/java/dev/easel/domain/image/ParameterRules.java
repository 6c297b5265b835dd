package dev.easel.domain.image;

import dev.easel.domain.image.RequestRules.Findings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which of the API's parameters a model takes, and which words they may have.
record ParameterRules(ModelCard card, ImageRequest request, Findings findings) {

  private static final Map<String, List<String>> WORDS =
      new TreeMap<>(
          Map.of(
              "style", List.of("vivid", "natural"),
              "response_format", List.of("url", "b64_json"),
              "moderation", List.of("auto", "low"),
              "complexity", List.of("low", "medium", "high")));

  void check() {
    RequestRules.PARAMETERS.forEach(this::accepted);
    WORDS.forEach((name, words) -> Words.check(card, request, name, words, findings));
    Words.check(card, request, "input_fidelity", card.fidelities(), findings);
    editsOnly();
    stream();
  }

  private void accepted(String name) {
    if (request.parameters().get(name) != null && !card.accepted().contains(name)) {
      refuse(name);
    }
  }

  private void refuse(String name) {
    List<String> taken =
        RequestRules.PARAMETERS.stream().filter(card.accepted()::contains).toList();
    findings.add(
        name,
        "%s %s must be left out: %s does not take this parameter; it takes %s"
            .formatted(
                name,
                Quotation.of(request.parameters().get(name)),
                card.id(),
                String.join(", ", taken)));
  }

  private void editsOnly() {
    if (request.operation() == Operation.GENERATE
        && request.parameters().get("input_fidelity") != null
        && card.accepted().contains("input_fidelity")) {
      findings.add("input_fidelity", "input_fidelity is for edits only; leave it out");
    }
  }

  private void stream() {
    if (!card.accepted().contains("stream")) {
      return;
    }
    Object stream = request.parameters().get("stream");
    if (stream != null && request.parameters().flag("stream").isEmpty()) {
      findings.add("stream", "stream %s is not true or false".formatted(Quotation.of(stream)));
    }
    Ranges.check(card, request, "partial_images", 0, 3, findings);
    if (request.parameters().whole("partial_images").orElse(0) > 0 && !request.stream()) {
      findings.add("partial_images", "partial_images comes only with stream true");
    }
  }
}
