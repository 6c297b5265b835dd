package dev.easel.app.http;

import dev.easel.config.ServerSettings;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.Json;
import dev.easel.domain.ledger.LogUnavailable;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// One line of JSON for each request: no query strings, and nothing that a stranger chose but the
/// method's word and, where that is asked for, the prompts that the log keeps. Requests appear a
/// few milliseconds late ([GatheredLines]), defects at once. Safe for use by several threads.
final class AccessLog {

  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,10}");

  private final GatheredLines lines;
  private final Function<String, Optional<String>> prompts;

  private AccessLog(PrintStream out, Function<String, Optional<String>> prompts) {
    this.lines = new GatheredLines(out);
    this.prompts = prompts;
  }

  /// A log without prompts.
  static AccessLog to(PrintStream out) {
    return new AccessLog(out, _ -> Optional.empty());
  }

  /// A log as it is configured.
  ///
  /// @param entries where the prompts are
  static AccessLog to(PrintStream out, ServerSettings settings, GenerationLog entries) {
    return settings.promptsLogged() ? new AccessLog(out, id -> prompt(id, entries)) : to(out);
  }

  private static Optional<String> prompt(String id, GenerationLog entries) {
    try {
      return EntryId.parse(id)
          .flatMap(entries::find)
          .filter(entry -> !entry.promptWithheld())
          .map(Entry::prompt);
    } catch (LogUnavailable _) {
      return Optional.empty();
    }
  }

  /// A request and its answer.
  ///
  /// @param route the template, or `-` for a request that was turned away before it had one
  /// @param sent whether the client took all of the answer
  /// @param micros from the request to the end of the answer
  void line(String method, String route, Reply reply, boolean sent, long micros) {
    Fields line =
        now()
            .with("method", METHOD.matcher(method).matches() ? method : "-")
            .with("route", route)
            .with("status", reply.status())
            .with("bytes", reply.body().length())
            .with("micros", micros)
            .withPresent("entry", reply.entry())
            .withPresent("prompt", prompt(method, reply.entry()))
            .withPresent("note", reply.note())
            .withPresent("client", sent ? null : "gone");
    lines.add(Json.write(line));
  }

  /// What was asked for, of a request that asks for something.
  private @Nullable String prompt(String method, @Nullable String entry) {
    return entry == null || !method.equals("POST") ? null : prompts.apply(entry).orElse(null);
  }

  /// Something unexpected, under an id that the client was told.
  void defect(String id, Throwable defect) {
    StringBuilder trace = new StringBuilder();
    for (Throwable cause = defect; cause != null; cause = cause.getCause()) {
      trace.append(trace.isEmpty() ? "" : " caused by ").append(cause);
      for (StackTraceElement element : cause.getStackTrace()) {
        trace.append(" < ").append(element);
      }
    }
    lines.add(Json.write(now().with("defect", id).with("trace", trace.toString())));
    print();
  }

  /// Prints what was said and has not been printed yet.
  void print() {
    lines.print();
  }

  private static Fields now() {
    return Fields.NONE.with("time", EntryFields.time(Instant.now()));
  }
}
