package dev.easel.app.http;

import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.adapter.persistence.PictureStores;
import dev.easel.config.Configuration;
import dev.easel.config.Settings;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageGenerator;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.usecase.Order;
import dev.easel.domain.usecase.Studio;
import dev.easel.platform.Platform;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A process with the server's studio that does one thing and is gone at a given step of it, as if
/// the power had failed there: no hook runs, nothing is closed.
final class HaltingStudio {

  /// The exit code of a process that was halted.
  static final int HALTED = 99;

  /// The prompt of the one picture that it orders.
  static final String PROMPT = "a lighthouse";

  /// A step: the process ends right before a method of one of the ports is called, or right after.
  enum Step {
    AFTER_RESERVE,
    AFTER_GENERATE,
    BEFORE_FINISH,
    AFTER_FINISH,
    BEFORE_ATTEMPT,
    AFTER_ATTEMPT,
    BEFORE_SETTLE,
    AFTER_SETTLE,
    NEVER
  }

  private HaltingStudio() {}

  /// Runs one until it ends.
  ///
  /// @param work `order`, or `settle` for the newest entry
  /// @return its exit code
  static int run(Path directory, Map<String, String> environment, String work, Step step)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        ServerJvm.java(
            directory, environment, QuickStart.flags(), HaltingStudio.class, work, step.name());
    Process process = builder.inheritIO().start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("it does not end");
    }
    return process.exitValue();
  }

  static void main(String[] arguments) {
    Step step = Step.valueOf(arguments[1]);
    Path here = Path.of("").toAbsolutePath();
    Settings settings =
        Configuration.load(new Configuration.Sources(System.getenv(), here, here, Map.of()));
    try (GenerationLog log =
        halting(GenerationLog.class, GenerationLogs.open(settings.log()), step)) {
      PictureStore pictures = PictureStores.open(settings.pictureDirectory());
      ImageGenerator generator =
          halting(ImageGenerator.class, ServerMain.generator(settings, pictures.arrivals()), step);
      Studio studio =
          ServerMain.studio(
              settings,
              TestServer.catalogues(),
              TestServer.pricing(),
              generator,
              log,
              pictures,
              Platform.time());
      if (arguments[0].equals("order")) {
        studio
            .generateImages()
            .generate(new Order(request(), null, "key", true, true), Watch.NOBODY);
      } else {
        Entry newest = log.page(Query.EVERYTHING, Page.Request.newest(1)).entries().getFirst();
        studio.settleEntry().charged(newest, null);
      }
    }
  }

  private static ImageRequest request() {
    return new ImageRequest(
        Operation.GENERATE,
        "openai",
        "dall-e-2",
        PROMPT,
        Fields.NONE.with("size", "256x256"),
        List.of());
  }

  private static <T> T halting(Class<T> port, T real, Step step) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> called(real, method, arguments, step)));
  }

  private static Object called(Object real, Method method, Object[] arguments, Step step)
      throws Throwable {
    halt("BEFORE_", method, step);
    try {
      Object answer = method.invoke(real, arguments);
      halt("AFTER_", method, step);
      return answer;
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static void halt(String side, Method method, Step step) {
    if (step.name().equalsIgnoreCase(side + method.getName())) {
      Runtime.getRuntime().halt(HALTED);
    }
  }
}
