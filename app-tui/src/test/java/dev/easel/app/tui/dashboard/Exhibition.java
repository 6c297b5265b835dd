package dev.easel.app.tui.dashboard;

import dev.easel.app.tui.screen.Size;
import dev.easel.domain.cost.Budget;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Attempt;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.InMemoryPictureStore;
import dev.easel.domain.ledger.Input;
import dev.easel.domain.ledger.LogRecord;
import dev.easel.domain.ledger.SamplePictures;
import dev.easel.domain.ledger.StoredPicture;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A log with its pictures, the same each time.
final class Exhibition {

  static final Duration STILL = Duration.ofMillis(80);

  final InMemoryPictureStore store = new InMemoryPictureStore();
  private final List<Entry> entries = new ArrayList<>();
  private int number;

  /// Thirty requests with pictures of three shapes; among them some without a picture, one with
  /// several, one that was edited, one whose file is deleted, one whose file is lost, and one that
  /// cannot be drawn.
  static Exhibition usual() {
    Exhibition exhibition = new Exhibition();
    for (int index = 0; index < 24; index++) {
      exhibition.picture(index);
      if (index % 8 == 3) {
        exhibition.failure();
      }
    }
    exhibition.lost().deleted().undrawable().several().edited().picture(24);
    return exhibition;
  }

  private EntryDraft draft(String prompt) {
    number++;
    Instant at = Scenery.NOW.minus(Duration.ofHours(60)).plus(Duration.ofMinutes(97L * number));
    return EntryDraft.at(at, number)
        .model("gpt-image-2")
        .prompt(prompt)
        .requested(Fields.NONE.with("size", "1024x1024").with("quality", "medium"))
        .cost("0.0527");
  }

  Exhibition add(EntryDraft draft) {
    entries.add(draft.entry());
    return this;
  }

  Exhibition picture(int index) {
    int[][] shapes = {{96, 64}, {64, 64}, {64, 96}};
    int[] shape = shapes[index % shapes.length];
    return add(
        draft("picture number " + index + " of a row of hills before a pale sky")
            .requested(
                Fields.NONE
                    .with("size", shape[0] * 16 + "x" + shape[1] * 16)
                    .with("quality", "low"))
            .images(kept(hills(shape[0], shape[1], index))));
  }

  Exhibition failure() {
    return add(draft("what must not be drawn").released("moderation_blocked").latency(1_200_000L));
  }

  private Exhibition lost() {
    return add(
        draft("a picture whose file is lost")
            .images(new StoredPicture("a".repeat(64), "png", 1_400_000L, 1_024, 1_024, null)));
  }

  private Exhibition deleted() {
    StoredPicture picture = kept(hills(32, 32, 77));
    store.delete(String.valueOf(picture.sha256()));
    return add(draft("a picture that was deleted").images(picture).star());
  }

  private Exhibition undrawable() {
    return add(draft("a vector drawing").images(kept(SamplePictures.svg())));
  }

  private Exhibition several() {
    return add(
        draft("three views of a paper boat")
            .images(kept(hills(96, 64, 90)), kept(hills(96, 64, 91)), kept(hills(64, 64, 92))));
  }

  private Exhibition edited() {
    StoredPicture before = kept(hills(64, 64, 1));
    String sha256 = String.valueOf(before.sha256());
    return add(
        draft("make it snow")
            .edit(new Input("image", "hills.png", sha256, 11_000))
            .images(kept(hills(64, 64, 93)))
            .tags("winter"));
  }

  /// An unknown request with two calls and a long prompt.
  static Exhibition troubled() {
    Exhibition exhibition = new Exhibition();
    Attempt limited =
        new Attempt(Scenery.NOW.minusSeconds(90), "rate_limited", 429, "slow down", 2_000L, null);
    Attempt broken =
        new Attempt(
            Scenery.NOW.minusSeconds(80),
            "connection_lost",
            null,
            "the connection broke",
            null,
            null);
    return exhibition.add(
        exhibition
            .draft("a very long prompt about a lighthouse, and the sea\n".repeat(30))
            .unknown("connection_lost", Money.ofUsd("0.21"))
            .attempts(limited, broken)
            .latency(61_000_000L));
  }

  StoredPicture kept(byte[] bytes) {
    return store.keep(Content.of(bytes));
  }

  /// A picture that can be told from the others.
  static byte[] hills(int width, int height, int index) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double hill = height * (0.55 + 0.25 * Math.sin((x + index * 11.0) / (width / 6.0)));
        image.setRGB(
            x,
            y,
            y > hill ? 0x204020 + index * 0x020301 + y % 64 * 0x010000 : 0x6090c0 + y * 0x010101);
      }
    }
    return SamplePictures.encoded(image, "png");
  }

  GenerationLog log() {
    GenerationLog log = Scenery.empty();
    log.add(sink -> entries.forEach(entry -> sink.accept(new LogRecord.Whole(entry))));
    return log;
  }

  /// Somebody who looks at it.
  Sitting sitting(int columns, int rows) {
    return Sitting.at(log(), store, Budget.UNLIMITED, new Size(columns, rows));
  }
}
