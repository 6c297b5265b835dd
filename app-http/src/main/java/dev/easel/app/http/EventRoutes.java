package dev.easel.app.http;

import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.usecase.RecogniseCaller;
import dev.easel.domain.usecase.Studio;
import dev.easel.domain.usecase.Time;
import java.util.Optional;

/// Answers what happens, as it happens.
final class EventRoutes {

  private final GenerationLog log;
  private final RecogniseCaller callers;
  private final Time time;
  private final EventFeed feed;

  EventRoutes(Studio studio, Time time, EventFeed feed) {
    this.log = studio.log();
    this.callers = studio.recogniseCaller();
    this.time = time;
    this.feed = feed;
  }

  /// `GET /events`: the entries that change, and how the requests of this server go on.
  Reply events(Request request) {
    feed.admit(request.caller());
    Listener listener = new Listener(request.caller(), query(request), () -> isRecognised(request));
    return Reply.live(200, EventText.TYPE, stream(request, listener)::writeTo)
        .with("Cache-Control", "no-store")
        .with("X-Accel-Buffering", "no");
  }

  private boolean isRecognised(Request request) {
    String caller = request.caller();
    return caller == null
        || Gate.token(request.headers())
            .flatMap(callers::recognise)
            .filter(now -> now.name().equals(caller))
            .isPresent();
  }

  private EventStream stream(Request request, Listener listener) {
    Optional<String> last = request.header("Last-Event-ID").filter(id -> !id.isEmpty());
    if (last.isEmpty()) {
      return EventStream.fromNow(feed, listener);
    }
    return log.changes(last.get(), 1).resumed()
        ? EventStream.since(feed, listener, last.get())
        : EventStream.afresh(feed, listener);
  }

  private Query query(Request request) {
    try {
      return Query.parse(request.asked("q").orElse(""), log.zone(), time.now());
    } catch (Query.QueryProblem problem) {
      throw Refusal.of(problem);
    }
  }
}
