package dev.easel.app.http;

import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.ledger.Json;
import java.io.PrintStream;
import java.time.Instant;

/// One line of JSON for each request: no prompts, no query strings, nothing that a stranger chose
/// but the method's word. Safe for use by several threads.
final class AccessLog {

  private final PrintStream out;

  AccessLog(PrintStream out) {
    this.out = out;
  }

  /// A request and its answer.
  ///
  /// @param route the template, or `-` for a request that was turned away before it had one
  /// @param sent whether the client took all of the answer
  /// @param micros from the request to the end of the answer
  void line(String method, String route, Reply reply, boolean sent, long micros) {
    Fields line =
        now()
            .with("method", method.matches("[A-Z]{1,10}") ? method : "-")
            .with("route", route)
            .with("status", reply.status())
            .with("bytes", reply.body().length())
            .with("micros", micros)
            .withPresent("entry", reply.entry())
            .withPresent("note", reply.note())
            .withPresent("client", sent ? null : "gone");
    out.println(Json.write(line));
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
    out.println(Json.write(now().with("defect", id).with("trace", trace.toString())));
  }

  private static Fields now() {
    return Fields.NONE.with("time", EntryFields.time(Instant.now()));
  }
}
