package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Server-sent events, however they are cut into pieces.
final class EventStreamTest {

  record Event(String name, String data) {}

  private static List<Event> events(InputStream bytes) throws IOException {
    EventStream stream = new EventStream(bytes);
    List<Event> events = new ArrayList<>();
    for (Optional<InputStream> data = stream.next(); data.isPresent(); data = stream.next()) {
      String text = new String(data.get().readAllBytes(), StandardCharsets.UTF_8);
      events.add(new Event(stream.name(), text));
    }
    return events;
  }

  private static List<Event> events(String text) throws IOException {
    return events(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Stream<Arguments> streams() {
    return Stream.of(
        Arguments.of("data: a\n\n", List.of(new Event("", "a"))),
        Arguments.of("data:a\n\ndata:  b\n\n", List.of(new Event("", "a"), new Event("", " b"))),
        Arguments.of(
            "event: x\ndata: a\n\ndata: b\n\n", List.of(new Event("x", "a"), new Event("", "b"))),
        Arguments.of("data: a\nevent: x\n\n", List.of(new Event("x", "a"))),
        Arguments.of("data: a\ndata: b\ndata\n\n", List.of(new Event("", "a\nb\n"))),
        Arguments.of("data: a\nid: 4\ndata: b\n\n", List.of(new Event("", "a\nb"))),
        Arguments.of(": hello\n\n:\n\nretry: 9\n\ndata: a\n\n", List.of(new Event("", "a"))),
        Arguments.of("event: lost\n\ndata: a\n\n", List.of(new Event("", "a"))),
        Arguments.of("data: a", List.of(new Event("", "a"))),
        Arguments.of("\ufeffdata: a\n\n", List.of(new Event("", "a"))),
        Arguments.of("data: a:b: c\n\n", List.of(new Event("", "a:b: c"))),
        Arguments.of("data\n\n", List.of(new Event("", ""))),
        Arguments.of("\n\n\n", List.of()),
        Arguments.of("", List.of()));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void everyLineEndMeansTheSame(String text, List<Event> expected) throws IOException {
    assertEquals(expected, events(text));
    assertEquals(expected, events(text.replace("\n", "\r\n")));
    assertEquals(expected, events(text.replace("\n", "\r")));
  }

  @Test
  void dataThatNobodyReadIsPassedOver() throws IOException {
    byte[] text = "data: one\ndata: more\n\ndata: two\n\n".getBytes(StandardCharsets.UTF_8);
    EventStream stream = new EventStream(new ByteArrayInputStream(text));
    assertEquals('o', stream.next().orElseThrow().read());
    assertEquals(
        "two", new String(stream.next().orElseThrow().readAllBytes(), StandardCharsets.UTF_8));
  }

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itDoesNotMatterHowBytesArrive(int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<Event> expected = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    for (int i = 0; i < random.nextInt(1, 6); i++) {
      String name = random.nextBoolean() ? "" : "event-" + i;
      List<String> lines =
          IntStream.range(0, random.nextInt(1, 4))
              .mapToObj(line -> "é".repeat(random.nextInt(random.nextBoolean() ? 40_000 : 5)))
              .toList();
      text.append(random.nextBoolean() ? ": comment" + end : "");
      text.append(name.isEmpty() ? "" : "event: " + name + end);
      lines.forEach(line -> text.append("data: ").append(line).append(end));
      text.append(end);
      expected.add(new Event(name, String.join("\n", lines)));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    assertEquals(expected, events(new Dribble(bytes, random)));
  }

  /// Hands out some bytes at a time.
  private static final class Dribble extends ByteArrayInputStream {
    private final SplittableRandom random;

    Dribble(byte[] bytes, SplittableRandom random) {
      super(bytes);
      this.random = random;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int count) {
      int most = random.nextBoolean() ? random.nextInt(1, 4) : random.nextInt(1, 30_000);
      return super.read(into, offset, Math.min(count, most));
    }
  }
}
