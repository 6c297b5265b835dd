package dev.easel.adapter.openai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Server-sent events (WHATWG HTML, section 9.2), one after the other. The data of an event is read
/// as a stream, because it can be a whole picture; lines may end in CR, LF or both.
final class EventStream {

  private static final int LONGEST_FIELD = 1_000;

  private final InputStream bytes;
  private final byte[] buffer = new byte[16 * 1024];
  private int position;
  private int end;
  private boolean afterCarriageReturn;
  private String name = "";
  private Data data = new Data(true);

  EventStream(InputStream bytes) {
    this.bytes = bytes;
  }

  /// The data of the next event, after what was left of the last one; empty at the end of the
  /// stream. Events without data are passed over.
  Optional<InputStream> next() throws IOException {
    data.transferTo(OutputStream.nullOutputStream());
    name = "";
    while (true) {
      Line line = line();
      switch (line) {
        case DATA -> {
          data = new Data(false);
          return Optional.of(data);
        }
        case END -> {
          return Optional.empty();
        }
        case BLANK -> name = "";
        case OTHER -> {}
      }
    }
  }

  /// The name that the event's `event` field gives it so far; empty when there was none.
  String name() {
    return name;
  }

  /// What a line turned out to be. Of a line with data, only the name has been read.
  private enum Line {
    DATA,
    BLANK,
    OTHER,
    END
  }

  private Line line() throws IOException {
    if (!more()) {
      return Line.END;
    }
    String field = upTo(true);
    boolean colon = more() && buffer[position] == ':';
    if (!colon && field.isEmpty()) {
      endLine();
      return Line.BLANK;
    }
    if (colon) {
      position++;
      space();
    }
    if (field.equals("data")) {
      return Line.DATA;
    }
    String value = upTo(false);
    name = field.equals("event") ? value : name;
    endLine();
    return Line.OTHER;
  }

  private void space() throws IOException {
    if (more() && buffer[position] == ' ') {
      position++;
    }
  }

  /// The text up to the end of the line, or to a colon; what is too long is cut.
  private String upTo(boolean colon) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    while (more() && !ends(buffer[position]) && !(colon && buffer[position] == ':')) {
      if (text.size() < LONGEST_FIELD) {
        text.write(buffer[position]);
      }
      position++;
    }
    return text.toString(StandardCharsets.UTF_8).replace("\ufeff", "");
  }

  private static boolean ends(byte octet) {
    return octet == '\n' || octet == '\r';
  }

  private void endLine() throws IOException {
    if (more()) {
      afterCarriageReturn = buffer[position++] == '\r';
    }
  }

  /// Whether there is another byte, the line feed of a CR LF left out.
  private boolean more() throws IOException {
    while (true) {
      if (position == end) {
        position = 0;
        end = Math.max(0, bytes.read(buffer, 0, buffer.length));
        if (end == 0) {
          return false;
        }
      }
      boolean pair = afterCarriageReturn && buffer[position] == '\n';
      afterCarriageReturn = false;
      if (!pair) {
        return true;
      }
      position++;
    }
  }

  /// The data of one event: its lines, joined by line feeds.
  private final class Data extends InputStream {
    private boolean ended;

    Data(boolean ended) {
      this.ended = ended;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      if (count == 0 || ended) {
        return ended ? -1 : 0;
      }
      int run = run(count);
      if (run > 0) {
        System.arraycopy(buffer, position, into, offset, run);
        position += run;
        return run;
      }
      endLine();
      ended = !continues();
      into[offset] = '\n';
      return ended ? -1 : 1;
    }

    /// How many bytes of this line lie in the buffer.
    private int run(int most) throws IOException {
      if (!more()) {
        return 0;
      }
      int last = Math.min(end, position + most);
      int stop = position;
      while (stop < last && !ends(buffer[stop])) {
        stop++;
      }
      return stop - position;
    }

    private boolean continues() throws IOException {
      while (true) {
        switch (line()) {
          case DATA -> {
            return true;
          }
          case BLANK, END -> {
            return false;
          }
          case OTHER -> {}
        }
      }
    }
  }
}
