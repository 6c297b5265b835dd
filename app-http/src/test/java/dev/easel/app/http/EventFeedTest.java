package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.easel.adapter.persistence.GenerationLogs;
import dev.easel.app.http.EventReader.Event;
import dev.easel.config.LogBackend;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryDraft;
import dev.easel.domain.ledger.EntryId;
import dev.easel.domain.ledger.GenerationLog;
import dev.easel.domain.ledger.LogRecord;
import dev.easel.domain.usecase.ChangeCallers;
import dev.easel.platform.Platform;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/// What listeners are told: entries that any process changes, and how requests of the server go on.
@EachBackend
@Timeout(60)
final class EventFeedTest {

  private static final String LIGHTHOUSE =
      "{\"prompt\":\"a"
          + " lighthouse\",\"model\":\"gpt-image-2\",\"size\":\"1024x1024\",\"quality\":\"low\"}";
  private static final String PARTIALS =
      LIGHTHOUSE.replace("\"a lighthouse\"", "\"a sketch\",\"partial_images\":1");

  @Parameter private LogBackend backend = LogBackend.SQLITE;
  @TempDir private Path directory;
  private final ScriptedUpstream upstream = ScriptedUpstream.start();
  private final List<EventReader> readers = new ArrayList<>();
  private TestServer server;
  private GenerationLog elsewhere;

  @BeforeEach
  void start() {
    Map<String, String> configuration =
        Map.of("log.backend", backend.name().toLowerCase(Locale.ROOT));
    server = TestServer.calling(directory, upstream.url(), configuration);
    elsewhere = GenerationLogs.open(TestServer.settings(directory, configuration).log());
  }

  @AfterEach
  void stop() {
    EventReader.closeAll(readers);
    elsewhere.close();
    server.close();
    upstream.close();
  }

  private EventReader listen(String path, String... headers) {
    EventReader reader = new EventReader(server, path, headers);
    readers.add(reader);
    return reader;
  }

  private JsonNode made(String body, String... headers) {
    HttpResponse<String> answer = server.post("/generate", body, headers);
    assertEquals(200, answer.statusCode(), answer.body());
    return TestServer.json(answer).get("log_entry");
  }

  private Entry starred(JsonNode entry) {
    EntryId id = EntryId.parse(entry.get("id").asString()).orElseThrow();
    return elsewhere.mark(id, true, new TreeSet<>()).orElseThrow();
  }

  private ChangeCallers callers() {
    return new ChangeCallers(elsewhere, Platform.tokens(), Platform.time());
  }

  private String[] caller(String name) {
    String token =
        assertInstanceOf(ChangeCallers.Change.Admitted.class, callers().add(name, null)).token();
    return new String[] {"Authorization", "Bearer " + token};
  }

  private static void partialsThenPicture(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    for (String kind : List.of("partial_image", "completed")) {
      String data =
          "{\"type\":\"image_generation.%s\",\"partial_image_index\":0,\"b64_json\":\"%s\",\"output_format\":\"png\"}"
              .formatted(kind, ScriptedUpstream.PNG64);
      exchange.getResponseBody().write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    }
  }

  @Test
  void whoListensIsToldOfARequestFromItsBeginningToItsEnd() {
    EventReader events = listen("/events");
    assertEquals(200, events.answer().statusCode());
    assertEquals(
        "text/event-stream", events.answer().headers().firstValue("Content-Type").orElse(""));
    Event hello = events.next();
    assertEquals("hello", hello.name());
    assertEquals(hello.id(), hello.data().get("cursor").asString());

    JsonNode entry = made(LIGHTHOUSE);

    Event recorded = events.next("progress");
    assertEquals(entry.get("id"), recorded.data().get("id"));
    assertEquals("recorded", recorded.data().get("step").asString());
    assertNull(recorded.id());
    Event sending = events.next("progress");
    assertEquals("sending", sending.data().get("step").asString());
    assertEquals(1, sending.data().get("attempt").asInt());
    Event settled = events.entry("settled");
    assertEquals(
        TestServer.json(server.get("/logs/" + entry.get("id").asString())), settled.data());
    assertNotNull(settled.id());
    assertNotEquals(hello.id(), settled.id());
  }

  @Test
  void whatAnotherProcessChangesIsTold() {
    JsonNode entry = made(LIGHTHOUSE);
    EventReader events = listen("/events");
    events.next("hello");
    starred(entry);
    Event told = events.next("entry");
    assertTrue(told.data().get("star").asBoolean());
  }

  @Test
  void whoComesBackIsToldWhatItMissedAndNothingTwice() {
    EventReader events = listen("/events");
    events.next("hello");
    JsonNode first = made(LIGHTHOUSE);
    Event last = events.entry("settled");
    events.close();

    JsonNode second = made(LIGHTHOUSE);
    String cursor = String.valueOf(last.id());
    EventReader again = listen("/events", "Last-Event-ID", cursor);
    Event missed = again.next();
    assertEquals("entry", missed.name());
    assertEquals(second.get("id"), missed.data().get("id"));

    starred(first);
    Event live = again.next("entry");
    assertEquals(first.get("id"), live.data().get("id"));
    EventReader third = listen("/events", "Last-Event-ID", String.valueOf(live.id()));
    starred(second);
    assertEquals(second.get("id"), third.next("entry").data().get("id"));
  }

  @Test
  void whoHasWhatNoCursorIsMustLookAnew() {
    JsonNode entry = made(LIGHTHOUSE);
    for (String unusable : List.of("x", "0badcafe-1", "99999999-99999999")) {
      EventReader events = listen("/events", "Last-Event-ID", unusable);
      Event reset = events.next();
      assertEquals("reset", reset.name());
      assertEquals(reset.id(), reset.data().get("cursor").asString());
      starred(entry);
      assertEquals(entry.get("id"), events.next().data().get("id"));
      server
          .studio()
          .log()
          .mark(EntryId.parse(entry.get("id").asString()).orElseThrow(), false, new TreeSet<>());
    }
  }

  /// More than one look at the log takes in.
  @Test
  void muchAtOnceIsToldWhole() {
    EventReader events = listen("/events");
    Event hello = events.next("hello");
    List<String> made = new ArrayList<>();
    elsewhere.add(sink -> {
      for (int number = 1; number <= 900; number++) {
        Entry entry = EntryDraft.at(Instant.parse("2026-11-01T00:00:00Z"), number).entry();
        made.add(entry.id().toString());
        sink.accept(new LogRecord.Whole(entry));
      }
    });
    List<String> told = new ArrayList<>();
    made.forEach(_ -> told.add(events.next("entry").data().get("id").asString()));
    assertEquals(made, told);
    EventReader again = listen("/events", "Last-Event-ID", String.valueOf(hello.id()));
    List<String> missed = new ArrayList<>();
    made.forEach(_ -> missed.add(again.next("entry").data().get("id").asString()));
    assertEquals(made, missed);
  }

  @Test
  void aQueryNarrowsTheEntries() {
    JsonNode plain = made(LIGHTHOUSE);
    EventReader events = listen("/events?q=star:yes%20lighthouse");
    events.next("hello");
    made(LIGHTHOUSE);
    starred(plain);
    assertEquals(plain.get("id"), events.next("entry").data().get("id"));
    HttpResponse<String> refused = server.get("/events?q=stat:x");
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("did you mean"), refused.body());
  }

  @Test
  void partialPicturesComeAsTheyAre() {
    upstream.plays(EventFeedTest::partialsThenPicture);
    EventReader events = listen("/events");
    events.next("hello");
    JsonNode entry = made(PARTIALS);
    Event partial = events.next("partial");
    assertNull(partial.id());
    assertEquals(entry.get("id"), partial.data().get("id"));
    assertEquals(0, partial.data().get("index").asInt());
    assertEquals(ScriptedUpstream.PNG64, partial.data().get("b64_json").asString());
    assertEquals("png", partial.data().get("output_format").asString());
    assertTrue(upstream.last().json().get("stream").asBoolean());
  }

  @Test
  void callersAreToldOfTheirOwnAndTheUserOfAll() {
    upstream.plays(EventFeedTest::partialsThenPicture);
    String[] anna = caller("anna");
    String[] bob = caller("bob");
    EventReader annas = listen("/events", anna);
    EventReader bobs = listen("/events", bob);
    EventReader users = listen("/events");
    Stream.of(annas, bobs, users).forEach(reader -> reader.next("hello"));

    JsonNode entry = made(PARTIALS, anna);
    JsonNode end = made(PARTIALS, bob);

    for (EventReader reader : List.of(annas, users)) {
      assertEquals(entry.get("id"), reader.next("partial").data().get("id"));
      assertEquals(entry.get("id"), reader.next("entry").data().get("id"));
    }
    Event first = bobs.next();
    assertEquals(end.get("id"), first.data().get("id"), first.toString());
    assertEquals(end.get("id"), bobs.entry("settled").data().get("id"));
    starred(end);
    starred(entry);
    Event next = annas.next();
    while (!next.name().equals("entry") || !next.data().get("star").asBoolean()) {
      assertEquals(entry.get("id"), next.data().get("id"), next.toString());
      next = annas.next();
    }
    assertEquals(entry.get("id"), next.data().get("id"));
  }

  @Test
  void theStreamOfACallerEndsWithItsToken() {
    String[] anna = caller("anna");
    String[] bob = caller("bob");
    JsonNode own = made(LIGHTHOUSE, anna);
    EventReader annas = listen("/events", anna);
    EventReader bobs = listen("/events", "X-Easel-Token", bob[1].substring("Bearer ".length()));
    EventReader users = listen("/events");
    Stream.of(annas, bobs, users).forEach(reader -> reader.next("hello"));

    callers().remove("anna");
    callers().renew("bob");
    starred(own);

    assertNull(annas.nextOrEnd());
    assertNull(bobs.nextOrEnd());
    assertEquals(own.get("id"), users.next("entry").data().get("id"));
    assertEquals(401, listen("/events", anna).answer().statusCode());
  }

  @Test
  void aCallerHasOnlySoManyStreams() {
    String[] anna = caller("anna");
    for (int count = 0; count < EventFeed.MOST_OF_A_CALLER; count++) {
      assertEquals("hello", listen("/events", anna).next().name());
    }
    EventReader refused = new EventReader(server, "/events", anna);
    assertEquals(503, refused.answer().statusCode());
    assertTrue(refused.answer().headers().firstValue("Retry-After").isPresent());
    assertEquals("hello", listen("/events").next().name());
  }

  @Test
  void theStreamsEndAtOnceWhenTheServerStops() {
    EventReader events = listen("/events");
    events.next("hello");
    server.server().stop(Duration.ofSeconds(20));
    assertNull(events.nextOrEnd());
    assertFalse(server.printed("\"/events\"", 1).getFirst().contains("gone"));
  }

  @Test
  void aHeadOpensNoStream() {
    for (int count = 0; count < 3; count++) {
      HttpResponse<String> head =
          server.send(
              server.request("/events").method("HEAD", HttpRequest.BodyPublishers.noBody()));
      assertEquals(200, head.statusCode());
      assertEquals("", head.body());
    }
  }
}
