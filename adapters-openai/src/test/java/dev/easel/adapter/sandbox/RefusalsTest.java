package dev.easel.adapter.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.easel.domain.image.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the sandbox refuses, and in which words.
@Timeout(60)
final class RefusalsTest {

  private static final Stand STAND = Stand.quiet();
  private static final String GOOD =
      "{\"model\":\"dall-e-2\",\"size\":\"256x256\",\"prompt\":\"x\"}";

  @AfterAll
  static void close() {
    STAND.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|prompt|missing_required_parameter",
        "{\"prompt\":null}|prompt|missing_required_parameter",
        "{\"prompt\":\" \"}|prompt|invalid_value",
        "{\"prompt\":5}|prompt|invalid_type",
        "{\"prompt\":\"x\",\"model\":[\"dall-e-2\"]}|model|invalid_type",
        "{\"prompt\":\"x\",\"n\":\"2\"}|n|invalid_type",
        "{\"prompt\":\"x\",\"n\":1.5}|n|invalid_type",
        "{\"prompt\":\"x\",\"n\":0}|n|invalid_value",
        "{\"prompt\":\"x\",\"n\":11}|n|invalid_value",
        "{\"prompt\":\"x\",\"model\":\"dall-e-3\",\"n\":2}|n|invalid_value",
        "{\"prompt\":\"x\",\"stream\":\"yes\"}|stream|invalid_type",
        "{\"prompt\":\"x\",\"size\":1024}|size|invalid_type",
        "{\"prompt\":\"x\",\"size\":\"512x512\"}|size|invalid_value",
        "{\"prompt\":\"x\",\"size\":\"1920x1080\"}|size|invalid_value",
        "{\"prompt\":\"x\",\"quality\":\"xhigh\"}|quality|invalid_value",
        "{\"prompt\":\"x\",\"response_format\":\"b64_json\"}|response_format|unknown_parameter",
        "{\"prompt\":\"x\",\"model\":\"dall-e-2\",\"stream\":true}|stream|unknown_parameter",
        "{\"prompt\":\"x\",\"output_format\":\"jpeg\",\"background\":\"transparent\"}|background|invalid_value",
        "{\"prompt\":\"a\\u0000b\"}|prompt|invalid_value"
      })
  void whatAModelDoesNotTake(String body, String parameter, String code) {
    Fields error = Stand.error(400, STAND.generate(body));
    assertEquals(parameter, error.get("param"));
    assertEquals(code, error.get("code"));
    assertEquals("invalid_request_error", error.get("type"));
  }

  @Test
  void anUnknownModelIsNotFound() {
    Fields error = Stand.error(404, STAND.generate("{\"prompt\":\"x\",\"model\":\"gpt-image-9\"}"));
    assertEquals("model_not_found", error.get("code"));
    assertTrue(error.text("message").orElseThrow().contains("gpt-image-9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "5",
        "{\"prompt\":\"x\"}{}",
        "{\"n\":1,\"n\":2}",
        "{'a':1}"
      })
  void whatIsNoJsonObject(String body) {
    Fields error = Stand.error(400, STAND.generate(body));
    assertEquals("The body is not a JSON object.", error.get("message"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/jsonp", "multipart/form-data; boundary=b", ""})
  void aGenerationOfAnotherContentType(String type) {
    HttpRequest.Builder request = STAND.request("/v1/images/generations");
    HttpResponse<byte[]> answer =
        Stand.send(request.setHeader("Content-Type", type).POST(BodyPublishers.ofString(GOOD)));
    assertEquals("unsupported_content_type", Stand.error(400, answer).get("code"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json; charset=utf-8", "Application/JSON", "application/json ;x"})
  void jsonByItsOtherNames(String type) {
    HttpRequest.Builder request = STAND.request("/v1/images/generations");
    HttpResponse<byte[]> answer =
        Stand.send(request.setHeader("Content-Type", type).POST(BodyPublishers.ofString(GOOD)));
    assertEquals(200, answer.statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "sk-test", "Basic abc", "Bearer sk-invalid"})
  void aKeyThatIsNone(String authorization) {
    for (String path : new String[] {"/v1/images/generations", "/v1/models"}) {
      HttpResponse<byte[]> answer =
          Stand.send(
              STAND
                  .request(path)
                  .setHeader("Authorization", authorization)
                  .POST(BodyPublishers.ofString(GOOD)));
      assertEquals("invalid_api_key", Stand.error(401, answer).get("code"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/v1/images/generations,405",
    "DELETE,/v1/models,405",
    "POST,/v1/models/gpt-image-2,405",
    "POST,/sandbox/calls,405",
    "POST,/v1/images/variations,404",
    "POST,/v1/images/generations/,404",
    "POST,/v1/images/generationsx,404",
    "GET,/v1/models/gpt-image-9,404",
    "GET,/files/1-0.png,404",
    "GET,/files/../v1,404",
    "GET,/,404"
  })
  void whatIsNotThere(String method, String path, int status) {
    HttpRequest.Builder request = STAND.request(path).method(method, BodyPublishers.noBody());
    HttpResponse<byte[]> answer = Stand.send(request);
    assertEquals("invalid_request_error", Stand.error(status, answer).get("type"));
    assertEquals(status == 405, answer.headers().firstValue("allow").isPresent());
  }

  @Test
  void modelsTellWhenTheyEnd() {
    Fields list = Stand.json(STAND.get("/v1/models").body());
    assertEquals("list", list.get("object"));
    Fields one = Stand.json(STAND.get("/v1/models/gpt-image-1").body());
    assertTrue(list.list("data").contains(one));
    assertEquals("model", one.get("object"));
    assertEquals("2026-10-23", one.get("shutdown_date"));
    Fields lasting = Stand.json(STAND.get("/v1/models/gpt-image-2").body());
    assertTrue(lasting.has("shutdown_date"));
    assertNull(lasting.get("shutdown_date"));
  }

  @Test
  void headHasTheHeadersOfGetAndNoBody() {
    HttpResponse<byte[]> get = STAND.get("/v1/models");
    HttpResponse<byte[]> head = Stand.send(STAND.request("/v1/models").HEAD());
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(
        Integer.toString(get.body().length),
        head.headers().firstValue("content-length").orElseThrow());
  }

  @Test
  void everyAnswerHasOpenAisHeaders() {
    for (HttpResponse<byte[]> answer : List.of(STAND.get("/v1/models"), STAND.generate("{}"))) {
      for (String name :
          new String[] {
            "x-request-id",
            "openai-processing-ms",
            "openai-organization",
            "openai-version",
            "x-ratelimit-limit-requests"
          }) {
        assertTrue(answer.headers().firstValue(name).isPresent(), name);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost,200",
    "LOCALHOST:80,200",
    "127.0.0.1:9,200",
    "127.1.2.3,200",
    "[::1]:8,200",
    "evil.example,403",
    "localhost.evil.example,403",
    "127.0.0.1.evil.example,403",
    "'',403"
  })
  void onlyNamesOfThisMachineReachIt(String host, int status) throws IOException {
    assertEquals(status, status("Host: " + host + "\r\n"));
  }

  @Test
  void oneHostIsNamedExactlyOnce() throws IOException {
    assertEquals(403, status(""));
    assertEquals(403, status("Host: localhost\r\nHost: localhost\r\n"));
  }

  private static int status(String hosts) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), STAND.port())) {
      String head = "GET /sandbox/calls HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String start = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
      return Integer.parseInt(start.substring("HTTP/1.1 ".length()));
    }
  }

  @Test
  void aLongDataUrlIsStillJson() {
    String url = "data:image/png;base64," + "A".repeat(20_971_000);
    String body = "{\"prompt\":\"x\",\"images\":[{\"image_url\":\"" + url + "\"}]}";
    assertEquals("image", Stand.error(400, STAND.post("/v1/images/edits", body)).get("param"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"prompt\":\"x\"}|image",
        "{\"prompt\":\"x\",\"images\":{}}|images",
        "{\"prompt\":\"x\",\"images\":[]}|image",
        "{\"prompt\":\"x\",\"images\":[\"a\"]}|images",
        "{\"prompt\":\"x\",\"images\":[{\"file_id\":\"f\"}]}|images",
        "{\"prompt\":\"x\",\"images\":[{\"image_url\":\"https://example.com/a.png\"}]}|images",
        "{\"prompt\":\"x\",\"images\":[{\"image_url\":\"data:image/png;base64,%%\"}]}|images",
        "{\"prompt\":\"x\",\"images\":[{\"image_url\":\"data:image/png;base64,QUJD\"}]}|image",
        "{\"prompt\":\"x\",\"images\":[],\"mask\":5}|mask"
      })
  void anEditWithoutAPicture(String body, String parameter) {
    assertEquals(parameter, Stand.error(400, STAND.post("/v1/images/edits", body)).get("param"));
  }

  @Test
  void anOverlayMustBeAsLargeAsThePicture() {
    String body =
        "{\"prompt\":\"x\",\"images\":[%s],\"mask\":%s}"
            .formatted(reference(32, 32), reference(32, 16));
    Fields error = Stand.error(400, STAND.post("/v1/images/edits", body));
    assertEquals("mask", error.get("param"));
    assertEquals(
        "The mask is 32x16; it must be 32x32 as the first picture is.", error.get("message"));
  }

  @Test
  void dallE2EditsSquaresOnly() {
    String body =
        "{\"model\":\"dall-e-2\",\"size\":\"256x256\",\"prompt\":\"x\",\"images\":[%s]}"
            .formatted(reference(32, 16));
    assertEquals("image", Stand.error(400, STAND.post("/v1/images/edits", body)).get("param"));
  }

  @Test
  void aDamagedPictureIsNamed() {
    byte[] half = Arrays.copyOf(Stand.png(32, 32, -1, -1), 60);
    String body =
        "{\"prompt\":\"x\",\"images\":[{\"image_url\":\"data:image/png;base64,%s\"}]}"
            .formatted(Base64.getEncoder().encodeToString(half));
    Fields error = Stand.error(400, STAND.post("/v1/images/edits", body));
    assertEquals("invalid_image_file", error.get("code"));
  }

  private static String reference(int width, int height) {
    return "{\"image_url\":\"data:image/png;base64,%s\"}"
        .formatted(Base64.getEncoder().encodeToString(Stand.png(width, height, -1, 0x80ff0000)));
  }
}
