package dev.easel.app.http;

import com.sun.net.httpserver.Headers;
import dev.easel.domain.image.Content;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers with a part where a client asks for one (RFC 9110, section 14): one range of bytes of
/// what says that it takes ranges. Whatever else is asked for is answered whole.
final class Ranges {

  private static final String UNIT = "bytes";
  private static final Pattern ONE = Pattern.compile("(?i)bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  private Ranges() {}

  /// The answer with a header that says that it takes ranges.
  static Reply taken(Reply whole) {
    return whole.with("Accept-Ranges", UNIT);
  }

  /// The part that is asked for, or else the whole.
  ///
  /// @throws Refusal 416 when it has no such part
  static Reply part(Reply whole, Headers asked) {
    List<String> ranges = asked.getOrDefault("Range", List.of());
    boolean takes = whole.status() == 200 && !whole.header("Accept-Ranges").isEmpty();
    if (!takes || ranges.size() != 1 || !isSame(whole, asked)) {
      return whole;
    }
    Matcher range = ONE.matcher(ranges.getFirst());
    return range.matches() ? part(whole, range.group(1), range.group(2)) : whole;
  }

  /// Whether the client goes on with what it has a part of already.
  private static boolean isSame(Reply whole, Headers asked) {
    List<String> conditions = asked.getOrDefault("If-Range", List.of());
    String tag = whole.header("ETag");
    return conditions.stream().allMatch(condition -> condition.strip().equals(tag));
  }

  private static Reply part(Reply whole, String first, String last) {
    long length = whole.body().length();
    if (first.isEmpty()) {
      return last.isEmpty() ? whole : part(whole, Math.max(0, length - number(last)), length - 1);
    }
    long end = last.isEmpty() ? Long.MAX_VALUE : number(last);
    return end < number(first) ? whole : part(whole, number(first), Math.min(end, length - 1));
  }

  private static long number(String digits) {
    return Long.parseLong(digits);
  }

  private static Reply part(Reply whole, long first, long last) {
    long length = whole.body().length();
    if (first >= length) {
      throw Refusal.of(416, "no_such_range", "there are only " + length + " bytes")
          .with("Content-Range", UNIT + " */" + length);
    }
    return whole
        .answering(206, new Part(whole.body(), first, last + 1))
        .with("Content-Range", UNIT + " " + first + "-" + last + "/" + length);
  }

  /// The bytes from `from` to before `to`.
  private record Part(Content whole, long from, long to) implements Content {
    @Override
    public long length() {
      return to - from;
    }

    @Override
    public void writeTo(Sink sink) {
      long[] at = {0};
      whole.writeTo((bytes, offset, count) -> {
        long begin = Math.max(from, at[0]);
        long end = Math.min(to, at[0] + count);
        if (begin < end) {
          sink.write(bytes, offset + (int) (begin - at[0]), (int) (end - begin));
        }
        at[0] += count;
      });
    }
  }
}
