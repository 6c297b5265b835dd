package dev.easel.architecture.samples.purity.domain.image;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

record GoodValues(UUID id, Instant time, Duration latency, ZoneId zone, URI place) {

  String digest(MessageDigest digest, byte[][] salt) {
    return List.of(id, time, latency, zone, place, salt.length).stream()
        .map(Object::toString)
        .map(text -> digest.digest(text.getBytes(StandardCharsets.UTF_8)))
        .map(HexFormat.of()::formatHex)
        .collect(Collectors.joining());
  }
}
