package dev.easel.app.http;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.Page;
import dev.easel.domain.ledger.Query;
import dev.easel.domain.ledger.Statistics;
import dev.easel.domain.ledger.StatisticsFields;
import dev.easel.domain.usecase.ExplanationFields;
import dev.easel.domain.usecase.FindEntry;
import dev.easel.domain.usecase.Studio;
import java.time.Duration;

/// Answers what is in the log.
final class LogRoutes {

  private static final int STANDARD_LIMIT = 50;

  /// How long a page that no index finds is looked for before what there is of it is answered.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private record Told(Statistics statistics, Reply reply) {}

  private final Studio studio;
  private final EntryChanges changes;
  private volatile @Nullable Told told;

  LogRoutes(Studio studio) {
    this.studio = studio;
    this.changes = new EntryChanges(studio);
  }

  /// `GET /logs`: entries, newest first. Where few match it answers what it has found in a second,
  /// and from where to go on.
  Reply list(Request request) {
    try {
      return Reply.json(200, document(page(request)));
    } catch (Query.QueryProblem problem) {
      throw Refusal.of(problem);
    }
  }

  private Page page(Request request) {
    String query = request.asked("q").orElse("");
    String caller = request.caller();
    Page.Request asked = new Page.Request(limit(request), cursor(request)).within(PATIENCE);
    return caller == null
        ? studio.browseLog().page(query, asked)
        : studio.browseLog().page(query, caller, asked);
  }

  private static Fields document(Page page) {
    return Fields.NONE
        .with("logs", page.entries().stream().map(EntryFields::of).toList())
        .with("count", page.entries().size())
        .with("next_cursor", page.next() == null ? null : page.next().toString());
  }

  private static int limit(Request request) {
    String text = request.asked("limit").orElse(Integer.toString(STANDARD_LIMIT));
    int limit = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    if (limit < 1) {
      throw Refusal.of(
          400, "bad_limit", "limit must be a whole number from 1 to " + Page.Request.MOST);
    }
    return Math.min(limit, Page.Request.MOST);
  }

  private static @Nullable EntryId cursor(Request request) {
    if (request.asked("cursor").isEmpty()) {
      return null;
    }
    return EntryId.parse(request.asked("cursor").get())
        .orElseThrow(
            () -> Refusal.of(400, "bad_cursor", "cursor must be a next_cursor of an answer"));
  }

  /// `GET /logs/stats`.
  Reply statistics(Request request) {
    try {
      return reply(sums(request));
    } catch (Query.QueryProblem problem) {
      throw Refusal.of(problem);
    }
  }

  // Two years of days take longer to write down than to look up, and mostly nothing has changed.
  private Reply reply(Statistics statistics) {
    Told before = told;
    if (before != null && before.statistics().equals(statistics)) {
      return before.reply();
    }
    Reply reply = Reply.json(200, StatisticsFields.of(statistics));
    told = new Told(statistics, reply);
    return reply;
  }

  private Statistics sums(Request request) {
    String query = request.asked("q").orElse("");
    String caller = request.caller();
    return caller == null
        ? studio.summariseSpending().statistics(query)
        : studio.summariseSpending().statistics(query, caller);
  }

  /// `GET /logs/{id}`: one entry, by its whole id or its last characters.
  Reply one(Request request) {
    return answer(entry(request));
  }

  /// `GET /logs/{id}/explanation`: why it costs what it costs.
  Reply explanation(Request request) {
    Entry entry = entry(request);
    return Reply.json(200, ExplanationFields.of(studio.explainCost().explain(entry)))
        .about(entry.id().toString());
  }

  /// `PATCH /logs/{id}`: settles an unknown entry, sets star and tags.
  Reply change(Request request) {
    return answer(changes.change(entry(request), JsonBody.read(request)));
  }

  private static Reply answer(Entry entry) {
    return Reply.json(200, EntryFields.of(entry)).about(entry.id().toString());
  }

  private Entry entry(Request request) {
    return switch (found(request.parameter(), request.caller())) {
      case FindEntry.Found.One(Entry entry) -> entry;
      case FindEntry.Found.None _ ->
          throw Refusal.of(404, "no_such_entry", "the log has no entry with this id");
      case FindEntry.Found.Several _ ->
          throw Refusal.of(409, "ambiguous_id", "more than one id ends so; give the whole id");
    };
  }

  private FindEntry.Found found(String id, @Nullable String caller) {
    return caller == null ? studio.findEntry().find(id) : studio.findEntry().find(id, caller);
  }
}
