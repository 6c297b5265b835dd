package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.adapter.persistence.PictureStores;
import dev.easel.config.Settings;
import dev.easel.domain.cost.Money;
import dev.easel.domain.ledger.BookFinding;
import dev.easel.domain.ledger.DiskLogContract;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.PictureStore;
import dev.easel.domain.usecase.VerifyBooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The books as they lie on the disk, held against what a provider charged.
final class PaidBooks {

  /// What a picture costs of which [#order] asks one.
  static final Money PRICE = Money.ofUsd("0.016");

  private static final Duration SOON = Duration.ofSeconds(10);

  private final List<Entry> entries;
  private final PictureStore pictures;

  private PaidBooks(List<Entry> entries, PictureStore pictures) {
    this.entries = entries;
    this.pictures = pictures;
  }

  /// The body of a request for one picture.
  static String order(String prompt) {
    return "{\"prompt\":\"%s\",\"model\":\"dall-e-2\",\"size\":\"256x256\"}".formatted(prompt);
  }

  /// Opens them, when nobody else has them open, and sees that nothing is still reserved once
  /// somebody has looked, that the statistics are those of the entries, and that they verify.
  static PaidBooks open(Settings settings) throws InterruptedException {
    try (GenerationLog log = GenerationLogs.open(settings.log())) {
      String cursor = log.changes(null, 1).cursor();
      assertTrue(
          DiskLogContract.within(
              SOON,
              () -> {
                log.changes(cursor, 1);
                return log.condition().running() == 0;
              }),
          "something is still reserved");
      List<Entry> entries = DiskLogContract.all(log);
      DiskLogContract.assertSums(log, entries);
      PictureStore pictures = PictureStores.open(settings.pictureDirectory());
      assertVerifies(log, pictures);
      return new PaidBooks(entries, pictures);
    }
  }

  private static void assertVerifies(GenerationLog log, PictureStore pictures) {
    List<BookFinding> findings = new ArrayList<>();
    new VerifyBooks(log, pictures).verify(true, (_, _, _) -> {}, findings::add);
    assertEquals(List.of(), findings.stream().filter(BookFinding::wrong).toList());
  }

  List<Entry> entries() {
    return entries;
  }

  /// The one entry of a prompt.
  Entry entry(String prompt) {
    List<Entry> found = entries.stream().filter(entry -> entry.prompt().equals(prompt)).toList();
    assertEquals(1, found.size(), () -> "entries of " + prompt + ": " + found);
    return found.getFirst();
  }

  /// Asserts that each charge is on exactly one entry, settled or unknown, and that nothing is
  /// settled that was not charged.
  void assertBalance(Map<String, Integer> charged) {
    assertEquals(Set.of(1), Set.copyOf(charged.values()), "how often prompts were charged");
    Map<String, Entry> byPrompt =
        entries.stream().collect(Collectors.toMap(Entry::prompt, Function.identity()));
    for (String prompt : charged.keySet()) {
      Entry entry = byPrompt.get(prompt);
      assertTrue(entry != null, () -> "no entry of what was charged for " + prompt);
      assertTrue(
          entry.state() == EntryState.SETTLED || entry.state() == EntryState.UNKNOWN,
          entry::toString);
    }
    entries.forEach(entry -> assertTrue(isFair(entry, charged), entry::toString));
  }

  private static boolean isFair(Entry entry, Map<String, Integer> charged) {
    return switch (entry.state()) {
      case SETTLED -> charged.containsKey(entry.prompt()) && PRICE.equals(entry.cost().amount());
      case UNKNOWN -> entry.cost().amount() == null && PRICE.equals(entry.atRisk());
      case RELEASED -> !charged.containsKey(entry.prompt());
      case RESERVED -> false;
    };
  }

  /// Asserts that an entry is settled and its picture stored, byte by byte.
  void assertDelivered(String prompt, String id) {
    Entry entry = entry(prompt);
    assertEquals(id, entry.id().toString(), "the entry of a 200 for " + prompt);
    assertEquals(EntryState.SETTLED, entry.state(), entry::toString);
    assertNull(entry.code());
    String name = String.valueOf(entry.images().getFirst().sha256());
    PictureStore.Picture picture = pictures.find(name).orElseThrow();
    assertArrayEquals(CountingUpstream.picture(prompt), picture.content().bytes());
  }

  /// How many entries are in a state.
  long count(EntryState state) {
    return entries.stream().filter(entry -> entry.state() == state).count();
  }
}
