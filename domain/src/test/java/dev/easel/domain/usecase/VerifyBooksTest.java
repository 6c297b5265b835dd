package dev.easel.domain.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryReading;
import dev.easel.domain.ledger.EntryReading.NotAnEntry;
import dev.easel.domain.ledger.InMemoryGenerationLog;
import dev.easel.domain.ledger.InMemoryPictureStore;
import dev.easel.domain.ledger.LogRecord;
import dev.easel.domain.ledger.RandomEntries;
import dev.easel.domain.ledger.SamplePictures;
import dev.easel.domain.ledger.StoredPicture;
import dev.easel.domain.usecase.VerifyBooks.Summary;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class VerifyBooksTest {

  private static final Instant MORNING = Instant.parse("2026-11-23T10:30:00Z");

  private final InMemoryGenerationLog log = new InMemoryGenerationLog(ZoneOffset.UTC);
  private final InMemoryPictureStore pictures = new InMemoryPictureStore();
  private final List<BookFinding> findings = new ArrayList<>();

  private void add(Entry... entries) {
    log.add(sink -> List.of(entries).forEach(entry -> sink.accept(new LogRecord.Whole(entry))));
  }

  private Summary verify(boolean withPictures) {
    findings.clear();
    return new VerifyBooks(log, pictures).verify(withPictures, (_, _, _) -> {}, findings::add);
  }

  private StoredPicture kept(int width) {
    return pictures.keep(Content.of(SamplePictures.twoColours("png", width, 8)));
  }

  @Test
  void soundBooksAreSoundHoweverManyEntriesTheyHold() {
    Entry[] entries = RandomEntries.several(new SplittableRandom(1), MORNING, 2_500);
    add(entries);
    List<Long> reached = new ArrayList<>();

    Summary summary =
        new VerifyBooks(log, pictures)
            .verify(false, (_, done, _) -> reached.add(done), findings::add);

    assertEquals(List.of(), findings);
    assertTrue(summary.sound());
    assertEquals(2_500, summary.entries());
    long unsealed = List.of(entries).stream().filter(entry -> entry.hash() == null).count();
    assertEquals(unsealed, summary.unsealed());
    assertTrue(unsealed > 0);
    assertEquals(List.of(1_000L, 2_000L), reached);
  }

  private static Entry forged(Entry entry, @Nullable String hash) throws NotAnEntry {
    Fields fields = EntryFields.of(entry).with("hash", hash);
    return EntryReading.read(fields, ZoneOffset.UTC, _ -> entry.id());
  }

  @Test
  void anEntryWhoseHashDoesNotFitIsAlteredAndOneWithoutAHashIsNot() throws NotAnEntry {
    Entry sealed = EntryDraft.at(MORNING, 1).prompt("a boat").entry();
    Entry forged = forged(EntryDraft.at(MORNING, 2).prompt("a ship").entry(), sealed.hash());
    add(sealed, forged, EntryDraft.at(MORNING, 3).unsealed());

    Summary summary = verify(true);

    assertEquals(
        List.of(
            new BookFinding.Altered(forged.id(), "memory", "its hash is not that of what it says")),
        findings);
    assertFalse(summary.sound());
    assertEquals(1, summary.unsealed());
  }

  @Test
  void picturesAreMissingForeignOrDeletedOnPurpose() {
    StoredPicture there = kept(7);
    StoredPicture deleted = kept(8);
    pictures.delete(String.valueOf(deleted.sha256()));
    StoredPicture foreign = kept(9);
    String gone = "0".repeat(64);
    Entry entry =
        EntryDraft.at(MORNING, 1)
            .images(
                there,
                deleted,
                new StoredPicture(gone, "png", 1L, 1, 1, null),
                StoredPicture.elsewhere("https://example.com/a.png"))
            .entry();
    add(entry);

    Summary summary = verify(true);

    assertEquals(
        List.of(
            new BookFinding.PictureMissing(entry.id(), gone),
            new BookFinding.PictureForeign("memory:" + foreign.sha256() + ".png")),
        findings);
    assertEquals(new Summary(1, 0, 0, 2, 1, 1), summary);
    assertTrue(verify(false).sound());
    assertEquals(List.of(), findings);
  }
}
