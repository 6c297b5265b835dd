package dev.easel.adapter.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class O200kPromptTokensTest {

  private final O200kPromptTokens tokens = new O200kPromptTokens();

  @ParameterizedTest
  @CsvSource({"hello world, 2", "a lighthouse at dusk, 4", "'', 0", "A futuristic city, 3"})
  void ordinaryTextHasItsTokens(String text, long count) {
    assertEquals(count, tokens.count(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<|endoftext|>", "<|endofprompt|>", "a <|endoftext|> b"})
  void specialTokensAreOrdinaryText(String text) {
    assertTrue(tokens.count(text) > 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"漢字かな交じり文", "🚤🏽‍♂️", "\u0000\u0001", "\ud83d", "שלום عالم"})
  void anyTextIsCountedWithoutAWord(String text) {
    assertTrue(tokens.count(text) > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " ", "漢", "ab ", "é", "!"})
  void theLongestPromptIsCountedInAMoment(String part) {
    String longest = part.repeat(32_000 / part.length());
    tokens.count("warm");
    assertTimeout(Duration.ofSeconds(5), () -> tokens.count(longest));
  }

  @Test
  void twoAtOnceCountTheSame() {
    assertEquals(new O200kPromptTokens().count("a boat"), tokens.count("a boat"));
  }
}
