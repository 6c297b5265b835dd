package dev.easel.app.http;

import dev.easel.domain.image.Content;
import dev.easel.domain.ledger.CanonicalForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page at `/`, and what it is made of. Safe for use by several threads.
final class StartPage {

  /// The path of everything but the page itself.
  static final String TEMPLATE = "/page/{asset}";

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' blob: data:;"
          + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private static final String PAGE = "page.html";
  private static final int TAG_DIGITS = 16;
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "js", "text/javascript; charset=utf-8");

  /// What the jar holds of the page; nothing else is ever read.
  private static final List<String> NAMES =
      List.of(
          PAGE,
          "page.css",
          "charts.css",
          "detail.css",
          "form.css",
          "log.css",
          "narrow.css",
          "icon.svg",
          "page.js",
          "api.js",
          "budget.js",
          "card.js",
          "charts.js",
          "comparison.js",
          "detail.js",
          "elements.js",
          "entry.js",
          "estimate.js",
          "events.js",
          "explanation.js",
          "fields.js",
          "form.js",
          "format.js",
          "gallery.js",
          "hindrance.js",
          "keys.js",
          "listing.js",
          "live.js",
          "messages.js",
          "models.js",
          "orders.js",
          "pictures.js",
          "reader.js",
          "route.js",
          "running.js",
          "search.js",
          "settle.js",
          "statistics.js",
          "table.js",
          "theme.js",
          "token.js",
          "views.js",
          "visible.js");

  /// All of it, read at once: the jar may be gone when it is asked for.
  private static final class Loaded {
    static final Map<String, Asset> ASSETS =
        NAMES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), StartPage::asset));
  }

  /// The paths of the page, which hold nothing that is anybody's.
  static final Set<String> PATHS =
      Stream.concat(
              Stream.of("/"),
              NAMES.stream().filter(name -> !name.equals(PAGE)).map(name -> "/page/" + name))
          .collect(Collectors.toUnmodifiableSet());

  /// A file of the page.
  ///
  /// @param tag of exactly these bytes
  private record Asset(String type, Content content, EntityTag tag) {}

  /// Reads what the page is made of, unless that is done.
  static void prepare() {
    Objects.requireNonNull(Loaded.ASSETS.get(PAGE));
  }

  /// `GET /`.
  Reply page(Request request) {
    return answer(request, PAGE);
  }

  /// `GET /page/{asset}`.
  Reply asset(Request request) {
    String name = request.parameter();
    return answer(request, name.equals(PAGE) ? "" : name);
  }

  private static Reply answer(Request request, String name) {
    Asset asset = Loaded.ASSETS.get(name);
    if (asset == null) {
      throw Refusal.of(404, "not_found", "the page has no such part");
    }
    boolean known = asset.tag().known(request);
    Reply reply = known ? Reply.notModified() : Reply.of(200, asset.type(), asset.content());
    return reply
        .with("ETag", asset.tag().text())
        .with("Content-Security-Policy", POLICY)
        .with("X-Frame-Options", "DENY")
        .with("Cache-Control", "no-cache");
  }

  private static Asset asset(String name) {
    Content content = Content.of(read("page/" + name));
    String type = String.valueOf(TYPES.get(name.substring(name.indexOf('.') + 1)));
    String hash = CanonicalForm.sha256(content).substring(0, TAG_DIGITS);
    return new Asset(type, content, EntityTag.of(hash));
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
