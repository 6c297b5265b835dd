package dev.easel.benchmark.history;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/// Makes logs that look like those of two years before November 2026: about 93 of 100 requests
/// settled, 5 released, 2 unknown; several models, callers and tags; prompts with frequent, rare
/// and single words. The same seed and size always give the same entries, whose ids rise. Safe for
/// use by several threads.
public final class LogGenerator {

  private static final long LINES_AT_ONCE = 2_048;
  private static final int WAITING = 16;
  // How many pictures are asked for at once, as often as it stands here.
  private static final int[] BY_SHARE = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 4};

  private final Moments moments = new Moments();
  private final Product.Wish[] wishes = new Product.Wish[1_000 * BY_SHARE.length];
  private final long seed;
  private final long entries;

  /// A log of this size.
  public LogGenerator(long seed, long entries) {
    this.seed = seed;
    this.entries = entries;
    int at = 0;
    for (Product product : Product.ALL) {
      for (int pictures : BY_SHARE) {
        Arrays.fill(wishes, at, at + product.share(), product.wish(pictures));
        at += product.share();
      }
    }
  }

  /// How many entries there are.
  public long entries() {
    return entries;
  }

  /// One of the entries, finished and with its hash.
  ///
  /// @param number from 0 to below [#entries]
  public Entry entry(long number) {
    SplittableRandom random = new SplittableRandom(seed ^ (number * 0x9e3779b97f4a7c15L));
    Product.Wish wish = wishes[random.nextInt(wishes.length)];
    double share = (number + random.nextDouble()) / entries;
    return new Story(number, wish, random).entry(moments.at(share));
  }

  /// Gives all entries to `sink`, oldest first.
  public void each(Consumer<Entry> sink) {
    LongStream.range(0, entries).mapToObj(this::entry).forEach(sink);
  }

  /// The line of one of the entries in a JSONL log, without its newline.
  public String line(long number) {
    return EntryFields.line(entry(number));
  }

  /// A word of the prompts that about one in `words` of all words is.
  ///
  /// @param words from 12 to 600,000
  public static String wordOneIn(long words) {
    double share = Math.log(Prompts.VOCABULARY + 1.0) / words;
    int rank = (int) Math.round(1 / Math.expm1(share));
    return Prompts.word(Math.clamp(rank, 1, Prompts.VOCABULARY) - 1);
  }

  /// A word that stands in a single prompt, that of the entry with this number or one soon after
  /// it.
  public static String wordOf(long number) {
    return Prompts.own(
        LongStream.iterate(number, next -> next + 1).filter(Prompts::hasOwn).findFirst().orElse(0));
  }

  /// Writes all lines, on all processors.
  ///
  /// @param file is overwritten
  /// @throws IOException when it cannot be written
  /// @throws InterruptedException when the run is to end
  public void write(Path file) throws IOException, InterruptedException {
    Deque<Future<byte[]>> blocks = new ArrayDeque<>();
    int threads = Runtime.getRuntime().availableProcessors();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads);
        OutputStream output = Files.newOutputStream(file)) {
      for (long first = 0; first < entries; first += LINES_AT_ONCE) {
        long from = first;
        blocks.add(workers.submit(() -> lines(from)));
        if (blocks.size() == WAITING) {
          output.write(written(blocks.remove()));
        }
      }
      while (!blocks.isEmpty()) {
        output.write(written(blocks.remove()));
      }
    }
  }

  private byte[] lines(long from) {
    StringBuilder lines = new StringBuilder();
    for (long number = from; number < Math.min(entries, from + LINES_AT_ONCE); number++) {
      lines.append(line(number)).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] written(Future<byte[]> block) throws IOException, InterruptedException {
    try {
      return block.get();
    } catch (ExecutionException failed) {
      throw new UncheckedIOException(new IOException("an entry could not be made", failed));
    }
  }
}
