package dev.easel.domain.usecase;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import java.util.Optional;

/// Says whose a picture is: it may be seen by whoever an entry that names it belongs to.
public final class CheckPicture {

  private static final int AT_ONCE = 100;

  private final GenerationLog log;

  /// Puts the use case together.
  public CheckPicture(GenerationLog log) {
    this.log = log;
  }

  /// Whether an entry of this caller names the picture. The newest are looked at first, since
  /// pictures are asked for soon after they are made; older ones take longer.
  public boolean isOf(String caller, String sha256) {
    Query own = Query.EVERYTHING.ofCaller(caller);
    Optional<Page.Request> next = Optional.of(Page.Request.newest(AT_ONCE));
    while (next.isPresent()) {
      Page page = log.page(own, next.get());
      if (page.entries().stream().anyMatch(entry -> names(entry, sha256))) {
        return true;
      }
      next = page.following(AT_ONCE);
    }
    return false;
  }

  private static boolean names(Entry entry, String sha256) {
    return entry.images().stream().anyMatch(picture -> sha256.equals(picture.sha256()));
  }
}
