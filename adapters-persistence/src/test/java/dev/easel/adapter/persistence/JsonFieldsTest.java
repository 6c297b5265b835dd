package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {

  @Test
  void everyKindOfValueIsRead() throws NotAnEntry {
    Fields fields =
        JsonFields.of(
            """
            {"text":"a\\u0000\\ud83e\\udd8a","whole":7,"big":123456789012345678901,"point":0.10,
             "yes":true,"no":false,"none":null,"list":[1,"x",null,{}],"nested":{"deep":{"n":1e3}}}
            """);
    assertEquals("a\0🦊", fields.get("text"));
    assertEquals(7L, fields.get("whole"));
    assertEquals(new BigDecimal("123456789012345678901"), fields.get("big"));
    assertEquals(new BigDecimal("0.10"), fields.get("point"));
    assertEquals(true, fields.get("yes"));
    assertEquals(false, fields.get("no"));
    assertTrue(fields.has("none"));
    assertEquals(Arrays.asList(1L, "x", null, Map.of()), fields.get("list"));
    assertEquals(new BigDecimal("1e3"), fields.fields("nested").fields("deep").get("n"));
    assertEquals(
        List.of("text", "whole", "big", "point", "yes", "no", "none", "list", "nested"),
        List.copyOf(fields.asMap().keySet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "7",
        "null",
        "{",
        "{\"a\":1",
        "{\"a\":1}{",
        "{\"a\":1} x",
        "{\"a\":NaN}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":1,}",
        "not json at all"
      })
  void whatIsNoSingleObjectIsRefused(String text) {
    assertThrows(NotAnEntry.class, () -> JsonFields.of(text));
  }

  @Test
  void hostileDepthAndLengthAreRefused() {
    assertThrows(
        NotAnEntry.class, () -> JsonFields.of("{\"a\":" + "[".repeat(101) + "]".repeat(101) + "}"));
    assertThrows(NotAnEntry.class, () -> JsonFields.of("{\"a\":" + "9".repeat(1_001) + "}"));
  }

  @Test
  void aPartOfAnArrayOfBytesIsRead() throws NotAnEntry {
    byte[] bytes = "xx{\"ä\":1}\nyy".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(Fields.of(Map.of("ä", 1)), JsonFields.of(bytes, 2, 8));
  }
}
