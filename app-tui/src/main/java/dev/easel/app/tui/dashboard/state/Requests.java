package dev.easel.app.tui.dashboard.state;

/// The tab of requests, and that of their pictures.
///
/// @param pictured which of the list have pictures
public record Requests(Listing listing, Pictured pictured) implements Part {

  /// Before anything is read.
  public static final Requests UNREAD = new Requests(Listing.UNREAD, Pictured.NONE);

  /// With another list.
  public Requests with(Listing other) {
    return new Requests(other, same(other) ? pictured : Pictured.of(other.entries()));
  }

  // Nearly always the very same list, which is seen at once.
  private boolean same(Listing other) {
    return other.entries().size() == listing.entries().size()
        && other.entries().equals(listing.entries());
  }
}
