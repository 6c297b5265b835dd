package dev.easel.app.tui.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// The bytes that come from a terminal, but for pasted text: of that only the marks that stand
/// around it pass, since what is pasted must never be taken for keys. Each paste lies ready when
/// the mark at its end has passed. The rest of a sequence that comes in pieces is waited for a
/// moment, so that it is not taken for Escape and letters. Read by one thread.
final class PastingInput extends InputStream {

  private static final int LONGEST_PASTE = 1 << 20;
  private static final int MILLISECONDS_FOR_THE_REST = 25;
  private static final int ESCAPE = 0x1b;
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
      sort(withTheRest(count));
    }
    int given = Math.min(length, ready.length - taken);
    System.arraycopy(ready, taken, bytes, offset, given);
    taken += given;
    return given;
  }

  private int withTheRest(int first) throws IOException {
    int count = first;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLISECONDS_FOR_THE_REST);
    while (endsWithinASequence(count) && count < chunk.length && System.nanoTime() < end) {
      if (source.available() == 0) {
        pause();
      } else {
        count += Math.max(0, source.read(chunk, count, chunk.length - count));
      }
    }
    return count;
  }

  // A sequence is ESC, then [ or O, figures and signs, and what stands at its end.
  private boolean endsWithinASequence(int count) {
    int start = count - 1;
    while (start >= 0 && chunk[start] >= ' ' && chunk[start] < '@') {
      start--;
    }
    boolean introduced = start > 0 && (chunk[start] == '[' || chunk[start] == 'O');
    return start >= 0 && chunk[introduced ? start - 1 : start] == ESCAPE;
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(2);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keys were read", interrupted);
    }
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
