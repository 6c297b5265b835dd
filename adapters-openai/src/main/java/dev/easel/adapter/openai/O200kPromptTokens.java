package dev.easel.adapter.openai;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.easel.domain.cost.PromptTokens;

/// Counts in the o200k_base vocabulary, in which OpenAI bills prompts of pictures.
final class O200kPromptTokens implements PromptTokens {

  // What looks like a special token, such as <|endoftext|>, is ordinary text in a prompt.
  @Override
  public long count(String text) {
    return text.isEmpty() ? 0 : Loaded.ENCODING.countTokensOrdinary(text);
  }

  /// Holds the tables, which take a moment and some megabytes, from the first count on.
  private static final class Loaded {
    private static final Encoding ENCODING =
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  }
}
