package dev.easel.adapter.openai;

import dev.easel.config.ProviderSettings;
import dev.easel.domain.image.Pacing;
import java.util.List;

/// Opens the gates to the configured providers.
public final class Pacings {

  private Pacings() {}

  /// The pace of this process, for these providers.
  public static Pacing of(List<ProviderSettings> providers) {
    return new FairPacing(providers, System::nanoTime);
  }
}
