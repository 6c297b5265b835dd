package dev.easel.domain.image;

import dev.easel.domain.image.RequestRules.Findings;
import java.util.List;

/// What goes with which output format.
record FormatRules(ModelCard card, ImageRequest request, Findings findings) {

  private static final long NO_COMPRESSION = 100;

  void check() {
    Words.check(card, request, "output_format", card.formats(), findings);
    Words.check(card, request, "background", card.backgrounds(), findings);
    Ranges.check(card, request, "output_compression", 0, 100, findings);
    Ranges.check(card, request, "frame_count", 2, 16, findings);
    Ranges.check(card, request, "frame_duration_ms", 1, 655_350, findings);
    if (card.formats().contains(format())) {
      transparency();
      compression();
      onlyWith("frame_count", "gif");
      onlyWith("frame_duration_ms", "gif");
      onlyWith("svg", "svg");
      drawn();
    }
  }

  private String format() {
    return request.outputFormat().orElse("png");
  }

  private void transparency() {
    boolean transparent =
        request.parameters().text("background").filter("transparent"::equals).isPresent();
    if (transparent && !List.of("png", "webp").contains(format())) {
      findings.add(
          "background",
          "background transparent needs output_format png or webp, not " + shownFormat());
    }
  }

  // 100 is the default, and so says nothing.
  private void compression() {
    long compression = request.parameters().whole("output_compression").orElse(NO_COMPRESSION);
    if (compression != NO_COMPRESSION && !List.of("jpeg", "webp").contains(format())) {
      findings.add(
          "output_compression",
          "output_compression %d needs output_format jpeg or webp, not %s"
              .formatted(compression, shownFormat()));
    }
  }

  private void onlyWith(String name, String format) {
    boolean said = request.parameters().get(name) != null && card.accepted().contains(name);
    if (said && !format().equals(format)) {
      findings.add(
          name,
          "%s comes only with output_format %s, not %s".formatted(name, format, shownFormat()));
    }
  }

  private void drawn() {
    if (!List.of("gif", "svg").contains(format())) {
      return;
    }
    if (request.stream()) {
      findings.add("stream", "stream cannot be had with output_format " + format());
    }
    if (format().equals("svg") && request.n() > 1) {
      findings.add("n", "n %d is too many; output_format svg takes only 1".formatted(request.n()));
    }
    if (format().equals("gif") && !request.uploads(Upload.Role.MASK).isEmpty()) {
      findings.add("mask", "a mask cannot be had with output_format gif");
    }
  }

  private String shownFormat() {
    return Quotation.shown(format());
  }
}
