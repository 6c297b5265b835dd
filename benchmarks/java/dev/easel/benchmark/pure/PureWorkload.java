package dev.easel.benchmark.pure;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Finding;
import dev.easel.benchmark.Workload;
import java.io.IOException;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Has JMH measure [PureParts] in a JVM of its own.
public final class PureWorkload implements Workload {

  private static final int FORKS = 2;
  private static final int WARMUPS = 3;
  private static final int ROUNDS = 5;
  private static final TimeValue ROUND = TimeValue.seconds(1);

  @Override
  public void run(Bench bench) throws IOException {
    Options options =
        new OptionsBuilder()
            .include(PureParts.class.getName())
            .forks(FORKS)
            .warmupIterations(WARMUPS)
            .warmupTime(ROUND)
            .measurementIterations(ROUNDS)
            .measurementTime(ROUND)
            .build();
    try {
      new Runner(options).run().forEach(result -> bench.found(finding(result)));
    } catch (RunnerException failed) {
      throw new IOException("JMH could not run", failed);
    }
  }

  private static Finding finding(RunResult run) {
    Result<?> result = run.getPrimaryResult();
    String seen =
        String.format(Locale.ROOT, "%.2f µs ± %.2f", result.getScore(), result.getScoreError());
    return new Finding(result.getLabel(), seen, "", "", seen, true);
  }
}
