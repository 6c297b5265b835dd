package dev.easel.domain.image;

import dev.easel.domain.image.RequestRules.Findings;
import java.util.OptionalInt;

/// The rules that any server has.
final class GeneralRules {

  private GeneralRules() {}

  static void check(ImageRequest request, Findings findings) {
    model(request.model(), findings);
    prompt(request.prompt(), findings);
    whole(request, "n", 1, findings);
    whole(request, "seed", Long.MIN_VALUE, findings);
    whole(request, "steps", 1, findings);
    pictures(request, findings);
  }

  private static void model(String model, Findings findings) {
    if (model.isBlank()) {
      findings.add("model", "the model is empty; name one, such as gpt-image-2");
    } else if (intruder(model).isPresent()) {
      findings.add("model", "model %s holds a control character".formatted(Quotation.of(model)));
    }
  }

  private static void prompt(String prompt, Findings findings) {
    if (prompt.isBlank()) {
      findings.add("prompt", "the prompt is empty; say what the picture is to show");
    }
    OptionalInt intruder = intruder(prompt);
    if (intruder.isPresent()) {
      findings.add("prompt", intruderMessage(prompt, intruder.getAsInt()));
    }
  }

  private static String intruderMessage(String prompt, int index) {
    return "the prompt holds the control character %s at position %d; of these only line breaks and tabs are allowed"
        .formatted(
            Quotation.number(prompt.codePointAt(index)), prompt.codePointCount(0, index) + 1);
  }

  // A lone surrogate cannot be written as UTF-8, so it counts as well.
  private static OptionalInt intruder(String text) {
    for (int index = 0;
        index < text.length();
        index += Character.charCount(text.codePointAt(index))) {
      int point = text.codePointAt(index);
      boolean surrogate = Character.getType(point) == Character.SURROGATE;
      if (surrogate || (Character.isISOControl(point) && "\n\r\t".indexOf(point) < 0)) {
        return OptionalInt.of(index);
      }
    }
    return OptionalInt.empty();
  }

  private static void whole(ImageRequest request, String name, long least, Findings findings) {
    Object value = request.parameters().get(name);
    if (value == null) {
      return;
    }
    boolean fits = request.parameters().whole(name).stream().anyMatch(number -> number >= least);
    if (!fits) {
      String allowed = least == 1 ? "a whole number from 1 on" : "a whole number";
      findings.add(name, "%s %s is not %s".formatted(name, Quotation.of(value), allowed));
    }
  }

  private static void pictures(ImageRequest request, Findings findings) {
    boolean edit = request.operation() == Operation.EDIT;
    if (edit && !hasReference(request)) {
      findings.add("image", "an edit needs at least one picture to work from");
    }
    if (!edit && !request.uploads().isEmpty()) {
      findings.add("image", "a generation takes no pictures; ask for an edit to send some along");
    }
  }

  private static boolean hasReference(ImageRequest request) {
    return !request.uploads(Upload.Role.IMAGE).isEmpty()
        || request.parameters().get("images") != null
        || request.parameters().get("image") != null;
  }
}
