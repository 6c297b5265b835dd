package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class GatheredLinesTest {

  private final Paper paper = new Paper();
  private final GatheredLines lines =
      new GatheredLines(new PrintStream(paper, true, StandardCharsets.UTF_8));

  /// Takes what is printed, once it is free to.
  private static final class Paper extends OutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CountDownLatch free = new CountDownLatch(1);
    private final AtomicInteger times = new AtomicInteger();
    private final AtomicInteger longest = new AtomicInteger();
    private final AtomicBoolean torn = new AtomicBoolean();

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        free.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      times.incrementAndGet();
      longest.accumulateAndGet(length, Math::max);
      torn.compareAndSet(false, length > 0 && bytes[offset + length - 1] != '\n');
      taken.write(bytes, offset, length);
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    List<String> lines() {
      return taken.toString(StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static List<String> counted(int count) {
    return IntStream.range(0, count).mapToObj(number -> "line " + number).toList();
  }

  private List<String> printed(int count) throws InterruptedException {
    while (paper.lines().size() < count) {
      Thread.sleep(Duration.ofMillis(1));
    }
    return paper.lines();
  }

  @Test
  void eachIsPrintedByItselfInItsOrder() throws Exception {
    paper.free.countDown();
    for (String line : counted(3)) {
      lines.add(line);
      printed(1 + counted(3).indexOf(line));
    }
    assertEquals(counted(3), paper.lines());
  }

  @Test
  void thoseThatComeAtOnceArePrintedAtOnce() throws Exception {
    paper.free.countDown();
    counted(100).forEach(lines::add);
    assertEquals(counted(100), printed(100));
    assertTrue(paper.times.get() < 50, () -> paper.times + " times");
  }

  @Test
  void whatIsPrintedAtOnceIsWholeLinesThatAPipeTakesWhole() throws Exception {
    paper.free.countDown();
    counted(200).forEach(line -> lines.add(line + "ä".repeat(100)));
    lines.print();
    assertEquals(200, paper.lines().size());
    assertTrue(paper.longest.get() > GatheredLines.PORTION / 2, () -> paper.longest + " bytes");
    assertTrue(paper.longest.get() <= GatheredLines.PORTION, () -> paper.longest + " bytes");
    assertFalse(paper.torn.get());
  }

  @Test
  void aLineThatIsLongerIsPrintedByItself() {
    paper.free.countDown();
    String line = "x".repeat(3 * GatheredLines.PORTION);
    lines.add("before");
    lines.add(line);
    lines.add("after");
    lines.print();
    assertEquals(List.of("before", line, "after"), paper.lines());
  }

  @Test
  void whatWaitsIsPrintedWhenSomebodyAsksForIt() {
    paper.free.countDown();
    counted(100)
        .forEach(line -> {
          lines.add(line);
          lines.print();
          assertTrue(paper.lines().contains(line), line);
        });
  }

  @Test
  void whoSaysMoreThanIsTakenWaits() throws Exception {
    int all = 3 * GatheredLines.MOST;
    AtomicInteger said = new AtomicInteger();
    Thread speaker =
        Thread.ofVirtual()
            .start(() ->
                counted(all)
                    .forEach(line -> {
                      lines.add(line);
                      said.incrementAndGet();
                    }));
    assertFalse(speaker.join(Duration.ofMillis(500)), "did not wait");
    assertTrue(said.get() <= 2 * GatheredLines.MOST, () -> said + " were taken");

    paper.free.countDown();
    speaker.join();
    assertEquals(counted(all), printed(all));
  }
}
