package dev.easel.app.http;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
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

  /// @param route the template, or `-` for a path that leads nowhere
  /// @param micros from the request to the end of the answer
  void line(
      String method, String route, int status, long bytes, long micros, @Nullable String entry) {
    Fields line =
        Fields.NONE
            .with("time", EntryFields.time(Instant.now()))
            .with("method", method)
            .with("route", route)
            .with("status", status)
            .with("bytes", bytes)
            .with("micros", micros)
            .withPresent("entry", entry);
    out.println(Json.write(line));
  }

  /// Something unexpected, under an id that the client was told.
  void defect(String id, Throwable defect) {
    StringBuilder trace = new StringBuilder(defect.toString());
    for (StackTraceElement element : defect.getStackTrace()) {
      trace.append(" < ").append(element);
    }
    out.println(
        Json.write(
            Fields.NONE
                .with("time", EntryFields.time(Instant.now()))
                .with("defect", id)
                .with("trace", trace.toString())));
  }
}
