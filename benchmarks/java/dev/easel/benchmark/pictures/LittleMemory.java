package dev.easel.benchmark.pictures;

import dev.easel.benchmark.Bench;
import dev.easel.benchmark.Finding;
import dev.easel.benchmark.wire.EaselCommand;
import dev.easel.benchmark.wire.Sample;
import dev.easel.benchmark.wire.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The smallest heap in which `easel generate` makes a picture of 4K, 25 MB of base64, beside the
/// smallest in which it makes one of a few pixels: the difference is what the large one takes.
final class LittleMemory {

  private static final String MADE = "made.png";
  private static final int LARGE = 2_500;
  private static final int SMALL = 8;
  private static final int LEAST_MEBIBYTES = 8;
  private static final int MOST_MEBIBYTES = 256;
  private static final double MOST_TIMES = 3;
  private static final double MEBIBYTE = 1024 * 1024;

  private final Bench bench;
  private final Path folder;

  /// @throws IOException when no folder can be made
  LittleMemory(Bench bench) throws IOException {
    this.bench = bench;
    this.folder = bench.fresh("memory");
  }

  /// Measures.
  void run() throws IOException, InterruptedException {
    Sample sample = Sample.picture(bench.seed(), LARGE);
    int large = smallestHeap(sample);
    int small = smallestHeap(Sample.picture(bench.seed(), SMALL));
    double decoded = sample.body().length * 3.0 / 4 / MEBIBYTE;
    double times = (large - small) / decoded;
    bench.found(
        new Finding(
            "a 4K picture, %,d bytes of base64, through easel generate"
                .formatted(sample.body().length),
            "works from -Xmx" + large + "m",
            "a picture of a few pixels from -Xmx" + small + "m",
            "under 3 times the decoded bytes",
            String.format(Locale.ROOT, "%.2f times %.1f MiB", times, decoded),
            times < MOST_TIMES));
  }

  private int smallestHeap(Sample sample) throws IOException, InterruptedException {
    try (Upstream upstream = Upstream.start(folder, sample, Duration.ZERO)) {
      if (!isEnough(MOST_MEBIBYTES, upstream)) {
        throw new IOException("easel generate fails with " + MOST_MEBIBYTES + " MiB");
      }
      int fails = LEAST_MEBIBYTES;
      int works = MOST_MEBIBYTES;
      while (works - fails > 1) {
        int middle = (works + fails) / 2;
        if (isEnough(middle, upstream)) {
          works = middle;
        } else {
          fails = middle;
        }
      }
      return works;
    }
  }

  private boolean isEnough(int mebibytes, Upstream upstream)
      throws IOException, InterruptedException {
    List<String> arguments =
        List.of("generate", "a lighthouse", "--model", "gpt-image-2", "-o", MADE);
    Files.deleteIfExists(folder.resolve(MADE));
    return EaselCommand.run(folder, upstream, List.of("-Xmx" + mebibytes + "m"), arguments) == 0;
  }
}
