package dev.easel.app.http;

import dev.easel.domain.image.Nullable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the handler of a request: exact paths, of which one part may be a parameter.
final class Router {

  /// Answers one kind of request.
  @FunctionalInterface
  interface Handler {
    /// The answer.
    ///
    /// @throws Refusal when the request is turned away
    Reply answer(Request request);
  }

  /// A method and a path such as `/logs/{id}` or `/logs/{id}/explanation`.
  ///
  /// @param callers whether it is there for callers too, and not for the user alone
  /// @param files whether a body may be a form with files, and so lies on the disk
  record Route(String method, String template, Handler handler, boolean callers, boolean files) {

    /// A route for the user alone.
    Route(String method, String template, Handler handler) {
      this(method, template, handler, false, false);
    }

    /// A route whose handler minds who asks.
    static Route forCallers(String method, String template, Handler handler) {
      return new Route(method, template, handler, true, false);
    }

    /// The same route, for bodies with files, too.
    Route withFiles() {
      return new Route(method, template, handler, callers, true);
    }

    /// Lets somebody take this route.
    ///
    /// @throws Refusal 403 when a caller must not
    void admit(@Nullable String caller) {
      if (caller != null && !callers) {
        throw Refusal.of(403, "not_for_callers", "this is for the user of this server alone");
      }
    }

    Optional<String> parameter(String path) {
      int brace = template.indexOf('{');
      if (brace < 0) {
        return path.equals(template) ? Optional.of("") : Optional.empty();
      }
      String head = template.substring(0, brace);
      String tail = template.substring(template.indexOf('}') + 1);
      boolean fits =
          path.startsWith(head)
              && path.endsWith(tail)
              && path.length() > head.length() + tail.length();
      String part = fits ? path.substring(head.length(), path.length() - tail.length()) : "/";
      return part.indexOf('/') < 0 ? Optional.of(part) : Optional.empty();
    }
  }

  /// What a path leads to.
  record Match(Route route, String parameter) {}

  private final List<Route> routes;

  /// Earlier routes win.
  Router(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /// All of them, the earlier ones first.
  List<Route> routes() {
    return routes;
  }

  /// The paths that take forms with files.
  Set<String> forms() {
    return routes.stream().filter(Route::files).map(Route::template).collect(Collectors.toSet());
  }

  /// The match of a request.
  ///
  /// @throws Refusal 404 when no route has the path, 405 when none has it with the method
  Match match(String method, String path) {
    for (Route route : routes) {
      Optional<String> found =
          route.method().equals(method) ? route.parameter(path) : Optional.empty();
      if (found.isPresent()) {
        return new Match(route, found.get());
      }
    }
    throw unmatched(path);
  }

  private Refusal unmatched(String path) {
    String allowed =
        routes.stream()
            .filter(route -> route.parameter(path).isPresent())
            .map(route -> route.method().equals("GET") ? "GET, HEAD" : route.method())
            .distinct()
            .collect(Collectors.joining(", "));
    return allowed.isEmpty()
        ? Refusal.of(404, "not_found", "there is nothing at this path")
        : wrongMethod(allowed);
  }

  private static Refusal wrongMethod(String allowed) {
    return Refusal.of(405, "method_not_allowed", "this path takes " + allowed)
        .with("Allow", allowed);
  }
}
