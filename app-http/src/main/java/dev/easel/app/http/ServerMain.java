package dev.easel.app.http;

import dev.easel.adapter.openai.Catalogues;
import dev.easel.adapter.openai.ImageGenerators;
import dev.easel.adapter.openai.Pacings;
import dev.easel.adapter.persistence.ClosablePictureStore;
import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.adapter.persistence.PictureStores;
import dev.easel.adapter.sandbox.Sandbox;
import dev.easel.adapter.sandbox.SandboxSettings;
import dev.easel.config.Configuration;
import dev.easel.config.ConfigurationProblem;
import dev.easel.config.Settings;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageGenerator;
import dev.easel.domain.image.Pacing;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.ledger.LogUnavailable;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `easel serve`: puts the server together and runs it until it is told to stop.
public final class ServerMain {

  private static final String VERSION = "0.1.0";

  private ServerMain() {}

  /// Runs the server. Exit codes: 0 after a stop, 2 for wrong options or configuration, 6 when it
  /// was told twice to stop and something may have been charged, 7 when the log or the address
  /// cannot be had, 70 when something unexpected happens.
  public static void main(String[] arguments) {
    Thread.ofPlatform().daemon().name("easel-ahead").start(ServerMain::prepare);
    ServerProcess.setServerProperties();
    System.exit(run(List.of(arguments)));
  }

  // What takes long at its first use, beside the configuration and the catalogue.
  private static void prepare() {
    GenerationLogs.prepare();
    PictureStores.prepare();
    Json.write(Fields.NONE.with("some", List.of("words")).with("number", 1));
    StartPage.prepare();
  }

  private static int run(List<String> arguments) {
    try {
      ServerArguments given = ServerArguments.parse(arguments);
      return started(given, Configuration.load(sources(given.configuration())));
    } catch (ConfigurationProblem problem) {
      return said(2, problem.problems());
    } catch (LogUnavailable | IOException unavailable) {
      return said(7, List.of(String.valueOf(unavailable.getMessage())));
    } catch (RuntimeException unexpected) {
      return said(70, List.of("something unexpected happened: " + unexpected));
    }
  }

  private static int said(int code, List<String> sentences) {
    sentences.forEach(new Announcements(System.err)::say);
    return code;
  }

  private static Configuration.Sources sources(Map<String, String> commandLine) {
    return new Configuration.Sources(
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Path.of(System.getProperty("user.home")),
        commandLine);
  }

  private static int started(ServerArguments given, Settings configured) throws IOException {
    Catalogues catalogues = Catalogues.load(configured.pricesFile());
    Pricing pricing = new Pricing(catalogues.prices(), catalogues.tokens());
    if (!given.sandbox()) {
      return serve(configured, given, catalogues, pricing);
    }
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.QUIET, catalogues.models(), pricing)) {
      return serve(configured.forSandbox(sandbox.baseUrl()), given, catalogues, pricing);
    }
  }

  private static int serve(
      Settings settings, ServerArguments given, Catalogues catalogues, Pricing pricing)
      throws IOException {
    try (GenerationLog log = GenerationLogs.open(settings.log());
        ClosablePictureStore pictures =
            PictureStores.openJournalled(settings.pictureDirectory(), log)) {
      Time time = Platform.time();
      Studio studio =
          studio(
              settings,
              catalogues,
              pricing,
              generator(settings, pictures.arrivals()),
              log,
              pictures,
              time);
      return new ServerProcess(settings, given, studio, time).run();
    }
  }

  /// Puts the use cases together.
  static Studio studio(
      Settings settings,
      Catalogues catalogues,
      Pricing pricing,
      ImageGenerator generator,
      GenerationLog log,
      PictureStore pictures,
      Time time) {
    Pacing pacing = Pacings.of(settings.providers());
    Background background = Platform.background();
    EstimateCost estimating =
        new EstimateCost(catalogues.models(), pricing, settings.defaults(), time);
    return new Studio(
        new GenerateImages(
            estimating,
            log,
            new CallProvider(generator, log, pacing, time),
            new BookOutcome(log, pictures, pricing, background),
            settings.budget(),
            time,
            Platform.ids()),
        estimating,
        new BrowseLog(log, time),
        new FindEntry(log),
        new ExplainCost(pricing),
        new SummariseSpending(log, time),
        new ReportBudget(log, settings.budget(), time),
        new RaiseBudget(log, settings.budget(), time),
        new RecogniseCaller(log),
        new CheckPicture(log),
        new SettleEntry(log),
        new MarkEntry(log),
        new BrowseQueue(pacing, log),
        settings.defaults(),
        catalogues.models(),
        log,
        pacing,
        pictures,
        background);
  }

  static ImageGenerator generator(Settings settings, Arrivals arrivals) {
    try {
      return ImageGenerators.of(settings.providers(), settings.proxy(), VERSION, arrivals);
    } catch (IllegalArgumentException unusable) {
      throw new ConfigurationProblem(List.of(String.valueOf(unusable.getMessage())));
    }
  }
}
