package dev.easel.app.tui.dashboard.state;

import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.ledger.Entry;

/// What requests have in common that take about as long as each other; empty text where one says
/// nothing.
public record Shape(String model, String size, String quality) {

  /// That of an entry.
  public static Shape of(Entry entry) {
    return new Shape(
        entry.model(),
        entry.requested().text("size").orElse(""),
        entry.requested().text("quality").orElse(""));
  }

  /// That of a request.
  public static Shape of(ImageRequest request) {
    return new Shape(request.model(), request.size().orElse(""), request.quality().orElse(""));
  }
}
