package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Which owners of entries live. A handle enters the owners when it first needs to: one that only
/// reads leaves no file. Used by one thread, but for [#isOwn].
final class JsonlPresence implements AutoCloseable {

  private final Path directory;
  private final Map<String, Boolean> known = new HashMap<>();
  private volatile @Nullable Owners owners;
  private boolean inPlace;

  JsonlPresence(Path directory) {
    this.directory = directory;
  }

  /// The name under which this handle owns entries, seen to be in its place since the last
  /// [#lookAgain].
  String owner() throws IOException {
    Owners present = entered();
    if (!inPlace) {
      present.renew();
      inPlace = true;
    }
    return present.id();
  }

  /// Whether this handle goes by that name. For any thread.
  boolean isOwn(String owner) {
    Owners present = owners;
    return present != null && present.id().equals(owner);
  }

  /// Whether an owner lives, as far as was seen since the last [#lookAgain].
  boolean isAlive(String owner) throws IOException {
    Boolean alive = known.get(owner);
    if (alive == null) {
      alive = isOwn(owner) || Owners.alive(directory, owner);
      known.put(owner, alive);
    }
    return alive;
  }

  /// Forgets what was seen.
  void lookAgain() {
    known.clear();
    inPlace = false;
  }

  private Owners entered() throws IOException {
    Owners present = owners;
    if (present == null) {
      present = Owners.enter(directory);
      owners = present;
    }
    return present;
  }

  @Override
  public void close() throws IOException {
    Owners present = owners;
    if (present != null) {
      present.close();
      owners = null;
    }
  }
}
