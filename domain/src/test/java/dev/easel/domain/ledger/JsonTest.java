package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.domain.image.Fields;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTest {

  private static Fields field(Object value) {
    return Fields.NONE.with("x", value);
  }

  @Test
  void everyKindOfValueHasItsForm() {
    Fields fields =
        Fields.NONE
            .with("b", true)
            .with("a", null)
            .with("n", Arrays.asList(1, -2L, null, List.of(), Fields.NONE))
            .with("o", Fields.NONE.with("z", "q").with("y", new BigDecimal("1.50")));

    assertEquals(
        "{\"b\":true,\"a\":null,\"n\":[1,-2,null,[],{}],\"o\":{\"z\":\"q\",\"y\":1.50}}",
        Json.write(fields));
    assertEquals(
        "{\"b\":true,\"a\":null,\"n\":[1,-2,null,[],{}],\"o\":{\"y\":1.5,\"z\":\"q\"}}",
        Json.canonical(fields));
    assertEquals("{}", Json.write(Fields.NONE));
  }

  @Test
  void textStaysOnOneLineAndMovesNoTerminal() {
    assertEquals("{\"x\":\"\\\"\\\\\\n\\r\\t\"}", Json.write(field("\"\\\n\r\t")));
    assertEquals(
        "{\"x\":\"\\u001b[31m\\u0000\\u007f\\u009b\"}",
        Json.write(field("\u001b[31m\0\u007f\u009b")));
    assertEquals("{\"x\":\"\\u2028\\u2029\"}", Json.write(field("\u2028\u2029")));
    assertEquals("{\"x\":\"灯🦊é/\"}", Json.write(field("灯🦊é/")));
    assertEquals("{\"x\":\"\\ud83e\"}", Json.write(field("\ud83e")));
    assertEquals("{\"x\":\"\\udd8a\\ud83e\"}", Json.write(field("\udd8a\ud83e")));
    assertEquals("{\"x\":\"\\u001f ~\\u009f\u00a0\"}", Json.write(field("\u001f ~\u009f\u00a0")));
    assertEquals("{\"x\":\"\\udfff\\ud800\"}", Json.write(field("\udfff\ud800")));
    assertEquals("{\"\\n\":1}", Json.write(Fields.NONE.with("\n", 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "1.50, 1.50, 1.5",
    "0.00, 0.00, 0",
    "1E+3, 1000, 1000",
    "1E-7, 0.0000001, 0.0000001",
    "100, 100, 100",
    "-0.0, 0.0, 0",
    "123456789012345678901234567890, 123456789012345678901234567890,"
        + " 123456789012345678901234567890",
  })
  void numbersAreWrittenPlainly(String number, String written, String canonical) {
    assertEquals("{\"x\":" + written + "}", Json.write(field(new BigDecimal(number))));
    assertEquals("{\"x\":" + canonical + "}", Json.canonical(field(new BigDecimal(number))));
  }

  @Test
  void numbersOfHostileSizeKeepTheirExponent() {
    assertEquals("{\"x\":1E+999999999}", Json.write(field(new BigDecimal("1e999999999"))));
    assertEquals("{\"x\":1E-999999999}", Json.canonical(field(new BigDecimal("1e-999999999"))));
    assertEquals("{\"x\":0}", Json.canonical(field(new BigDecimal("0e-999999999"))));
  }

  @Test
  void otherNumbersBecomePlainOnes() {
    assertEquals("{\"x\":0.1}", Json.write(field(0.1)));
    assertEquals("{\"x\":7}", Json.write(field((short) 7)));
    assertEquals(
        "{\"x\":9223372036854775808}",
        Json.write(field(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE))));
  }
}
