package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "Ölgemälde, olgemalde",
    "STRASSE, strasse",
    "Straße, strasse",
    "İstanbul, istanbul",
    "ΟΔΟΣ, οδοσ",
    "ὁδός, οδοσ",
    "ﬁsh, fish",
    "Ⓐ１２, a12",
    "Ёлка, елка",
    "שָׁלוֹם, שלום",
    "مَرْحَبًا, مرحبا",
    "हिन्दी, हिन्दी",
    "สวัสดี, สวัสดี",
    "soft\u00adhyphen, softhyphen",
    "zero\u200bwidth, zerowidth",
  })
  void caseAccentsAndFormsAreFolded(String text, String word) {
    assertEquals(List.of(word), Words.of(text));
  }

  @Test
  void everythingElseStandsBetweenWords() {
    assertEquals(
        List.of("it", "s", "a", "well", "known", "fox", "1", "5", "gpt", "image", "2"),
        Words.of("It's a well-known\nFOX\t(1.5), <gpt_image/2>"));
    assertEquals(List.of(), Words.of(" .,;!?-–—_*\"'\u001b\ud83e\u0000"));
    assertEquals(List.of("a", "b"), Words.of("a" + Words.BREAK + "b"));
  }

  @Test
  void plainTextFoldsAsItDoesBesideOtherText() {
    IntStream.range(0, 0x80)
        .forEach(one -> {
          String plain = "Ab9" + (char) one + "Cd " + (char) one;
          List<String> words = new ArrayList<>(Words.of(plain));
          words.add("灯");
          assertEquals(words, Words.of(plain + " 灯"), "U+" + Integer.toHexString(one));
        });
  }

  @Test
  void eastAsianCharactersStandAlone() {
    assertEquals(List.of("灯", "台", "と", "嵐"), Words.of("灯台と嵐"));
    assertEquals(List.of("ガ", "ラ", "ス"), Words.of("ｶﾞﾗｽ"));
    assertEquals(List.of("か", "が"), Words.of("かが"));
    assertEquals(List.of("한", "국"), Words.of("한국"));
    assertEquals(List.of("4k", "灯", "png"), Words.of("4K灯PNG"));
    assertEquals(List.of("𠀀"), Words.of("𠀀"));
  }

  @Test
  void symbolsStandAlone() {
    assertEquals(List.of("a", "🦊", "in"), Words.of("a🦊in"));
    assertEquals(List.of("👩", "🚀"), Words.of("👩\u200d🚀"));
    assertEquals(List.of("❤"), Words.of("❤\ufe0f"));
    assertEquals(List.of("tm"), Words.of("™"));
  }

  @Test
  void foldingTwiceChangesNothing() {
    IntStream.range(0, 0x11_0000)
        .filter(Character::isDefined)
        // A hundred thousand that are all alike.
        .filter(codePoint -> !Character.isIdeographic(codePoint))
        .forEach(codePoint -> {
          List<String> once = Words.of("a" + Character.toString(codePoint) + "b");
          assertEquals(
              once, Words.of(String.join(" ", once)), "U+" + Integer.toHexString(codePoint));
        });
  }

  @Test
  void promptRevisedPromptAndErrorAreKeptApart() {
    EntryDraft draft = EntryDraft.at(Instant.EPOCH, 1).prompt("Red fox").revisedPrompt("snow");

    assertEquals(
        List.of("red", "fox", Words.BREAK, "snow", Words.BREAK, "cut"),
        Words.of(draft.error("cut").entry()));
    assertFalse(Words.of(Words.BREAK).contains(Words.BREAK));
  }
}
