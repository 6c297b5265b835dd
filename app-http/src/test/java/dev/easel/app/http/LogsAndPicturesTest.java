package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.ledger.SamplePictures;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class LogsAndPicturesTest {

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

  private JsonNode generated(String prompt) {
    return TestServer.json(server.post("/generate", "{\"prompt\":\"" + prompt + "\"}"));
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = server.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return TestServer.json(answer);
  }

  @Test
  void theLogIsListedNewestFirstPageByPage() {
    for (int number = 1; number <= 5; number++) {
      generated("picture " + number);
    }
    JsonNode first = json("/logs?limit=2");
    assertEquals(2, first.get("count").asInt());
    assertEquals("picture 5", first.get("logs").get(0).get("prompt").asString());
    JsonNode second = json("/logs?limit=2&cursor=" + first.get("next_cursor").asString());
    assertEquals("picture 3", second.get("logs").get(0).get("prompt").asString());
    JsonNode last = json("/logs?limit=2&cursor=" + second.get("next_cursor").asString());
    assertEquals(1, last.get("count").asInt());
    assertTrue(last.get("next_cursor").isNull());
    assertEquals(5, json("/logs").get("count").asInt());
    assertEquals(5, json("/logs?limit=100000").get("count").asInt());
  }

  @Test
  void theLogIsSearchedAndAddedUp() {
    generated("a lighthouse");
    generated("a ship at sea");
    assertEquals(1, json("/logs?q=lighthouse+state%3Asettled").get("count").asInt());
    JsonNode all = json("/logs/stats");
    assertEquals(2, all.get("total_requests").asInt());
    assertEquals(2, all.get("successful").asInt());
    assertEquals(0, all.get("failed").asInt());
    assertTrue(all.get("total_cost_estimate_usd").isNumber());
    assertTrue(all.get("avg_latency_ms").isNumber());
    assertEquals(1, json("/logs/stats?q=ship").get("total_requests").asInt());
  }

  @Test
  void anEntryIsFoundByItsIdOrItsEnd() {
    String id = generated("a lighthouse").get("log_entry").get("id").asString();
    assertEquals("a lighthouse", json("/logs/" + id).get("prompt").asString());
    assertEquals(id, json("/logs/" + id.substring(id.length() - 6)).get("id").asString());
    HttpResponse<String> missing = server.get("/logs/ffffff");
    assertEquals(404, missing.statusCode());
    assertEquals("no_such_entry", TestServer.json(missing).get("code").asString());
  }

  @Test
  void anEntryIsExplained() {
    String id = generated("a lighthouse").get("log_entry").get("id").asString();
    JsonNode explanation = json("/logs/" + id.substring(id.length() - 6) + "/explanation");
    assertEquals(id, explanation.get("id").asString());
    assertEquals(explanation.get("usd").asString(), explanation.get("sum").get("usd").asString());
    assertTrue(explanation.get("sum").get("matches").asBoolean());
    assertTrue(explanation.get("again").get("same").asBoolean());
    assertFalse(explanation.get("meaning").asString().isEmpty());
    assertEquals(404, server.get("/logs/ffffff/explanation").statusCode());
    assertEquals(404, server.get("/logs//explanation").statusCode());
    assertEquals(404, server.get("/logs/" + id + "/explanations").statusCode());
    assertEquals(405, server.post("/logs/" + id + "/explanation", "{}").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "/logs?limit=0, bad_limit",
    "/logs?limit=-1, bad_limit",
    "/logs?limit=ten, bad_limit",
    "/logs?cursor=1, bad_cursor",
    "/logs?q=cost%3Edear, bad_query",
    "/logs/stats?q=cost%3Edear, bad_query",
    "/pictures/PICTURE?w=0, bad_width",
    "/pictures/PICTURE?w=5000, bad_width"
  })
  void whatCannotBeUnderstoodIsRefused(String path, String code) {
    String picture = generated("a lighthouse").get("images").get(0).get("sha256").asString();
    HttpResponse<String> answer = server.get(path.replace("PICTURE", picture));
    assertEquals(400, answer.statusCode());
    assertEquals(code, TestServer.json(answer).get("code").asString());
  }

  @Test
  void aQueryThatIsNotUnderstoodIsPointedAt() {
    for (String path : new String[] {"/logs?q=", "/logs/stats?q=", "/events?q="}) {
      HttpResponse<String> refused = server.get(path + "sea+stat:unknown");
      assertEquals(400, refused.statusCode());
      JsonNode at = TestServer.json(refused).get("at");
      assertEquals("stat", at.get("word").asString());
      assertEquals(5, at.get("column").asInt());
    }
    HttpResponse<String> page = server.get("/queries");
    assertTrue(page.body().startsWith("# The query language"), page.body());
    assertEquals("text/plain; charset=utf-8", header(page, "Content-Type"));
  }

  @Test
  void aPictureComesAsItIsAndMayBeKeptForEver() throws Exception {
    String url = generated("a lighthouse").get("image_url").asString();
    HttpResponse<byte[]> answer =
        server.send(server.request(url), HttpResponse.BodyHandlers.ofByteArray());
    assertArrayEquals(SamplePictures.twoColours("png", 64, 64), answer.body());
    assertEquals("image/png", header(answer, "Content-Type"));
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    assertEquals("same-origin", header(answer, "Cross-Origin-Resource-Policy"));
    assertTrue(header(answer, "Cache-Control").contains("immutable"));
    String tag = header(answer, "ETag");
    for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag}) {
      HttpResponse<String> again = server.send(server.request(url).header("If-None-Match", known));
      assertEquals(304, again.statusCode());
      assertEquals("", again.body());
      assertEquals(tag, header(again, "ETag"));
    }
    assertEquals(
        200, server.send(server.request(url).header("If-None-Match", "\"x\"")).statusCode());
    HttpResponse<byte[]> small =
        server.send(server.request(url + "?w=16"), HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(16, ImageIO.read(new ByteArrayInputStream(small.body())).getWidth());
    assertFalse(tag.equals(header(small, "ETag")));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void aDrawingThatCouldHoldAProgramIsOnlyAnAttachment() {
    provider.answers(request -> ProviderDouble.picture(SamplePictures.svg()));
    String url = generated("a lighthouse").get("image_url").asString();
    HttpResponse<String> answer = server.get(url);
    assertEquals(200, answer.statusCode());
    assertEquals("image/svg+xml", header(answer, "Content-Type"));
    assertTrue(header(answer, "Content-Security-Policy").startsWith("sandbox"));
    assertTrue(header(answer, "Content-Disposition").startsWith("attachment"));
    assertEquals("no_thumbnail", TestServer.json(server.get(url + "?w=64")).get("code").asString());
  }

  @Test
  void aDeletedPictureIsGoneAndAnUnknownOneNotFound() {
    String url = generated("a lighthouse").get("image_url").asString();
    assertTrue(server.studio().pictures().delete(url.substring("/pictures/".length())));
    assertEquals(410, server.get(url).statusCode());
    assertEquals(410, server.get(url + "?w=64").statusCode());
    assertEquals(404, server.get("/pictures/" + "0".repeat(64)).statusCode());
    assertEquals(404, server.get("/pictures/lighthouse.png").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/page/page.css", "/health", "/logs", "/models", "PICTURE", "/nothing"})
  void headSaysWhatGetWouldAndNoMore(String path) {
    String there = generated("a lighthouse").get("image_url").asString();
    String asked = path.replace("PICTURE", there);
    HttpResponse<byte[]> get =
        server.send(server.request(asked), HttpResponse.BodyHandlers.ofByteArray());
    HttpResponse<byte[]> head =
        server.send(
            server.request(asked).method("HEAD", HttpRequest.BodyPublishers.noBody()),
            HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(get.statusCode(), head.statusCode());
    assertEquals(Integer.toString(get.body().length), header(head, "Content-Length"));
    assertEquals(header(get, "Content-Type"), header(head, "Content-Type"));
    assertEquals(0, head.body().length);
  }

  @Test
  void anEstimateSaysWhatItWouldCost() {
    JsonNode estimate =
        TestServer.json(
            server.post(
                "/estimate", "{\"model\":\"dall-e-3\",\"size\":\"1792x1024\",\"quality\":\"hd\"}"));
    assertEquals("0.12", estimate.get("estimate_usd").asString());
    assertEquals("table", estimate.get("basis").asString());
    assertEquals(0, provider.calls());
    assertEquals(0, json("/logs").get("count").asInt());
  }

  @Test
  void anEstimateOfTheUnknownIsUnknownAndOfTheForbiddenRefused() {
    JsonNode unknown = TestServer.json(server.post("/estimate", "{\"model\":\"of-tomorrow\"}"));
    for (String amount : new String[] {"estimate_usd", "low_usd", "high_usd"}) {
      assertTrue(unknown.get(amount).isNull(), amount);
    }
    HttpResponse<String> refused =
        server.post("/estimate", "{\"model\":\"dall-e-3\",\"size\":\"17x17\"}");
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("17x17"), refused.body());
    String unchecked = "{\"model\":\"dall-e-3\",\"size\":\"17x17\",\"no_check\":true}";
    assertEquals(200, server.post("/estimate", unchecked).statusCode());
  }

  @Test
  void theModelsAreListed() {
    JsonNode models = json("/models").get("models");
    assertTrue(models.size() > 5);
    assertTrue(models.toString().contains("\"gpt-image-2\""));
  }

  @Test
  void theServersOwnLogKnowsNoPromptsAndNoQueries() {
    generated("unmistakable words");
    server.get("/logs?q=unmistakable");
    server.get("/unmistakable");
    String printed = String.join("\n", server.printed("", 3));
    assertTrue(printed.contains("\"route\":\"/generate\",\"status\":200"), printed);
    assertTrue(printed.contains("\"route\":\"/logs\""), printed);
    assertFalse(printed.contains("unmistakable"), printed);
  }

  @Test
  void thePageRunsNothingButItsOwnScript() {
    HttpResponse<String> page = server.get("/");
    assertEquals("text/html; charset=utf-8", header(page, "Content-Type"));
    String policy = header(page, "Content-Security-Policy");
    assertTrue(policy.contains("default-src 'none'") && policy.contains("script-src 'self';"));
    assertTrue(policy.contains("frame-ancestors 'none'"));
    assertFalse(policy.contains("unsafe"));
    assertFalse(page.body().matches("(?s).*(<script>|<style>| on[a-z]+=| style=).*"), page.body());
    for (String path : StartPage.PATHS) {
      String part = server.get(path).body();
      assertFalse(part.matches("(?s).*(innerHTML|outerHTML|insertAdjacent|eval\\().*"), path);
      assertFalse(part.matches("(?s).*(src|href|url|import)[=(\"' ]+(https?:)?//.*"), path);
    }
  }

  @Test
  void aPartOfThePageIsSentOnceAsLongAsItStaysTheSame() {
    for (String path : StartPage.PATHS) {
      HttpResponse<String> first = server.get(path);
      String tag = header(first, "ETag");
      HttpRequest.Builder again = server.request(path).header("If-None-Match", tag);
      assertEquals(200, first.statusCode(), path);
      assertEquals("no-cache", header(first, "Cache-Control"));
      assertEquals(304, server.send(again).statusCode(), path);
      again.setHeader("If-None-Match", "\"0\"");
      assertEquals(first.body(), server.send(again).body(), path);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/page/page.html", "/page/", "/page/StartPage.class", "/page/..%2fpage.js"})
  void thePageHasNoOtherParts(String path) {
    assertEquals(404, server.get(path).statusCode());
  }
}
