package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.Query;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What waits for a client that does not take it.
final class ListenerTest {

  private static final Content SMALL = Content.of(new byte[] {1});
  private static final Content PICTURE = Content.of(new byte[(int) (Listener.MOST_BYTES / 2)]);

  private final Listener listener = new Listener(null, Query.EVERYTHING, () -> true);

  @Test
  void whoIsTooFarBehindMissesWhatIsMadeUpForAndNothingElse() {
    listener.mention(PICTURE);
    listener.mention(PICTURE);
    listener.mention(SMALL);
    assertEquals(Optional.of(PICTURE), listener.next());
    listener.tell(SMALL);
    assertEquals(Optional.of(PICTURE), listener.next());
    assertEquals(Optional.of(SMALL), listener.next());
    listener.end();
    assertTrue(listener.next().isEmpty());
  }

  @Test
  void whileNothingHappensThereIsASignOfLife() {
    assertEquals(Optional.of(EventText.SIGN_OF_LIFE), listener.next(Duration.ofMillis(5)));
    listener.tell(SMALL);
    assertEquals(Optional.of(SMALL), listener.next(Duration.ZERO));
  }

  @Test
  void whoIsTooFarBehindForMoreIsLetGo() {
    for (int count = 0; count < Listener.MOST_EVENTS; count++) {
      listener.tell(SMALL);
    }
    assertEquals(Optional.of(SMALL), listener.next());
    listener.tell(SMALL);
    listener.tell(SMALL);
    assertTrue(listener.next().isEmpty());
    listener.tell(SMALL);
    listener.mention(SMALL);
    assertTrue(listener.next().isEmpty());
  }
}
