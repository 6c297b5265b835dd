package dev.easel.domain.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldsTest {

  private static final Fields SOME =
      Fields.NONE
          .with("text", "a")
          .with("whole", 7)
          .with("decimal", new BigDecimal("7.50"))
          .with("flag", true)
          .with("nothing", null)
          .with("object", Map.of("a", 1))
          .with("list", Arrays.asList(Map.of("a", 1), 2, null));

  @Test
  void valuesAreReadAsWhatTheyAre() {
    assertEquals(Optional.of("a"), SOME.text("text"));
    assertEquals(OptionalLong.of(7), SOME.whole("whole"));
    assertEquals(Optional.of(new BigDecimal("7.50")), SOME.decimal("decimal"));
    assertEquals(Optional.of(BigDecimal.valueOf(7)), SOME.decimal("whole"));
    assertEquals(Optional.of(true), SOME.flag("flag"));
    assertEquals(Fields.NONE.with("a", 1L), SOME.fields("object"));
    assertEquals(List.of(Fields.NONE.with("a", 1L)), SOME.list("list"));
  }

  @Test
  void valuesOfAnotherKindAreAbsent() {
    assertEquals(Optional.empty(), SOME.text("whole"));
    assertEquals(OptionalLong.empty(), SOME.whole("decimal"));
    assertEquals(Optional.empty(), SOME.decimal("text"));
    assertEquals(Optional.empty(), SOME.flag("text"));
    assertEquals(Fields.NONE, SOME.fields("list"));
    assertEquals(List.of(), SOME.list("object"));
    assertEquals(Optional.empty(), SOME.text("nothing"));
    assertEquals(true, SOME.has("nothing"));
    assertEquals(false, SOME.has("nowhere"));
  }

  @ParameterizedTest
  @CsvSource({"7.00, 7", "1e3, 1000", "9223372036854775807.0, 9223372036854775807", "0e99, 0"})
  void wholeNumbersMayBeWrittenAsDecimals(String number, long whole) {
    assertEquals(OptionalLong.of(whole), Fields.NONE.with("n", new BigDecimal(number)).whole("n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "9223372036854775808", "1e19", "1e999999999", "1e2147483647"})
  void otherDecimalsAreNotWhole(String number) {
    assertEquals(OptionalLong.empty(), Fields.NONE.with("n", new BigDecimal(number)).whole("n"));
  }

  @Test
  void numbersAreOfTwoKinds() {
    assertEquals(7L, Fields.NONE.with("n", (short) 7).get("n"));
    assertEquals(7L, Fields.NONE.with("n", BigInteger.valueOf(7)).get("n"));
    assertEquals(new BigDecimal("0.5"), Fields.NONE.with("n", 0.5f).get("n"));
    assertThrows(IllegalArgumentException.class, () -> Fields.NONE.with("n", Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Fields.NONE.with("n", new Object()));
  }

  @Test
  void laterChangesToWhatWasGivenChangeNothing() {
    Map<String, Object> given = new HashMap<>(Map.of("a", new HashMap<>(Map.of("b", 1))));
    Fields fields = Fields.of(given);
    given.put("c", 2);

    assertEquals(Fields.NONE.with("a", Fields.NONE.with("b", 1)), fields);
    assertThrows(UnsupportedOperationException.class, () -> fields.asMap().put("c", 2));
    assertThrows(UnsupportedOperationException.class, () -> SOME.asMap().clear());
  }

  @Test
  void eachChangeGivesOtherFields() {
    Fields fields = Fields.NONE.with("a", 1).with("b", 2);

    assertEquals(List.of("a", "b"), List.copyOf(fields.with("a", 3).asMap().keySet()));
    assertEquals(Fields.NONE.with("b", 2), fields.without("a"));
    assertEquals(fields, fields.without("c"));
    assertEquals(fields, fields.withPresent("c", null));
    assertEquals(fields.with("c", 3), fields.plus(Fields.NONE.with("c", 3)));
    assertEquals(fields, fields.with("c", null).withoutNulls());
    assertEquals(Fields.NONE.with("b", 2).with("a", 1), fields);
    assertNotEquals(Fields.NONE.with("a", 1), fields);
  }

  @Test
  void whatIsSetOnSharedFieldsIsSetThereAlone() {
    Fields shared = Fields.NONE.with("a", 1).with("b", 2);
    Fields one = shared.with("c", 3);
    Fields other = shared.with("a", 4);

    assertEquals("{a=1, b=2, c=3}", one.toString());
    assertEquals("{a=4, b=2}", other.toString());
    assertEquals("{a=1, b=2}", shared.toString());
    assertEquals("{a=1, b=2, d=5}", shared.with("d", 5).toString());
  }

  @Test
  void asManyMayBeSetAsOneLikes() {
    Fields fields = Fields.NONE;
    for (int number = 0; number < 100_000; number++) {
      fields = fields.with("n" + number, number);
    }
    assertEquals(100_000, fields.asMap().size());
    assertEquals("n0", fields.asMap().keySet().iterator().next());
  }
}
