package dev.easel.adapter.persistence;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks, whenever somebody reads, whether those still live who have entries in flight, and has
/// those of the dead ended first. Safe for use by several threads.
final class JsonlVigil {

  private final JsonlPlaces places;
  private final JsonlBooks books;
  private final JsonlPresence presence;
  private final Vigil vigil;

  JsonlVigil(JsonlPlaces places, JsonlBooks books, JsonlPresence presence, JsonlWriter writer) {
    this.places = places;
    this.books = books;
    this.presence = presence;
    this.vigil =
        new Vigil(
            () -> writer.submit(new JsonlJob<>(JsonlJob.Target.LOG, JsonlSteps::buriedTheDead)));
  }

  /// Looks. It costs next to nothing while nobody else has something in flight.
  void look() throws IOException {
    for (String owner : others()) {
      if (isDead(owner)) {
        vigil.bury();
        return;
      }
    }
  }

  private Set<String> others() throws IOException {
    synchronized (books) {
      books.refresh();
      return books.journal().owners().stream()
          .filter(owner -> !presence.isOwn(owner))
          .collect(Collectors.toSet());
    }
  }

  // Who cannot be looked at may live.
  private boolean isDead(String owner) {
    try {
      return !Owners.alive(places.owners(), owner);
    } catch (IOException _) {
      return false;
    }
  }
}
