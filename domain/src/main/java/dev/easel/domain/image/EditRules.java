package dev.easel.domain.image;

import dev.easel.domain.image.RequestRules.Findings;
import java.util.List;
import java.util.stream.Collectors;

/// Which pictures may travel along.
record EditRules(ModelCard card, ImageRequest request, Findings findings) {

  private static final long MASK_BYTES = 4L << 20;

  void check() {
    if (request.operation() == Operation.GENERATE) {
      return;
    }
    if (card.references().most() == 0) {
      findings.add("image", card.id() + " does not edit pictures");
      return;
    }
    references();
    overlay(Upload.Role.MASK, "mask");
    overlay(Upload.Role.MARKUP, "markup");
    notBoth();
  }

  private void references() {
    List<Upload> images = request.uploads(Upload.Role.IMAGE);
    if (images.size() > card.references().most()) {
      findings.add(
          "image",
          "%d pictures are too many; %s takes at most %d"
              .formatted(images.size(), card.id(), card.references().most()));
    }
    images.forEach(this::reference);
  }

  private void reference(Upload image) {
    if (card.references().formats().stream().noneMatch(format -> isOf(image, format))) {
      findings.add(
          "image",
          "picture %s is %s; %s takes %s"
              .formatted(
                  Quotation.of(image.name()),
                  Quotation.shown(image.mediaType()),
                  card.id(),
                  formats()));
    }
    size("image", image, card.references().bytes());
  }

  private static boolean isOf(Upload upload, ImageFormat format) {
    return upload.mediaType().equals(format.mediaType());
  }

  private String formats() {
    return card.references().formats().stream()
        .map(ImageFormat::word)
        .collect(Collectors.joining(", "));
  }

  private void size(String parameter, Upload upload, long limit) {
    if (upload.content().length() >= limit) {
      findings.add(
          parameter,
          "picture %s has %d bytes; %s takes fewer than %d"
              .formatted(Quotation.of(upload.name()), upload.content().length(), card.id(), limit));
    }
  }

  private void overlay(Upload.Role role, String name) {
    List<Upload> overlays = request.uploads(role);
    if (overlays.isEmpty()) {
      return;
    }
    if (!card.accepted().contains(name)) {
      findings.add(name, "%s takes no %s".formatted(card.id(), name));
      return;
    }
    if (overlays.size() > 1) {
      findings.add(name, "%d are too many; there is one %s".formatted(overlays.size(), name));
    }
    overlays.forEach(overlay -> overlay(name, overlay));
  }

  private void overlay(String name, Upload overlay) {
    if (!isOf(overlay, ImageFormat.PNG)) {
      findings.add(
          name,
          "%s %s is %s; it must be png"
              .formatted(name, Quotation.of(overlay.name()), Quotation.shown(overlay.mediaType())));
    }
    size(name, overlay, name.equals("mask") ? MASK_BYTES : card.references().bytes());
  }

  private void notBoth() {
    boolean both =
        !request.uploads(Upload.Role.MASK).isEmpty()
            && !request.uploads(Upload.Role.MARKUP).isEmpty();
    if (both) {
      findings.add("markup", "markup and mask cannot be combined; send one of them");
    }
  }
}
