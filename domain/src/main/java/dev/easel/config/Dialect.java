package dev.easel.config;

import java.util.Locale;
import java.util.Optional;

/// The ways in which image servers speak OpenAI's API.
public enum Dialect {
  /// OpenAI itself, and whoever does exactly the same.
  OPENAI,
  /// Azure OpenAI and Foundry.
  AZURE,
  /// LocalAI.
  LOCALAI,
  /// The server of stable-diffusion.cpp.
  SD_SERVER,
  /// vLLM-Omni.
  VLLM_OMNI,
  /// SGLang diffusion.
  SGLANG,
  /// xAI.
  XAI,
  /// OpenRouter.
  OPENROUTER,
  /// Together.
  TOGETHER;

  /// The word in the configuration: `sd-server`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The dialect with this word.
  public static Optional<Dialect> named(String word) {
    for (Dialect dialect : values()) {
      if (dialect.word().equals(word)) {
        return Optional.of(dialect);
      }
    }
    return Optional.empty();
  }
}
