package dev.easel.domain.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Progress;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import dev.easel.domain.ledger.InMemoryPictureStore;
import dev.easel.domain.ledger.LogRecord;
import dev.easel.domain.ledger.SamplePictures;
import dev.easel.domain.ledger.StoredPicture;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class PrunePicturesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:30:00Z");
  private static final Retention MONTH = new Retention(Duration.ofDays(30), null);

  private final ManualTime time = new ManualTime(NOW.minus(Duration.ofDays(100)));
  private final InMemoryGenerationLog log = new InMemoryGenerationLog(ZoneOffset.UTC);
  private final InMemoryPictureStore pictures = new InMemoryPictureStore(time::now);
  private final PrunePictures pruning = new PrunePictures(log, pictures, time);
  private int number;

  @Test
  void whatIsOlderThanTheRuleGoesAndItsEntryStays() {
    StoredPicture old = picture();
    StoredPicture late = picture();
    Entry entry = entry(31, old);
    entry(29, late);

    PrunePictures.Pruned pruned = prune(MONTH, "");

    assertEquals(new PruningPlan.Share(1, bytes(old)), pruned.removed());
    assertTrue(gone(old) && !gone(late));
    assertEquals(entry, log.find(entry.id()).orElseThrow());
  }

  @Test
  void thePictureIsAsOldAsTheNewestEntryThatNamesIt() {
    StoredPicture shared = picture();
    entry(90, shared);
    entry(2, shared);
    entry(60, shared);

    assertEquals(0, prune(MONTH, "").removed().pictures());
    assertEquals(1, prune(new Retention(Duration.ofDays(1), null), "").removed().pictures());
  }

  @Test
  void aStarOnAnyOfItsEntriesKeepsIt() {
    StoredPicture shared = picture();
    entry(90, shared);
    mark(entry(80, shared));
    entry(70, shared);

    PruningPlan plan = plan(MONTH, "");

    assertEquals(0, plan.going().pictures());
    assertEquals(new PruningPlan.Share(1, bytes(shared)), plan.starred());
  }

  @Test
  void whatTakesTooMuchRoomGoesOldestFirstUntilTheRestFits() {
    StoredPicture[] four = {picture(), picture(), picture(), picture()};
    entry(50, four[0]);
    mark(entry(90, four[1]));
    entry(70, four[2]);
    entry(60, four[3]);
    long room = bytes(four[0]) + bytes(four[1]);

    PruningPlan plan = plan(new Retention(null, room), "");
    pruning.carryOut(plan, Watch.NOBODY);

    assertEquals(0, plan.over());
    assertEquals(NOW.minus(Duration.ofDays(60)), plan.lastGoing().orElseThrow().newest());
    assertTrue(gone(four[2]) && gone(four[3]));
    assertTrue(!gone(four[0]) && !gone(four[1]));
    assertEquals(
        bytes(four[1]) - 1, plan(new Retention(null, 1L), "").over(), "starred ones alone");
  }

  @Test
  void bothRulesTogetherLetGoWhatEitherDoes() {
    StoredPicture[] three = {picture(), picture(), picture()};
    entry(90, three[0]);
    entry(20, three[1]);
    entry(10, three[2]);

    PruningPlan plan = plan(new Retention(Duration.ofDays(30), bytes(three[2])), "");

    assertEquals(2, plan.going().pictures());
    assertEquals(1, plan.staying().pictures());
  }

  @Test
  void aQueryNarrowsToPicturesThatNoOtherEntryNames() {
    StoredPicture mine = picture();
    StoredPicture shared = picture();
    entry(90, "dall-e-3", mine);
    entry(90, "dall-e-3", shared);
    entry(80, "gpt-image-2", shared);

    PruningPlan plan = plan(new Retention(null, 0L), "model:dall-e-3");

    assertEquals(
        List.of(String.valueOf(mine.sha256())),
        plan.oldestFirst().map(PruningPlan.Going::sha256).toList());
    assertEquals(0, plan.over(), "only what is asked for counts");
  }

  @Test
  void whatNoEntryNamesStaysAndIsCounted() {
    StoredPicture foreign = picture();

    PruningPlan plan = plan(new Retention(Duration.ofDays(1), 0L), "");

    assertEquals(0, plan.going().pictures());
    assertEquals(new PruningPlan.Share(1, bytes(foreign)), plan.unnamed());
  }

  @Test
  void whatIsYoungerThanAnHourStays() {
    StoredPicture ofYoungEntry = picture();
    add(EntryDraft.at(NOW.minus(Duration.ofMinutes(59)), ++number).images(ofYoungEntry).entry());
    time.jumpTo(NOW.minus(Duration.ofMinutes(30)));
    StoredPicture keptAgain = keep(SamplePictures.twoColours("png", 99, 99));
    entry(90, keptAgain);

    assertEquals(0, plan(new Retention(null, 0L), "").going().pictures());
    time.jumpTo(NOW.plus(Duration.ofHours(2)));
    assertEquals(
        2,
        pruning.plan(new Retention(null, 0L), "", Watch.NOBODY).orElseThrow().going().pictures());
  }

  @Test
  void whatComesToAPictureAfterThePlanKeepsIt() {
    StoredPicture[] four = {picture(), picture(), picture(), picture()};
    Entry starred = entry(90, four[0]);
    entry(80, four[1]);
    entry(70, four[2]);
    entry(60, four[3]);
    PruningPlan plan = plan(MONTH, "");
    mark(starred);
    entry(5, four[1]);
    keep(content(four[2]));

    PrunePictures.Pruned pruned = pruning.carryOut(plan, Watch.NOBODY);

    assertEquals(1, pruned.removed().pictures());
    assertEquals(3, pruned.spared());
    assertTrue(gone(four[3]));
    assertFalse(gone(four[0]) || gone(four[1]) || gone(four[2]));
  }

  @Test
  void aWishToStopLeavesTheRestAndMakesNoHalfPlan() {
    StoredPicture old = picture();
    entry(90, old);
    PruningPlan plan = plan(MONTH, "");

    assertTrue(pruning.plan(MONTH, "", stopping()).isEmpty());
    assertFalse(pruning.carryOut(plan, stopping()).complete());
    assertFalse(gone(old));
  }

  @Test
  void twoThatPruneAtOnceRemoveEachPictureOnce() {
    entry(90, picture());
    entry(80, picture());
    PruningPlan first = plan(MONTH, "");
    PruningPlan second = plan(MONTH, "");

    assertEquals(2, pruning.carryOut(first, Watch.NOBODY).removed().pictures());
    assertEquals(0, pruning.carryOut(second, Watch.NOBODY).removed().pictures());
  }

  @Test
  void manyPicturesOnManyPagesAreEachFoundOnce() {
    List<Entry> entries =
        java.util.stream.IntStream.range(0, 2_500)
            .mapToObj(index ->
                EntryDraft.at(NOW.minus(Duration.ofDays(40)).plusSeconds(index), index)
                    .images(picture())
                    .entry())
            .toList();
    log.add(sink -> entries.forEach(entry -> sink.accept(new LogRecord.Whole(entry))));

    PruningPlan plan = plan(MONTH, "");

    assertEquals(2_500, plan.going().pictures());
    assertEquals(
        entries.stream().map(entry -> entry.images().getFirst().sha256()).toList(),
        plan.oldestFirst().map(PruningPlan.Going::sha256).toList());
  }

  private PruningPlan plan(Retention retention, String query) {
    time.jumpTo(NOW);
    return pruning.plan(retention, query, Watch.NOBODY).orElseThrow();
  }

  private PrunePictures.Pruned prune(Retention retention, String query) {
    return pruning.carryOut(plan(retention, query), Watch.NOBODY);
  }

  private StoredPicture picture() {
    int edge = ++number;
    String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='%d'/>".formatted(edge);
    return keep(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private StoredPicture keep(byte[] bytes) {
    return pictures.keep(Content.of(bytes));
  }

  private byte[] content(StoredPicture picture) {
    return pictures.find(String.valueOf(picture.sha256())).orElseThrow().content().bytes();
  }

  private Entry entry(int daysAgo, StoredPicture picture) {
    return entry(daysAgo, "gpt-image-2", picture);
  }

  private Entry entry(int daysAgo, String model, StoredPicture picture) {
    Instant moment = NOW.minus(Duration.ofDays(daysAgo));
    return add(EntryDraft.at(moment, ++number).model(model).images(picture).entry());
  }

  private Entry add(Entry entry) {
    log.add(sink -> sink.accept(new LogRecord.Whole(entry)));
    return entry;
  }

  private void mark(Entry entry) {
    log.mark(entry.id(), true, new TreeSet<>());
  }

  private boolean gone(StoredPicture picture) {
    return pictures.deleted(String.valueOf(picture.sha256()));
  }

  private static long bytes(StoredPicture picture) {
    @Nullable Long bytes = picture.bytes();
    return bytes == null ? 0 : bytes;
  }

  private static Watch stopping() {
    return new Watch() {
      @Override
      public void saw(Progress progress) {}

      @Override
      public boolean cancelled() {
        return true;
      }
    };
  }
}
