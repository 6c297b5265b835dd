package dev.easel.domain.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SearchPatienceTest {

  private final ManualTime time = new ManualTime(LogContract.MORNING);
  private final SearchPatience patience =
      new SearchPatience(time, Duration.ofMillis(500), Duration.ofMillis(250));
  private final List<Long> waited = new ArrayList<>();

  private void pageAfter(long way) {
    patience.page(length -> {
      waited.add(length.toMillis());
      time.advance(length.plusMillis(way));
      return new Page(List.of(), null);
    });
  }

  @Test
  void aLogThatIsLongOnItsWayIsWaitedForAsLongAgain() {
    pageAfter(10);
    pageAfter(3_000);
    pageAfter(2_000);
    pageAfter(0);
    pageAfter(0);

    assertEquals(List.of(500L, 250L, 3_000L, 2_000L, 250L), waited);
  }
}
