package dev.easel.app.tui.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/// Bytes for a terminal.
final class Escapes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /// @param column from 0
  /// @param row from 0
  Escapes move(int column, int row) {
    return text("\u001b[" + (row + 1) + ";" + (column + 1) + "H");
  }

  Escapes text(String ascii) {
    return bytes(ascii.getBytes(US_ASCII), 0, ascii.length());
  }

  Escapes bytes(byte[] source, int offset, int length) {
    bytes.write(source, offset, length);
    return this;
  }

  byte[] all() {
    return bytes.toByteArray();
  }
}
