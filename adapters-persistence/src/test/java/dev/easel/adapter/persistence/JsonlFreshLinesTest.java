package dev.easel.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.LogContract;
import dev.easel.domain.ledger.RandomEntries;
import dev.easel.domain.ledger.SealedEntry;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class JsonlFreshLinesTest {

  private static final ZoneId ZONE = ZoneId.of("America/St_Johns");
  private static final int MORE_THAN_A_BLOCK = 300;

  private final JsonlFreshLines lines = new JsonlFreshLines();

  @Test
  void anIndexThatTakesThemInKnowsWhatOneThatReadsThemKnows() throws IOException {
    for (Entry entry :
        RandomEntries.several(new SplittableRandom(42), LogContract.MORNING, MORE_THAN_A_BLOCK)) {
      lines.add(SealedEntry.of(entry));
    }

    assertEquals(read(), takenIn());
    assertEquals(MORE_THAN_A_BLOCK, takenIn().counts().entries());
  }

  @Test
  void linesFromElsewhereAreReadWithThem() throws IOException {
    Entry[] entries = RandomEntries.several(new SplittableRandom(43), LogContract.MORNING, 2);
    lines.add(SealedEntry.of(entries[0]));
    lines.add((@Nullable EntryId) null, "no entry");
    lines.add(SealedEntry.of(entries[1]));

    assertEquals(read(), takenIn());
    assertEquals(2, takenIn().counts().entries());
  }

  private Known read() throws IOException {
    JsonlIndex index = new JsonlIndex(ZONE);
    List<EntryId> heard = new ArrayList<>();
    index.read(lines.bytes(), (entry, _) -> heard.add(entry.id()));
    return Known.of(index, heard);
  }

  private Known takenIn() throws IOException {
    JsonlIndex index = new JsonlIndex(ZONE);
    List<EntryId> heard = new ArrayList<>();
    lines.readInto(index, (entry, _) -> heard.add(entry.id()));
    return Known.of(index, heard);
  }

  /// What an index knows, its last block included.
  private record Known(
      List<EntryId> heard,
      JsonlCounts counts,
      Object statistics,
      List<Object> values,
      List<Object> blocks) {

    static Known of(JsonlIndex index, List<EntryId> heard) {
      index.seal();
      return new Known(
          heard,
          index.counts(),
          index.sums().statisticsByDay(),
          JsonlVocabulary.FIELDS.stream().<Object>map(index.vocabulary()::known).toList(),
          index.blocks().all().stream().map(Known::block).toList());
    }

    private static Object block(JsonlBlock block) {
      JsonlFilter filter = assertInstanceOf(JsonlBlock.Words.Kept.class, block.words()).filter();
      return List.of(block.start(), block.end(), block.entries(), block.ranges(), filter.bytes());
    }
  }
}
