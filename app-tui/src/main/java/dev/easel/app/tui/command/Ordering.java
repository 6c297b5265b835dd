package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.config.ProviderSettings;
import dev.easel.config.Settings;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.usecase.Order;
import dev.easel.domain.usecase.Result;
import dev.easel.domain.usecase.Studio;
import java.util.Locale;

/// Carries out an order: what generate and edit have in common.
final class Ordering {

  private static final int LONGEST_SUBJECT = 40;

  private final Session session;
  private final OrderOptions options;

  Ordering(Session session, OrderOptions options) {
    this.session = session;
    this.options = options;
  }

  /// Makes the pictures and tells of them.
  ///
  /// @return the exit code
  int carryOut(ImageRequest request) {
    Destination destination = options.destination(session.surroundings(), request.n());
    boolean promptKept = options.promptKept(session.settings().promptsKept());
    Order order = new Order(request, null, options.key(), options.check(), promptKept);
    Wiring.SandboxWish wish = options.sandbox(session.sandboxed());
    checkKey(request.provider());
    Studio studio = session.studio(wish);
    session.notices();
    CallWatch watch = new CallWatch(session, line(studio, request.model()));
    Result result = watched(studio, order, watch);
    return new Delivery(session, studio.pictures(), destination, watch.warnings())
        .deliver(result, watch.cancelled());
  }

  private void checkKey(String provider) {
    Settings settings = session.settings();
    ProviderSettings asked = settings.provider(provider).orElseThrow();
    if (asked.keyMissing()) {
      throw CommandFailure.of(ExitCode.WRONG, "no_api_key", keyMissing(provider));
    }
  }

  /// What to do about a missing key, one sentence.
  static String keyMissing(String provider) {
    String where =
        provider.equals(Settings.OPENAI)
            ? "OPENAI_API_KEY"
            : "provider.%s.api-key (EASEL_PROVIDER_%s_API_KEY)"
                .formatted(provider, provider.toUpperCase(Locale.ROOT).replace('-', '_'));
    return "no key is configured for the provider %s: set %s, or play for free with --sandbox"
        .formatted(provider, where);
  }

  private ProgressLine line(Studio studio, String model) {
    String subject = Cells.shortened(VisibleText.line(model), LONGEST_SUBJECT);
    return ProgressLine.start(
        session, subject, () -> studio.summariseSpending().usualDuration(model));
  }

  private Result watched(Studio studio, Order order, CallWatch watch) {
    session.surroundings().stopping().onInterrupt(watch::interrupt);
    session.surroundings().stopping().onTerminate(watch::terminate);
    try {
      return studio.generateImages().generate(order, watch);
    } finally {
      watch.end();
    }
  }
}
