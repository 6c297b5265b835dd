package dev.easel.adapter.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Where a JSONL log and its side files lie.
///
/// @param log the file of finished entries, one a line
/// @param directory what Easel keeps beside it
record JsonlPlaces(Path log, Path directory) {

  /// Where the side files of a log that is not there would lie.
  static JsonlPlaces ofMissing(Path path) {
    Path log = path.toAbsolutePath();
    return new JsonlPlaces(log, side(log));
  }

  private static Path side(Path log) {
    return log.resolveSibling(log.getFileName() + ".easel");
  }

  /// Makes what is missing of the log and its side files.
  static JsonlPlaces prepare(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    PrivateFiles.makeDirectory(Objects.requireNonNull(absolute.getParent()));
    boolean fresh = PrivateFiles.makeFile(absolute);
    Path log = absolute.toRealPath();
    if (Files.isDirectory(log)) {
      throw LogFailures.directory(path);
    }
    JsonlPlaces places = new JsonlPlaces(log, side(log));
    places.makeSideFiles(fresh);
    return places;
  }

  private void makeSideFiles(boolean freshLog) throws IOException {
    boolean freshDirectory = !Files.isDirectory(directory);
    PrivateFiles.makeDirectory(directory);
    boolean freshLock = PrivateFiles.makeFile(lock());
    boolean freshJournal = PrivateFiles.makeFile(journal());
    if (freshLock || freshJournal) {
      PrivateFiles.force(directory);
    }
    if (freshLog || freshDirectory) {
      PrivateFiles.force(Objects.requireNonNull(log.getParent()));
    }
  }

  /// Locked around every write, by whichever process.
  Path lock() {
    return directory.resolve("lock");
  }

  /// One file for each living handle.
  Path owners() {
    return directory.resolve("owners");
  }

  /// What is in flight, and what changed later.
  Path journal() {
    return directory.resolve("journal");
  }

  /// Which lines Easel has written, as far as the journal does not say it any more.
  Path register() {
    return directory.resolve("register");
  }

  /// How much the log held.
  Path witness() {
    return directory.resolve("witness");
  }

  /// Sums and one row a block, derived from the log.
  Path index() {
    return directory.resolve("index");
  }

  /// The word filters of the blocks, derived from the log.
  Path words() {
    return directory.resolve("words");
  }

  /// What log and side files take on the disk.
  long bytes() throws IOException {
    long bytes = 0;
    for (Path file : new Path[] {log, journal(), register(), index(), words()}) {
      bytes += JsonlStamp.of(file).size();
    }
    return bytes;
  }
}
