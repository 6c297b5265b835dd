package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.Condition.Field;
import dev.easel.domain.ledger.Condition.Measure;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.RandomEntries;
import dev.easel.domain.ledger.Tally;
import dev.easel.domain.ledger.Words;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The short reading of a line never says anything else than the whole reading.
final class JsonlGistTest {

  private static final ZoneId ZONE = ZoneId.of("America/St_Johns");
  private static final JsonlLineReader READER = new JsonlLineReader(ZONE);

  static Stream<String> lines() throws Exception {
    SplittableRandom random = new SplittableRandom(21);
    Stream<String> ours =
        Stream.of(RandomEntries.several(random, LogContract.MORNING, 200))
            .map(JsonlTransaction::line);
    return Stream.concat(ours, DemoLog.lines().stream());
  }

  @ParameterizedTest
  @MethodSource("lines")
  void agreesWithTheWholeReading(String line) {
    assertAgrees(line.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void isSureOfAlmostAllLines() throws Exception {
    List<String> all = lines().toList();
    long sure =
        all.stream()
            .filter(line -> gist(line.getBytes(StandardCharsets.UTF_8)).isPresent())
            .count();

    assertTrue(sure * 10 > all.size() * 9L, sure + " of " + all.size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithTheWholeReadingWhenBytesAreChanged(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    List<byte[]> changes = new ArrayList<>();
    for (String line : lines().toList()) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      for (int count = random.nextInt(1, 4); count > 0 && bytes.length > 0; count--) {
        bytes[random.nextInt(bytes.length)] = anyByte(random);
      }
      changes.add(bytes);
    }
    changes.forEach(JsonlGistTest::assertAgrees);
  }

  private static byte anyByte(SplittableRandom random) {
    String likely = "0123456789-.eE\"\\{}[]:, tfnull";
    return random.nextInt(8) == 0
        ? (byte) random.nextInt(256)
        : (byte) likely.charAt(random.nextInt(likely.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"latency_ms\":18345.6789",
        "\"latency_ms\":18345.6785",
        "\"latency_ms\":0.0004",
        "\"latency_ms\":1e3",
        "\"latency_ms\":-1",
        "\"latency_ms\":1000000000",
        "\"latency_ms\":1000000000.1",
        "\"latency_ms\":123456789012345678901234567890",
        "\"latency_ms\":\"12\"",
        "\"latency_ms\":null",
        "\"cost_estimate_usd\":0.0400000000004",
        "\"cost_estimate_usd\":0.0400000005",
        "\"cost_estimate_usd\":0.00000000049999",
        "\"cost_estimate_usd\":1000000",
        "\"cost_estimate_usd\":1000000.000000001",
        "\"cost_estimate_usd\":true",
        "\"cost\":{\"usd\":0.05,\"basis\":\"usage\",\"lines\":[]}",
        "\"cost\":{\"usd\":0.05,\"basis\":\"guess\"}",
        "\"cost\":{\"usd\":null}",
        "\"cost\":{\"usd\":-1,\"basis\":\"usage\"}",
        "\"cost\":{\"usd\":0.05,\"lines\":[{\"class\":\"gold\"}]}",
        "\"cost\":{\"usd\":0.05,\"lines\":[{\"usd\":1}]}",
        "\"cost\":{\"usd\":0.05,\"lines\":[{\"class\":\"per_image\",\"usd\":1e99}]}",
        "\"cost\":{\"usd\":0.05,\"lines\":[1,{\"class\":\"per_image\"}]}",
        "\"cost\":5",
        "\"cost\":null",
        "\"state\":\"reserved\"",
        "\"state\":\"UNKNOWN\",\"at_risk_usd\":0.08",
        "\"state\":\"gone\"",
        "\"state\":7",
        "\"v\":1",
        "\"v\":2",
        "\"v\":\"1\"",
        "\"v\":0",
        "\"id\":\"0199ABCD-0000-7000-8000-000000000001\"",
        "\"id\":\"0199\"",
        "\"id\":null",
        "\"images\":[{\"format\":\"webp\",\"width\":99999999999}]",
        "\"images\":[{\"format\":\"webp\",\"width\":1024,\"height\":1024}]",
        "\"images\":[{\"width\":1}],\"actual\":{\"output_format\":\"jpeg\"}",
        "\"images\":[7]",
        "\"images\":{}",
        "\"images\":null,\"image_url\":\"x\"",
        "\"attempts\":[]",
        "\"attempts\":[{\"at\":\"never\"}]",
        "\"attempts\":[{\"at\":\"2026-11-23T10:30:00.000Z\"}]",
        "\"attempts\":[{\"at\":\"2026-11-23T10:30:00.000\"}]",
        "\"attempts\":[{\"at\":\"2026-11-23 10:30:00.000Z\"}]",
        "\"attempts\":[{\"at\":\"2026-02-30T10:30:00.000Z\"}]",
        "\"attempts\":[{\"at\":\"2026-11-23T10:30:00.000Z\",\"status\":429,\"wait_ms\":1.5}]",
        "\"attempts\":[{\"at\":\"2026-11-23T10:30:00.000Z\",\"status\":99999999999}]",
        "\"attempts\":[{\"at\":\"2026-11-23T10:30:00.000Z\",\"status\":\"gone\"}]",
        "\"attempts\":[{\"at\":\"2026-11-23T10:30:00.000Z\",\"at\":\"never\"}]",
        "\"attempts\":[{\"status\":200}]",
        "\"attempts\":[null]",
        "\"attempts\":[7]",
        "\"attempts\":{}",
        "\"tags\":[\"a\",\"b\",\"a\"]",
        "\"tags\":[1,null,\"c\"]",
        "\"tags\":\"solo\"",
        "\"star\":true",
        "\"star\":1",
        "\"actual\":{\"size\":1024,\"quality\":\"hd\"}",
        "\"actual\":{\"size\":{\"w\":[1,2]},\"quality\":null}",
        "\"actual\":[]",
        "\"error\":{\"deep\":1}",
        "\"success\":false,\"error\":\"no\"",
        "\"success\":\"yes\"",
        "\"prompt\":7",
        "\"prompt\":\"again\",\"prompt\":\"and again\"",
        "\"model\":null",
        "\"timestamp\":\"2026-02-30T10:30:00.000\"",
        "\"timestamp\":\"2026-11-23T10:30:00.000Z\"",
        "\"timestamp\":\"2026-11-23T10:30:00.000000\"",
        "\"timestamp\":\"2026-11-23T10:30:00+02:00\"",
        "\"timestamp\":\"2026-11-23 10:30:00.123\"",
        "\"timestamp\":\"2026-11-23T10:30:00\"",
        "\"timestamp\":5",
        "\"usage\":{\"deep\":[[[[1e5]]]]}",
        "\"foreign\":1e999999999",
        "\"foreign\":[1e99999999999999]"
      })
  void agreesWithTheWholeReadingOfOddFields(String fields) {
    String line =
        "{\"timestamp\":\"2024-12-04T10:51:37.359561\",\"model\":\"dall-e-3\",\"prompt\":\"p\","
            + "\"parameters\":{\"size\":\"1024x1024\"},\"success\":true,"
            + fields
            + "}";
    assertAgrees(line.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertAgrees(byte[] line) {
    JsonlLine gist = READER.gist(line, 0, line.length, 77, 77 + line.length + 1);
    JsonlLine whole = READER.read(line, 0, line.length, 77, 77 + line.length + 1);
    if (whole instanceof JsonlLine.Whole(Entry entry)) {
      assertSame(entry, assertInstanceOf(JsonlLine.Whole.class, gist).entry());
    } else {
      assertEquals(whole, gist);
    }
  }

  private static void assertSame(Entry whole, Entry gist) {
    assertEquals(whole.id(), gist.id());
    assertEquals(whole.timestamp(), gist.timestamp());
    assertEquals(whole.star(), gist.star());
    assertEquals(Words.of(whole), Words.of(gist));
    assertEquals(Tally.of(whole), Tally.of(gist));
    assertEquals(JsonlDaySums.Kind.of(whole), JsonlDaySums.Kind.of(gist));
    for (Field field : Field.values()) {
      assertEquals(field.of(whole), field.of(gist), field.name());
    }
    for (Measure measure : Measure.values()) {
      assertEquals(measure.of(whole), measure.of(gist), measure.name());
    }
  }

  private static Optional<Entry> gist(byte[] line) {
    return JsonlGist.read(
        JsonFields.parser(line, 0, line.length),
        ZONE,
        moment -> JsonlLineReader.identify(moment, line, 0, line.length, 0));
  }
}
