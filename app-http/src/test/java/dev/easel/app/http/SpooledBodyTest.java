package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a body may take of a disk.
final class SpooledBodyTest {

  private static final long LEAST = SpooledBody.ROOM_LEFT;

  @TempDir private Path directory;
  private long sent;

  /// A body in chunks, whose length nobody knows.
  private InputStream zeros(long length) {
    return new InputStream() {
      @Override
      public int read() {
        return sent++ < length ? 0 : -1;
      }

      @Override
      public int read(byte[] bytes, int offset, int count) {
        int given = (int) Math.min(count, length - sent);
        sent += given;
        return given == 0 ? -1 : given;
      }
    };
  }

  private SpooledBody read(long length, long free) throws IOException {
    SpooledBody.Room room = new SpooledBody.Room(() -> free - sent);
    return SpooledBody.read(zeros(length), 0, directory, room);
  }

  @Test
  void aBodyOfUnknownLengthLeavesRoomForTheLog() throws IOException {
    long free = LEAST + 3 * SpooledBody.LOOKED_AT;
    Refusal refusal = assertThrows(Refusal.class, () -> read(64L << 20, free));
    assertEquals(507, refusal.reply().status());
    assertTrue(sent <= 4 * SpooledBody.LOOKED_AT, "sent " + sent);
    sent = 0;
    try (SpooledBody body = read(2 * SpooledBody.LOOKED_AT, free);
        var files = Files.list(directory)) {
      assertEquals(2 * SpooledBody.LOOKED_AT, body.length());
      assertEquals(0, files.count());
    }
  }

  @Test
  void aDeclaredLengthIsRefusedBeforeItIsSent() {
    SpooledBody.Room room = new SpooledBody.Room(() -> LEAST + 99);
    assertThrows(Refusal.class, () -> SpooledBody.read(zeros(100), 100, directory, room));
    assertEquals(0, sent);
  }
}
