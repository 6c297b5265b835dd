package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.LogUnavailable;
import java.util.Optional;

/// The events for one listener, until it goes or is let go. It can be written once.
final class EventStream {

  private final EventFeed feed;
  private final Listener listener;
  private final String first;
  private final @Nullable String since;

  private EventStream(EventFeed feed, Listener listener, String first, @Nullable String since) {
    this.feed = feed;
    this.listener = listener;
    this.first = first;
    this.since = since;
  }

  /// What happens from now on.
  static EventStream fromNow(EventFeed feed, Listener listener) {
    return new EventStream(feed, listener, "hello", null);
  }

  /// What happened since a cursor, which the log must have passed, and what happens from now on.
  static EventStream since(EventFeed feed, Listener listener, String cursor) {
    return new EventStream(feed, listener, "", cursor);
  }

  /// What happens from now on, for somebody who has missed something and must look anew.
  static EventStream afresh(EventFeed feed, Listener listener) {
    return new EventStream(feed, listener, "reset", null);
  }

  /// Writes what there is to tell, each event as it comes.
  void writeTo(Content.Sink sink) {
    try {
      begin(sink);
      for (Optional<Content> next = listener.next(); next.isPresent(); next = listener.next()) {
        next.get().writeTo(sink);
      }
    } catch (LogUnavailable _) {
      // the client comes back and is told by the status
    } finally {
      feed.leave(listener);
    }
  }

  private void begin(Content.Sink sink) {
    if (since == null) {
      feed.join(listener, first);
    } else {
      EventText.SIGN_OF_LIFE.writeTo(sink);
      feed.resume(listener, caughtUp(since, sink));
    }
  }

  /// Sends what was missed, and gives the cursor from which it goes on.
  private String caughtUp(String from, Content.Sink sink) {
    News missed = feed.since(from);
    while (!missed.none() && listener.recognise()) {
      missed.events(listener).forEach(event -> event.writeTo(sink));
      missed = feed.since(missed.cursor());
    }
    return missed.cursor();
  }
}
