package dev.easel.app.tui.dashboard.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Event;
import dev.easel.app.tui.dashboard.state.Listing;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.usecase.BrowseLog;
import dev.easel.domain.usecase.ManualTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Reading from a log whose answers come in parts.
final class EntriesReaderTest {

  private final GenerationLog log = InMemoryGenerationLog.hurried(ZoneOffset.UTC);
  private final BrowseLog browsing = new BrowseLog(log, new ManualTime(LogContract.MORNING));

  @BeforeEach
  void fill() {
    for (int number = 0; number < 40; number++) {
      String model = number % 10 == 0 ? "rare" : "usual";
      LogContract.add(
          log, EntryDraft.at(LogContract.MORNING.plusSeconds(number), 1).model(model).entry());
    }
  }

  @Test
  void tellsWhatItFindsWhileItLooksOn() {
    List<Event> told = new ArrayList<>();

    Event.EntriesRead read = new EntriesReader(browsing, told::add).read(question(1));

    assertEquals(4, read.entries().size());
    assertNull(read.next());
    assertEquals(
        List.of(
            new Event.EntriesFound(1, read.entries().subList(0, 1)),
            new Event.EntriesFound(1, read.entries().subList(0, 2)),
            new Event.EntriesFound(1, read.entries().subList(0, 3))),
        told);
  }

  @Test
  void endsWhenAnotherQuestionOvertakesIt() {
    List<Event.EntriesRead> second = new ArrayList<>();
    List<EntriesReader> readers = new ArrayList<>();
    EntriesReader reader =
        new EntriesReader(
            browsing,
            event -> {
              if (assertInstanceOf(Event.EntriesFound.class, event).asked() == 1) {
                second.add(readers.getFirst().read(question(2)));
              }
            });
    readers.add(reader);

    Event.EntriesRead first = reader.read(question(1));

    assertEquals(1, first.entries().size());
    assertNotNull(first.next());
    assertEquals(4, second.getFirst().entries().size());
  }

  private static Effect.ReadEntries question(long asked) {
    return new Effect.ReadEntries(asked, "model:rare", Listing.Order.NEWEST, null);
  }
}
