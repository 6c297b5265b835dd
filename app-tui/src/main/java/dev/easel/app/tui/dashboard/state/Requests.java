package dev.easel.app.tui.dashboard.state;

/// The tab of requests.
public record Requests(Listing listing) implements Part {

  /// Before anything is read.
  public static final Requests UNREAD = new Requests(Listing.UNREAD);
}
