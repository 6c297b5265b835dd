package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.adapter.persistence.JsonlJob.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JsonlQueueTest {

  private final JsonlQueue queue = new JsonlQueue();

  private void come(int count, Target target) {
    for (int job = 0; job < count; job++) {
      queue.add(new JsonlJob<>(target, _ -> true));
    }
  }

  private void assertTaken(int count, Target target) throws InterruptedException {
    List<JsonlJob<?>> taken = queue.take();
    assertEquals(count, taken.size());
    assertTrue(taken.stream().allMatch(job -> job.target() == target));
  }

  @Test
  void whatIsWrittenToOneFileIsTakenTogetherAndFirstThatOfWhichIsMore() throws Exception {
    come(3, Target.JOURNAL);
    come(2, Target.LOG);
    assertTaken(3, Target.JOURNAL);
    assertTaken(2, Target.LOG);
    come(2, Target.JOURNAL);
    come(3, Target.LOG);
    assertTaken(3, Target.LOG);
    assertTaken(2, Target.JOURNAL);
  }

  @Test
  void whatWasPassedOverIsNextHoweverManyOfTheOthersCome() throws Exception {
    come(1, Target.LOG);
    come(5, Target.JOURNAL);
    assertTaken(5, Target.JOURNAL);
    come(5, Target.JOURNAL);
    assertTaken(1, Target.LOG);
    assertTaken(5, Target.JOURNAL);
  }

  @Test
  void veryManyAreTakenInPortionsAndInTheOrderInWhichTheyCame() throws Exception {
    JsonlJob<Boolean> first = new JsonlJob<>(Target.LOG, _ -> true);
    queue.add(first);
    come(600, Target.LOG);
    List<JsonlJob<?>> portion = queue.take();
    assertEquals(512, portion.size());
    assertEquals(first, portion.getFirst());
    assertTaken(89, Target.LOG);
  }

  @Test
  void itIsIdleWhenNothingWaitsAndNothingTakenIsBeingDone() throws Exception {
    assertTrue(queue.isIdle());
    come(1, Target.LOG);
    assertFalse(queue.isIdle());
    queue.take();
    assertFalse(queue.isIdle(), "what was taken is being done");
    Thread taking = WaitingThread.in(queue::take);
    assertTrue(queue.isIdle());
    queue.close();
    taking.join();
  }

  @Test
  void whatWaitsWhenItIsClosedIsTakenAndNothingAfterwards() throws Exception {
    come(1, Target.LOG);
    come(1, Target.JOURNAL);
    assertTrue(queue.isOpen());
    assertTrue(queue.close());
    assertFalse(queue.isOpen());
    assertFalse(queue.close(), "it was closed before");
    assertFalse(queue.add(new JsonlJob<>(Target.LOG, _ -> true)));
    assertTaken(1, Target.LOG);
    assertTaken(1, Target.JOURNAL);
    assertTrue(queue.take().isEmpty());
  }
}
