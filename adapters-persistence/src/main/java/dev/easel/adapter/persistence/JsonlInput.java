package dev.easel.adapter.persistence;

import java.nio.charset.StandardCharsets;

/// Reads what [JsonlOutput] wrote; the checksum of the whole was right.
final class JsonlInput {

  private final byte[] bytes;
  private int place;

  JsonlInput(byte[] bytes, int from) {
    this.bytes = bytes;
    this.place = from;
  }

  /// The next number.
  long number() {
    long rest = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[place++];
      rest |= (next & 0x7fL) << shift;
      shift += 7;
    } while (next < 0);
    return (rest >>> 1) ^ -(rest & 1);
  }

  /// The next bytes, to be read by themselves.
  JsonlInput part(int length) {
    JsonlInput part = new JsonlInput(bytes, place);
    place += length;
    return part;
  }

  /// The next number, which counts something in memory.
  int count() {
    return Math.toIntExact(number());
  }

  /// The next text.
  String text() {
    int length = count();
    String text = new String(bytes, place, length, StandardCharsets.UTF_16BE);
    place += length;
    return text;
  }
}
