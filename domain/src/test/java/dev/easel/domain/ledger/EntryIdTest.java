package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntryIdTest {

  private static final Instant MORNING = Instant.parse("2026-11-23T10:30:00.123Z");

  @Test
  void isAUuidOfVersionSevenThatHoldsItsMoment() {
    EntryId id = EntryId.of(MORNING, -1, -1);

    assertEquals(7, id.value().version());
    assertEquals(2, id.value().variant());
    assertEquals(MORNING, id.moment());
    assertEquals("ffffff", id.shortForm());
    assertEquals(Optional.of(id), EntryId.parse(id.toString().toUpperCase(java.util.Locale.ROOT)));
    assertEquals(Instant.EPOCH, EntryId.of(Instant.parse("1960-01-01T00:00:00Z"), 0, 0).moment());
  }

  @Test
  void comparesAsItsTextDoes() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 1_000; round++) {
      EntryId one = any(random);
      EntryId other = any(random);
      assertEquals(
          Integer.signum(one.toString().compareTo(other.toString())),
          Integer.signum(one.compareTo(other)));
    }
  }

  private static EntryId any(SplittableRandom random) {
    Instant moment = Instant.ofEpochMilli(random.nextLong(4) << random.nextInt(46));
    return EntryId.of(moment, random.nextLong(), random.nextLong());
  }

  @Test
  void theNextOneAboveIsTheLowestThatIsHigher() {
    EntryId low = EntryId.of(MORNING, 0, 5);

    assertEquals(EntryId.of(MORNING, 0, 6), low.above(low));
    assertEquals(EntryId.of(MORNING, 0, 6), EntryId.of(MORNING, 0, 4).above(low));
    assertEquals(EntryId.of(MORNING, 1, 0), EntryId.of(MORNING, 1, 0).above(low));
  }

  @Test
  void theNextOneCarriesIntoTheMomentAndStaysAnId() {
    EntryId full = EntryId.of(MORNING, 0, -1);
    EntryId fuller = EntryId.of(MORNING, -1, -1);

    assertEquals(EntryId.of(MORNING, 1, 0), full.above(full));
    EntryId carried = fuller.above(fuller);
    assertEquals(EntryId.of(MORNING.plusMillis(1), 0, 0), carried);
    assertEquals(7, carried.value().version());
    assertTrue(carried.compareTo(fuller) > 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc123",
        "0199e5a0-0000-7000-8000-00000000000",
        "0199e5a0-0000-7000-8000-00000000000g",
        "0199e5a000-00-7000-8000-000000000000",
        "00199e5a0-000-7000-8000-000000000000",
        "-199e5a0-0000-7000-8000-000000000000",
        "0199e5a0-0000-7000-8000-0000000000001"
      })
  void otherTextIsNone(String text) {
    assertEquals(Optional.empty(), EntryId.parse(text));
  }
}
