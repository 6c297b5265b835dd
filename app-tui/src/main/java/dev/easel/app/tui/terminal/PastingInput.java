package dev.easel.app.tui.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The bytes that come from a terminal, but for pasted text: of that only the marks that stand
/// around it pass, since what is pasted must never be taken for keys. Each paste lies ready when
/// the mark at its end has passed. Read by one thread.
final class PastingInput extends InputStream {

  private static final int LONGEST_PASTE = 1 << 20;
  private static final byte[] START = "\u001b[200~".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\u001b[201~".getBytes(StandardCharsets.US_ASCII);

  private final InputStream source;
  private final Queue<String> pastes = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream passing = new ByteArrayOutputStream();
  private final ByteArrayOutputStream pasted = new ByteArrayOutputStream();
  private final byte[] chunk = new byte[8192];
  private byte[] ready = {};
  private int taken;
  private boolean pasting;
  private int matched;

  PastingInput(InputStream source) {
    this.source = source;
  }

  /// The texts that were pasted, the oldest first; one for each mark at an end.
  Queue<String> pastes() {
    return pastes;
  }

  @Override
  public int available() throws IOException {
    return ready.length - taken + (pasting ? 0 : source.available());
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (taken == ready.length) {
      int count = source.read(chunk, 0, chunk.length);
      if (count < 0) {
        return -1;
      }
      sort(count);
    }
    int given = Math.min(length, ready.length - taken);
    System.arraycopy(ready, taken, bytes, offset, given);
    taken += given;
    return given;
  }

  private void sort(int count) {
    passing.reset();
    for (int index = 0; index < count; index++) {
      sort(chunk[index]);
    }
    ready = passing.toByteArray();
    taken = 0;
  }

  private void sort(byte next) {
    byte[] mark = pasting ? END : START;
    matched = next == mark[matched] ? matched + 1 : next == mark[0] ? 1 : 0;
    ByteArrayOutputStream goes = pasting ? pasted : passing;
    if (!pasting || pasted.size() < LONGEST_PASTE || matched > 0) {
      goes.write(next);
    }
    if (matched == mark.length) {
      turn();
    }
  }

  private void turn() {
    matched = 0;
    if (pasting) {
      byte[] text = pasted.toByteArray();
      pastes.add(new String(Arrays.copyOf(text, text.length - END.length), StandardCharsets.UTF_8));
      pasted.reset();
      passing.writeBytes(END);
    }
    pasting = !pasting;
  }
}
