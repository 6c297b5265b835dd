package dev.easel.config;

import dev.easel.domain.cost.Budget;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.usecase.Defaults;
import dev.easel.domain.usecase.Retention;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that is configured, checked.
///
/// @param provider the name of the provider to use when none is named
/// @param providers those that can be used, the one named `openai` always among them
/// @param promptsKept whether the log keeps the prompts of requests that do not say
/// @param retention how long pictures are kept
/// @param dashboard how the dashboard looks when it opens
/// @param pricesFile the user's own prices, null when there are none
/// @param sandbox whether these are for play, with the sandbox for a provider
/// @param inEffect what was set and where, for people
/// @param notices what a user should know, a sentence each
public record Settings(
    Path dataDirectory,
    LogSettings log,
    Defaults defaults,
    String provider,
    List<ProviderSettings> providers,
    ProxySettings proxy,
    ServerSettings server,
    Budget budget,
    boolean promptsKept,
    Retention retention,
    DashboardSettings dashboard,
    @Nullable Path pricesFile,
    boolean sandbox,
    List<Setting> inEffect,
    List<String> notices) {

  /// The provider that stands for OpenAI.
  public static final String OPENAI = "openai";

  /// Copies the lists.
  public Settings {
    providers = List.copyOf(providers);
    inEffect = List.copyOf(inEffect);
    notices = List.copyOf(notices);
  }

  /// Where pictures are kept.
  public Path pictureDirectory() {
    return dataDirectory.resolve("pictures");
  }

  /// The provider with this name.
  public Optional<ProviderSettings> provider(String name) {
    return providers.stream().filter(settings -> settings.name().equals(name)).findFirst();
  }

  /// These settings for play: the sandbox at `baseUrl` is the only provider, in a log and pictures
  /// of its own below the data directory, without a budget.
  public Settings forSandbox(URI baseUrl) {
    Path directory = dataDirectory.resolve("sandbox");
    ProviderSettings sandbox =
        new ProviderSettings(
            OPENAI,
            Dialect.OPENAI,
            baseUrl,
            new Secret("sk-sandbox"),
            Duration.ofMinutes(10),
            Map.of(),
            Pace.STANDARD);
    return new Settings(
        directory,
        new LogSettings(log.backend(), logPath(directory, log.backend()), log.zone()),
        defaults,
        OPENAI,
        List.of(sandbox),
        ProxySettings.NONE,
        server,
        Budget.UNLIMITED,
        promptsKept,
        retention,
        dashboard,
        pricesFile,
        true,
        inEffect,
        budget.unlimited()
            ? List.of()
            : List.of("budget.daily-usd and budget.monthly-usd do not count in the sandbox"));
  }

  /// Where a log of a kind lies unless it is said.
  public static Path logPath(Path directory, LogBackend backend) {
    return switch (backend) {
      case SQLITE -> directory.resolve("easel.db");
      case JSONL -> directory.resolve("image_generation_log.jsonl");
    };
  }
}
