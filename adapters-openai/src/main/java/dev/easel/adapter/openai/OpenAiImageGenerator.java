package dev.easel.adapter.openai;

import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageGenerator;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Watch;
import java.util.Map;

/// Calls the providers over HTTP.
final class OpenAiImageGenerator implements ImageGenerator {

  private final Map<String, Provider> providers;
  private final Transport transport;
  private final Reach.Names names;
  private final Arrivals arrivals;

  OpenAiImageGenerator(
      Map<String, Provider> providers, Transport transport, Reach.Names names, Arrivals arrivals) {
    this.providers = providers;
    this.transport = transport;
    this.names = names;
    this.arrivals = arrivals;
  }

  @Override
  public Outcome generate(ImageRequest request, Watch watch) {
    Provider configured = providers.get(request.provider());
    if (configured == null) {
      String known = String.join(", ", providers.keySet());
      return notSent(
          "unknown_provider",
          "no provider is called " + request.provider() + "; there are " + known);
    }
    try {
      return called(configured.with(request.credential()), request, watch);
    } catch (Provider.UnusableKey unusable) {
      return notSent("unusable_key", String.valueOf(unusable.getMessage()));
    }
  }

  private Outcome called(Provider provider, ImageRequest request, Watch watch) {
    return provider
        .missingKey()
        .map(sentence -> notSent("missing_key", sentence))
        .orElseGet(() -> drafted(provider, request, new QuietWatch(watch)));
  }

  private Outcome drafted(Provider provider, ImageRequest request, Watch watch) {
    return switch (draft(provider.wording(), request)) {
      case Draft.Unsayable unsayable -> notSent("not_expressible", unsayable.sentence());
      case Draft.Ready ready when watch.cancelled() ->
          new Outcome.Failed(
              ready.sent(), null, new Failure.NotSent("cancelled", "cancelled before it was sent"));
      case Draft.Ready ready ->
          new Call(transport, provider, names, request, ready, watch, arrivals).run();
    };
  }

  private static Draft draft(Wording wording, ImageRequest request) {
    References references = new References(request);
    if (wording.namesPictures() || !references.any()) {
      return wording.draft(request);
    }
    return references
        .uploaded()
        .map(wording::draft)
        .orElseGet(() ->
            new Draft.Unsayable(
                "this provider takes pictures that travel with the request, and none by an address"
                    + " or the id of a file"));
  }

  private static Outcome notSent(String code, String sentence) {
    return new Outcome.Failed(Fields.NONE, null, new Failure.NotSent(code, sentence));
  }
}
