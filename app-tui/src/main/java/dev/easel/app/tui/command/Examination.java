package dev.easel.app.tui.command;

import dev.easel.app.tui.text.Figures;
import dev.easel.config.LogSettings;
import dev.easel.config.ProviderSettings;
import dev.easel.config.Settings;
import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.ProviderProbe;
import dev.easel.domain.ledger.LogCondition;
import dev.easel.domain.ledger.LogUnavailable;
import dev.easel.domain.ledger.PictureStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Looks at everything that Easel needs, and spends nothing.
final class Examination {

  private static final long LITTLE_ROOM = 500_000_000;

  private final Session session;
  private final Settings settings;
  private final List<Finding> findings = new ArrayList<>();

  Examination(Session session) {
    this.session = session;
    this.settings = session.settings();
  }

  List<Finding> findings() {
    program();
    directory();
    log();
    pictures();
    findings.add(new RetentionExamination(session).finding());
    providers();
    findings.addAll(new ModelExamination(session).findings());
    budget(settings.budget());
    settings.notices().forEach(notice -> minded("notice", notice));
    return findings;
  }

  private void well(String about, String message) {
    findings.add(Finding.well(about, message));
  }

  private void minded(String about, String message) {
    findings.add(Finding.minded(about, message));
  }

  private void wrong(String about, String message) {
    findings.add(Finding.wrong(about, message));
  }

  private void program() {
    well(
        "easel",
        "%s on Java %s (%s)"
            .formatted(
                session.surroundings().version(),
                System.getProperty("java.version"),
                System.getProperty("java.home")));
  }

  private void directory() {
    Path directory = settings.dataDirectory();
    if (Files.exists(directory)) {
      boolean usable = Files.isDirectory(directory) && Files.isWritable(directory);
      findings.add(
          usable
              ? Finding.well("data", directory + " can be written to")
              : Finding.wrong("data", directory + " is no directory that can be written to"));
      return;
    }
    Path parent = nearestExisting(directory);
    boolean makeable = parent != null && Files.isDirectory(parent) && Files.isWritable(parent);
    findings.add(
        makeable
            ? Finding.well("data", directory + " is not there yet; the first request makes it")
            : Finding.wrong("data", directory + " is not there and cannot be made"));
  }

  private static @Nullable Path nearestExisting(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    while (parent != null && !Files.exists(parent)) {
      parent = parent.getParent();
    }
    return parent;
  }

  private void log() {
    LogSettings log = settings.log();
    String backend = log.backend().name().toLowerCase(Locale.ROOT);
    if (!session.wiring().logExists(log)) {
      if (session.wiring().missed(log).isPresent()) {
        wrong("log", backend + ", " + log.path() + " is gone; easel verify says more");
      } else {
        well("log", backend + ", " + log.path() + " is not there yet; the first request makes it");
      }
      return;
    }
    try {
      condition(session.log().condition());
    } catch (LogUnavailable unavailable) {
      wrong("log", unavailable.getMessage());
    }
  }

  private void condition(LogCondition condition) {
    well(
        "log",
        "%s, %s: %s, %s, %s running, days of %s"
            .formatted(
                condition.backend(),
                condition.place(),
                Figures.counted(condition.entries(), "entry", "entries"),
                Figures.bytes(condition.bytes()),
                Figures.count(condition.running()),
                condition.zone()));
    if (condition.damaged() > 0) {
      String first = condition.damage() == null ? "" : "; the first: " + condition.damage();
      String lines = Figures.counted(condition.damaged(), "line is", "lines are");
      minded("log", lines + " no entry and kept as they are" + first);
    }
  }

  private void pictures() {
    PictureStore.Condition condition = session.pictures().condition();
    String what =
        "%s: %s, %s, %s free"
            .formatted(
                condition.place(),
                Figures.counted(condition.pictures(), "picture", "pictures"),
                Figures.bytes(condition.bytes()),
                Figures.bytes(condition.free()));
    if (condition.trouble() != null) {
      wrong("pictures", condition.trouble());
    } else if (condition.free() < LITTLE_ROOM) {
      minded("pictures", what + ", which is little");
    } else {
      well("pictures", what);
    }
  }

  private void providers() {
    if (session.sandboxed()) {
      well("provider", "the sandbox, which is started with each command");
      return;
    }
    ProviderProbe probe = session.wiring().probe(settings);
    for (ProviderSettings provider : settings.providers()) {
      provider(provider, probe.obstacle(provider.name()));
    }
  }

  private void provider(ProviderSettings provider, Optional<String> obstacle) {
    boolean inUse = provider.name().equals(settings.provider());
    String name = inUse ? "provider" : "  and";
    String what =
        "%s, %s at %s, %s"
            .formatted(
                provider.name(), provider.dialect().word(), provider.baseUrl(), key(provider));
    String trouble = obstacle.map(sentence -> "; " + sentence).orElse(", reachable");
    boolean well = obstacle.isEmpty() && !provider.keyMissing();
    findings.add(
        new Finding(
            name,
            well ? Finding.Health.WELL : inUse ? Finding.Health.WRONG : Finding.Health.MINDED,
            what + trouble));
  }

  private static String key(ProviderSettings provider) {
    if (provider.apiKey() != null) {
      return "key ***";
    }
    if (!provider.keyMissing()) {
      return "no key";
    }
    return provider.name().equals(Settings.OPENAI)
        ? "no key (set OPENAI_API_KEY, or use --sandbox)"
        : "no key (set provider." + provider.name() + ".api-key)";
  }

  private void budget(Budget budget) {
    well(
        "budget",
        budget.unlimited()
            ? "no limit (budget.daily-usd, budget.monthly-usd)"
            : "%s a day, %s a month; what cannot be estimated is %s"
                .formatted(
                    limit(budget.daily()),
                    limit(budget.monthly()),
                    budget.allowUnknown() ? "allowed" : "refused"));
  }

  private static String limit(@Nullable Money limit) {
    return limit == null ? "no limit" : Figures.money(limit);
  }
}
