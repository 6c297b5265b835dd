package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the pictures in their places, durably, that stand in journals whose processes have died.
/// Two may do so at once: what one has done is done already for the other.
///
/// @param pictures where their places are
/// @param journals where the journals are
/// @param endings takes entries that ended, and gives back those that are to be kept on
record PictureRecovery(
    Path pictures, Path journals, Tombstones tombstones, UnaryOperator<List<Entry>> endings) {

  /// Of a journal, or of its owner alone.
  private static final Pattern NAME =
      Pattern.compile("([0-9a-f-]{36})(" + Pattern.quote(PictureJournal.ENDING) + ")?");

  /// Recovers what can be. A journal that cannot be read, or of which a picture cannot be written,
  /// stays for the next time, and costs no other anything.
  void recover() {
    if (!Files.isDirectory(journals)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(journals)) {
      for (Path file : files) {
        recoverOrLeave(file);
      }
    } catch (IOException | DirectoryIteratorException stay) {
      return;
    }
  }

  private void recoverOrLeave(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    try {
      if (name.matches() && !isOwned(file, name.group(1)) && name.group(2) != null) {
        recover(file);
      }
    } catch (IOException stays) {
      return;
    }
  }

  // What others have put there is not looked into: it may be a pipe.
  private boolean isOwned(Path file, String owner) throws IOException {
    return isForeign(file) || isForeign(journals.resolve(owner)) || Owners.alive(journals, owner);
  }

  private static boolean isForeign(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !PrivateFiles.isFile(file);
  }

  private void recover(Path file) throws IOException {
    List<JournalRecord> ends = new ArrayList<>();
    int[] left = {0};
    PictureJournalFile.read(
        file,
        record -> {
          if (record.isEnding()) {
            ends.add(record);
          } else {
            left[0] += isRestored(record) ? 0 : 1;
          }
        });
    PrivateFiles.force(pictures);
    if (left[0] == 0) {
      keep(unwanted(ends), file);
    }
  }

  // What this Easel cannot read is for another one.
  private List<JournalRecord> unwanted(List<JournalRecord> ends) {
    List<JournalRecord> unwanted = new ArrayList<>();
    List<Entry> ended = new ArrayList<>();
    for (JournalRecord end : ends) {
      @Nullable Entry entry = end.ended();
      if (entry == null) {
        unwanted.add(end);
      } else {
        ended.add(entry);
      }
    }
    endings.apply(ended).forEach(entry -> unwanted.add(JournalRecord.of(entry)));
    return unwanted;
  }

  private static void keep(List<JournalRecord> ends, Path file) throws IOException {
    if (ends.isEmpty()) {
      Files.deleteIfExists(file);
    } else if (PictureJournalFile.fit(ends)) {
      TemporaryFiles.replace(file, PictureJournalFile.bytes(ends));
    }
  }

  private boolean isRestored(JournalRecord picture) {
    try {
      restore(picture);
      return true;
    } catch (IOException failure) {
      return false;
    }
  }

  // One that was deleted since has a tombstone, and so has one that is deleted at this moment.
  private void restore(JournalRecord picture) throws IOException {
    Path place = picture.place(pictures);
    if (place == null) {
      return;
    }
    if (tombstones.has(picture.sha256())) {
      NewFile.removeHalf(place, picture.bytes().length);
      return;
    }
    put(place, picture.bytes());
    UntouchedFile written = new UntouchedFile(place, Instant.now());
    if (tombstones.has(picture.sha256())) {
      written.remove();
    }
  }

  private static void put(Path place, byte[] bytes) throws IOException {
    if (!holds(place, bytes) || !isForced(place)) {
      TemporaryFiles.replace(place, bytes);
    }
  }

  private static boolean holds(Path place, byte[] bytes) throws IOException {
    try {
      return PrivateFiles.isFile(place) && Arrays.equals(Files.readAllBytes(place), bytes);
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private static boolean isForced(Path place) {
    try {
      PrivateFiles.force(place);
      return true;
    } catch (IOException failure) {
      return false;
    }
  }
}
