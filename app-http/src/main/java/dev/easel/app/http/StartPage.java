package dev.easel.app.http;

import dev.easel.domain.image.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;

/// The page at `/`, and what it is made of.
final class StartPage {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' blob: data:;"
          + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  /// The paths of the page, which hold nothing that is anybody's.
  static final Set<String> PATHS = Set.of("/", "/page.css", "/page.js");

  /// `GET /`.
  Reply page(Request request) {
    return resource("page.html", "text/html; charset=utf-8");
  }

  /// `GET /page.css`.
  Reply style(Request request) {
    return resource("page.css", "text/css; charset=utf-8");
  }

  /// `GET /page.js`.
  Reply script(Request request) {
    return resource("page.js", "text/javascript; charset=utf-8");
  }

  private static Reply resource(String name, String type) {
    return Reply.of(200, type, Content.of(read(name)))
        .with("Content-Security-Policy", POLICY)
        .with("X-Frame-Options", "DENY")
        .with("Cache-Control", "no-cache");
  }

  /// What lies beside this class under a name.
  static byte[] read(String name) {
    try (InputStream stream = StartPage.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the jar has no " + name);
      }
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
