package dev.easel.adapter.openai;

import dev.easel.config.ProviderSettings;
import dev.easel.config.ProxySettings;
import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.ImageGenerator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the generator that calls OpenAI and those who speak like it.
public final class ImageGenerators {

  private ImageGenerators() {}

  /// A generator that chooses among `providers` by the name in the request. It holds one HTTP
  /// client whose threads are daemons, so there is nothing to close.
  ///
  /// @param version of Easel, for the `User-Agent`
  /// @param arrivals of the pictures that answers bring
  /// @throws IllegalArgumentException with one sentence, which repeats no secret, when a base URL,
  ///   a key, a header or a proxy cannot be used
  public static ImageGenerator of(
      List<ProviderSettings> providers, ProxySettings proxies, String version, Arrivals arrivals) {
    return of(providers, proxies, version, arrivals, Reach.Names.SYSTEM);
  }

  /// The same with another way to look up the names of hosts that answers point to.
  static ImageGenerator of(
      List<ProviderSettings> providers,
      ProxySettings proxies,
      String version,
      Arrivals arrivals,
      Reach.Names names) {
    Map<String, Provider> byName = new LinkedHashMap<>();
    providers.forEach(settings -> byName.put(settings.name(), new Provider(settings)));
    Transport transport = new Transport(new Proxies(proxies), "easel/" + version);
    return new OpenAiImageGenerator(byName, transport, names, arrivals);
  }
}
