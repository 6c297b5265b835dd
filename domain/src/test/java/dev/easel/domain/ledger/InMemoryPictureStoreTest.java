package dev.easel.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.PictureStore.Unstorable;
import org.junit.jupiter.api.Test;

final class InMemoryPictureStoreTest implements PictureStoreContract {
  private final InMemoryPictureStore store = new InMemoryPictureStore();

  @Override
  public PictureStore store() {
    return store;
  }

  @Test
  void canBeFullAndHaveRoomAgain() {
    Content picture = Content.of(SamplePictures.svg());
    store.full(true);

    assertTrue(assertThrows(Unstorable.class, () -> store.keep(picture)).full());
    assertEquals(0, store.condition().free());
    assertNotNull(store.condition().trouble());

    store.full(false);
    store.keep(picture);
    assertNull(store.condition().trouble());
  }
}
