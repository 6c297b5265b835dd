package dev.easel.app.tui;

import dev.easel.adapter.openai.Catalogues;
import dev.easel.adapter.openai.ImageGenerators;
import dev.easel.adapter.openai.Pacings;
import dev.easel.adapter.openai.ProviderProbes;
import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.adapter.persistence.PictureStores;
import dev.easel.adapter.sandbox.Fault;
import dev.easel.adapter.sandbox.FaultPlan;
import dev.easel.adapter.sandbox.SandboxSettings;
import dev.easel.app.tui.command.Shell;
import dev.easel.app.tui.command.Surroundings;
import dev.easel.app.tui.command.Wiring;
import dev.easel.config.ConfigurationProblem;
import dev.easel.config.LogSettings;
import dev.easel.config.Settings;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.ImageGenerator;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Pacing;
import dev.easel.domain.image.ProviderProbe;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.usecase.Background;
import dev.easel.domain.usecase.BookOutcome;
import dev.easel.domain.usecase.BrowseLog;
import dev.easel.domain.usecase.BrowseQueue;
import dev.easel.domain.usecase.CallProvider;
import dev.easel.domain.usecase.CheckPicture;
import dev.easel.domain.usecase.EstimateCost;
import dev.easel.domain.usecase.ExplainCost;
import dev.easel.domain.usecase.FindEntry;
import dev.easel.domain.usecase.GenerateImages;
import dev.easel.domain.usecase.MarkEntry;
import dev.easel.domain.usecase.RaiseBudget;
import dev.easel.domain.usecase.RecogniseCaller;
import dev.easel.domain.usecase.ReportBudget;
import dev.easel.domain.usecase.SettleEntry;
import dev.easel.domain.usecase.Studio;
import dev.easel.domain.usecase.SummariseSpending;
import dev.easel.domain.usecase.Time;
import dev.easel.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The terminal's composition root: puts the parts together and runs one command.
public sealed class TerminalMain implements Wiring permits TrainingMain.Rehearsing {

  static final String VERSION = "0.1.0";

  private static final Set<String> LOOKING = Set.of("log", "show", "explain", "stats", "status");

  TerminalMain() {}

  /// Runs the command in `arguments` and ends the process with its exit code.
  public static void main(String[] arguments) {
    Surroundings surroundings =
        new Surroundings(
            System.getenv(),
            Path.of("").toAbsolutePath(),
            Path.of(System.getProperty("user.home")),
            System.in,
            System.out,
            System.err,
            StandardStreams.terminals(),
            StandardStreams::columns,
            new SystemStopping(),
            VERSION);
    prepareFor(List.of(arguments));
    System.exit(Shell.run(List.of(arguments), surroundings, new TerminalMain()));
  }

  /// Lets another thread load what the log takes, while the arguments are looked at, when that is
  /// where they lead.
  static void prepareFor(List<String> arguments) {
    boolean log = arguments.isEmpty() || LOOKING.contains(arguments.getFirst());
    if (log && !arguments.contains("--help") && !arguments.contains("-h")) {
      Thread.ofPlatform().daemon().name("easel-ahead").start(GenerationLogs::prepare);
    }
  }

  /// The wiring that the commands use, for whoever runs them inside another program.
  public static Wiring wiring() {
    return new TerminalMain();
  }

  @Override
  public Catalogue catalogue(@Nullable Path userFile) {
    Catalogues catalogues = Catalogues.load(userFile);
    return new Catalogue(
        catalogues.models(),
        catalogues.prices(),
        new Pricing(catalogues.prices(), catalogues.tokens()));
  }

  @Override
  public GenerationLog log(LogSettings settings) {
    return GenerationLogs.open(settings);
  }

  @Override
  public GenerationLog.Records lines(Path file, ZoneId zone) {
    return GenerationLogs.lines(file, zone);
  }

  @Override
  public boolean logExists(LogSettings settings) {
    return GenerationLogs.exists(settings);
  }

  @Override
  public Optional<BookFinding> missed(LogSettings settings) {
    return GenerationLogs.missed(settings);
  }

  @Override
  public PictureStore pictures(Path directory) {
    return PictureStores.open(directory);
  }

  @Override
  public void recover(Path pictures, GenerationLog log) {
    PictureStores.recover(pictures, log);
  }

  @Override
  public Studio studio(
      Settings settings, Catalogue catalogue, GenerationLog log, PictureStore pictures) {
    Time time = Platform.time();
    Pacing pacing = Pacings.of(settings.providers());
    Background background = Platform.background();
    EstimateCost estimating =
        new EstimateCost(catalogue.models(), catalogue.pricing(), settings.defaults(), time);
    GenerateImages generating =
        new GenerateImages(
            estimating,
            log,
            new CallProvider(generator(settings, pictures.arrivals()), log, pacing, time),
            new BookOutcome(log, pictures, catalogue.pricing(), background),
            settings.budget(),
            time,
            Platform.ids());
    return new Studio(
        generating,
        estimating,
        new BrowseLog(log, time),
        new FindEntry(log),
        new ExplainCost(catalogue.pricing()),
        new SummariseSpending(log, time),
        new ReportBudget(log, settings.budget(), time),
        new RaiseBudget(log, settings.budget(), time),
        new RecogniseCaller(log),
        new CheckPicture(log),
        new SettleEntry(log),
        new MarkEntry(log),
        new BrowseQueue(pacing, log),
        settings.defaults(),
        catalogue.models(),
        log,
        pacing,
        pictures,
        background);
  }

  private static ImageGenerator generator(Settings settings, Arrivals arrivals) {
    try {
      return ImageGenerators.of(settings.providers(), settings.proxy(), VERSION, arrivals);
    } catch (IllegalArgumentException unusable) {
      throw new ConfigurationProblem(List.of(String.valueOf(unusable.getMessage())));
    }
  }

  @Override
  public Sandbox sandbox(SandboxWish wish, Catalogue catalogue) throws IOException {
    SandboxSettings settings =
        new SandboxSettings(
            wish.port(),
            wish.latency() == null
                ? SandboxSettings.Latency.NONE
                : SandboxSettings.Latency.parse(wish.latency()),
            wish.faults().stream().map(FaultPlan::parse).toList());
    var started =
        dev.easel.adapter.sandbox.Sandbox.start(settings, catalogue.models(), catalogue.pricing());
    return new Sandbox() {
      @Override
      public URI baseUrl() {
        return started.baseUrl();
      }

      @Override
      public void close() {
        started.close();
      }
    };
  }

  @Override
  public String faults() {
    return Fault.words();
  }

  @Override
  public ProviderProbe probe(Settings settings) {
    return ProviderProbes.of(settings.providers(), settings.proxy());
  }
}
