package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SeenRoomTest {

  private final SeenRoom room = new SeenRoom(Duration.ofDays(1));

  @Test
  void promisesNothingBeforeSomebodyLooked() {
    assertFalse(room.promises(0));
  }

  @Test
  void promisesNoByteTwice() {
    room.saw(10);

    assertTrue(room.promises(6));
    assertFalse(room.promises(5));
    assertTrue(room.promises(4));
    assertFalse(room.promises(1));

    room.saw(1);
    assertTrue(room.promises(1));
  }

  @Test
  void promisesNothingOfWhatWasSeenLongAgo() {
    SeenRoom forgetful = new SeenRoom(Duration.ZERO);
    forgetful.saw(10);

    assertFalse(forgetful.promises(1));
  }

  @Test
  void promisesNothingOfWhatIsKnownToBeOtherwise() {
    room.saw(10);

    room.forget();

    assertFalse(room.promises(0));
  }
}
