package dev.easel.adapter.sandbox;

import dev.easel.domain.image.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Pictures that are answered as URLs: for an hour, and the last hundred of them. Safe for use by
/// several threads.
final class PictureFiles {

  private static final Duration VALID = Duration.ofMinutes(60);
  private static final int MOST = 100;

  private record Kept(Content content, String type, Instant until) {}

  private final Map<String, Kept> files = new LinkedHashMap<>();
  private final InstantSource time;

  PictureFiles(InstantSource time) {
    this.time = time;
  }

  /// A picture with its media type.
  record Served(Content content, String type) {}

  synchronized void keep(String name, byte[] bytes, String type) {
    files.put(name, new Kept(Content.of(bytes), type, time.instant().plus(VALID)));
    Iterator<String> oldest = files.keySet().iterator();
    while (files.size() > MOST && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
  }

  synchronized Optional<Served> find(String name) {
    return Optional.ofNullable(files.get(name))
        .filter(kept -> kept.until().isAfter(time.instant()))
        .map(kept -> new Served(kept.content(), kept.type()));
  }
}
