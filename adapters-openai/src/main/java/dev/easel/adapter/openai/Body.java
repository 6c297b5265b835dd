package dev.easel.adapter.openai;

import dev.easel.domain.image.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The body of a request, in pieces that are read only when they are sent.
///
/// @param mediaType the value of `Content-Type`
record Body(String mediaType, List<Content> pieces) {

  Body {
    pieces = List.copyOf(pieces);
  }

  /// The number of bytes.
  long length() {
    return pieces.stream().mapToLong(Content::length).sum();
  }

  /// Puts a body together.
  static final class Builder {
    private final List<Content> pieces = new ArrayList<>();

    Builder text(String text) {
      return add(text.getBytes(StandardCharsets.UTF_8));
    }

    Builder add(byte[] bytes) {
      pieces.add(Content.of(bytes));
      return this;
    }

    Builder add(Content content) {
      pieces.add(content);
      return this;
    }

    Body build(String mediaType) {
      return new Body(mediaType, pieces);
    }
  }
}
