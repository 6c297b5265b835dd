package dev.easel.domain.usecase;

import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.util.LinkedHashSet;
import java.util.Optional;

/// Says whose a picture is: it may be seen by whoever an entry that names it belongs to. Safe for
/// use by several threads.
public final class CheckPicture {

  private static final int AT_ONCE = 100;
  private static final int MOST_KNOWN = 10_000;

  private final GenerationLog log;
  private final LinkedHashSet<Owned> known = new LinkedHashSet<>();

  /// No entry ever loses a picture's name, so what was true once stays true.
  private record Owned(String caller, String sha256) {}

  /// Puts the use case together.
  public CheckPicture(GenerationLog log) {
    this.log = log;
  }

  /// Whether an entry of this caller names the picture. The newest are looked at first, since
  /// pictures are asked for soon after they are made; older ones take longer, but those that were
  /// seen beside them are known from then on.
  public boolean isOf(String caller, String sha256) {
    Owned asked = new Owned(caller, sha256);
    return isKnown(asked) || isFound(asked);
  }

  private boolean isFound(Owned asked) {
    Query own = Query.EVERYTHING.ofCaller(asked.caller());
    Optional<Page.Request> next = Optional.of(Page.Request.newest(AT_ONCE));
    while (next.isPresent()) {
      Page page = log.page(own, next.get());
      if (learn(asked, page)) {
        return true;
      }
      next = page.following(AT_ONCE);
    }
    return false;
  }

  private synchronized boolean isKnown(Owned asked) {
    return known.contains(asked);
  }

  private synchronized boolean learn(Owned asked, Page page) {
    page.entries().stream()
        .flatMap(entry -> entry.images().stream())
        .flatMap(picture -> Optional.ofNullable(picture.sha256()).stream())
        .forEach(name -> known.add(new Owned(asked.caller(), name)));
    boolean found = known.contains(asked);
    while (known.size() > MOST_KNOWN) {
      known.removeFirst();
    }
    return found;
  }
}
