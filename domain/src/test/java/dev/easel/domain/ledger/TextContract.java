package dev.easel.domain.ledger;

import static dev.easel.domain.ledger.LogContract.add;
import static dev.easel.domain.ledger.LogContract.prompts;
import static dev.easel.domain.ledger.LogContract.reserved;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Text search.
public interface TextContract extends LogContract {

  @Test
  default void wholeWordsAreFoundInAnyCaseAndWithoutAccents() {
    try (GenerationLog log = open()) {
      add(log, entry(1, "Ein Fuchs im Schnee, Ölgemälde"), entry(2, "A LIGHTHOUSE; at dusk!"));

      assertEquals(List.of("Ein Fuchs im Schnee, Ölgemälde"), prompts(log, "olgemalde"));
      assertEquals(List.of("Ein Fuchs im Schnee, Ölgemälde"), prompts(log, "ÖLGEMÄLDE FUCHS"));
      assertEquals(List.of("A LIGHTHOUSE; at dusk!"), prompts(log, "lighthouse"));
      assertEquals(List.of(), prompts(log, "light"));
      assertEquals(List.of(), prompts(log, "lighthouse fuchs"));
    }
  }

  @Test
  default void aStarLetsAWordGoOn() {
    try (GenerationLog log = open()) {
      add(log, entry(1, "lighthouse"), entry(2, "light"), entry(3, "a light house"));

      assertEquals(List.of("a light house", "light", "lighthouse"), prompts(log, "light*"));
      assertEquals(List.of("lighthouse"), prompts(log, "lighth*"));
      assertEquals(List.of("a light house"), prompts(log, "\"light ho\"*"));
      assertEquals(List.of(), prompts(log, "ight*"));
    }
  }

  @Test
  default void aPhraseKeepsItsOrder() {
    try (GenerationLog log = open()) {
      add(log, entry(1, "red fox, blue sky"), entry(2, "blue fox, red sky"));

      assertEquals(List.of("red fox, blue sky"), prompts(log, "\"red fox\""));
      assertEquals(List.of("red fox, blue sky"), prompts(log, "\"fox blue\""));
      assertEquals(List.of("blue fox, red sky", "red fox, blue sky"), prompts(log, "red fox"));
      assertEquals(List.of("blue fox, red sky"), prompts(log, "text:\"blue fox\""));
      assertEquals(List.of("red fox, blue sky"), prompts(log, "red-fox"));
    }
  }

  @Test
  default void wordsThatMeanSomethingElsewhereAreOrdinary() {
    try (GenerationLog log = open()) {
      add(log, entry(1, "cats AND dogs OR birds NOT near fish"), entry(2, "cats"));

      assertEquals(List.of("cats AND dogs OR birds NOT near fish"), prompts(log, "cats AND dogs"));
      assertEquals(
          List.of("cats AND dogs OR birds NOT near fish"), prompts(log, "not NEAR or and"));
      assertEquals(List.of(), prompts(log, "prompt"));
    }
  }

  @Test
  default void exclusionTakesAway() {
    try (GenerationLog log = open()) {
      add(log, entry(1, "red fox"), entry(2, "red sky"), entry(3, "blue sky"));

      assertEquals(List.of("red sky"), prompts(log, "red -fox"));
      assertEquals(List.of("blue sky"), prompts(log, "-red"));
      assertEquals(List.of("red fox"), prompts(log, "-\"red sky\" -blue"));
    }
  }

  @Test
  default void eachChineseJapaneseOrKoreanCharacterIsAWord() {
    try (GenerationLog log = open()) {
      add(log, entry(1, "灯台と嵐"), entry(2, "嵐の灯"), entry(3, "한국의 등대"));

      assertEquals(List.of("灯台と嵐"), prompts(log, "灯台"));
      assertEquals(List.of("嵐の灯", "灯台と嵐"), prompts(log, "灯"));
      assertEquals(List.of("嵐の灯", "灯台と嵐"), prompts(log, "嵐"));
      assertEquals(List.of(), prompts(log, "台灯"));
      assertEquals(List.of("한국의 등대"), prompts(log, "등대"));
      assertEquals(List.of("한국의 등대"), prompts(log, "국"));
      assertEquals(List.of(), prompts(log, "하"));
    }
  }

  @Test
  default void otherScriptsAndPicturesInTheTextAreFound() {
    try (GenerationLog log = open()) {
      add(log, entry(1, "emoji 🦊 in a teacup"), entry(2, "Ночной город"), entry(3, "हिन्दी में"));

      assertEquals(List.of("emoji 🦊 in a teacup"), prompts(log, "🦊"));
      assertEquals(List.of("emoji 🦊 in a teacup"), prompts(log, "\"🦊 in\""));
      assertEquals(List.of("Ночной город"), prompts(log, "НОЧНОЙ"));
      assertEquals(List.of("हिन्दी में"), prompts(log, "हिन्दी"));
    }
  }

  @Test
  default void revisedPromptAndErrorAreSearchedToo() {
    try (GenerationLog log = open()) {
      add(
          log,
          EntryDraft.at(MORNING, 1)
              .prompt("red fox")
              .revisedPrompt("snow at night")
              .error("cut short")
              .entry());

      assertEquals(List.of("red fox"), prompts(log, "snow"));
      assertEquals(List.of("red fox"), prompts(log, "fox \"cut short\""));
      assertEquals(List.of(), prompts(log, "\"fox snow\""));
      assertEquals(List.of(), prompts(log, "\"night cut\""));
    }
  }

  @Test
  default void whatComesLaterIsFoundWhenItIsThere() {
    try (GenerationLog log = open()) {
      EntryId id = reserved(log, IntentDraft.at(MORNING, 1).prompt("red fox")).id();
      assertEquals(List.of("red fox"), prompts(log, "fox"));
      assertEquals(List.of(), prompts(log, "lighthouse"));

      log.finish(id, Endings.settled("0.04", 1_000));

      assertEquals(List.of("red fox"), prompts(log, "fox lighthouse"));
    }
  }

  private static Entry entry(int number, String prompt) {
    return EntryDraft.at(MORNING.plusSeconds(number), number).prompt(prompt).entry();
  }
}
