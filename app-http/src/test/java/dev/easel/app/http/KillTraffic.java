package dev.easel.app.http;

import dev.easel.domain.image.Nullable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/// Clients that order pictures without a pause, of whichever servers live: some with a key, and of
/// those some twice, at once or after an answer that never came. What has no key is sent once.
final class KillTraffic implements AutoCloseable {

  private static final int CLIENTS = 5;

  private final List<URI> servers = new CopyOnWriteArrayList<>();
  private final Set<URI> answering = ConcurrentHashMap.newKeySet();
  private final Map<String, String> delivered = new ConcurrentHashMap<>();
  private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private volatile boolean ending;

  KillTraffic(SplittableRandom seed) {
    for (int number = 0; number < CLIENTS; number++) {
      SplittableRandom random = seed.split();
      String name = "client " + number;
      threads.add(Thread.ofVirtual().name(name).start(() -> orderOn(name, random)));
    }
    SplittableRandom random = seed.split();
    threads.add(Thread.ofVirtual().name("reader").start(() -> readOn(random)));
  }

  void serve(URI server) {
    servers.add(server);
  }

  void gone(URI server) {
    servers.remove(server);
  }

  /// Whether a server has delivered a picture.
  boolean hasAnswered(URI server) {
    return answering.contains(server);
  }

  /// The prompts that were answered with 200, each with its entry's id.
  Map<String, String> delivered() {
    return delivered;
  }

  /// Answers that nobody may ever get.
  Queue<String> unexpected() {
    return unexpected;
  }

  private void orderOn(String name, SplittableRandom random) {
    for (int number = 0; !ending; number++) {
      String prompt = name + ", order " + number;
      switch (random.nextInt(4)) {
        case 0 -> repeated(prompt, random);
        case 1 -> twice(prompt, random);
        default -> order(prompt, null, random);
      }
    }
  }

  private void repeated(String prompt, SplittableRandom random) {
    for (int tries = 0; tries < 3 && !ending && !order(prompt, prompt, random); tries++) {
      pause(20);
    }
    order(prompt, prompt, random);
  }

  private void twice(String prompt, SplittableRandom random) {
    SplittableRandom other = random.split();
    Thread second = Thread.ofVirtual().start(() -> order(prompt, prompt, other));
    order(prompt, prompt, random);
    join(second);
  }

  /// Orders a picture.
  ///
  /// @return whether there was an answer
  private boolean order(String prompt, @Nullable String key, SplittableRandom random) {
    URI server = server(random);
    HttpRequest.Builder request =
        request(server, "/generate")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(PaidBooks.order(prompt)));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    try {
      take(prompt, server, client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
      return true;
    } catch (IOException killed) {
      return false;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void take(String prompt, URI server, HttpResponse<String> answer) {
    if (answer.statusCode() == 200) {
      answering.add(server);
      JsonNode entry = TestServer.json(answer).get("log_entry");
      String id = entry.get("id").asString();
      String before = delivered.putIfAbsent(prompt, id);
      if (before != null && !before.equals(id)) {
        unexpected.add("two entries for " + prompt + ": " + before + " and " + id);
      }
    } else if (answer.statusCode() != 504) {
      unexpected.add(prompt + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private void readOn(SplittableRandom random) {
    while (!ending) {
      try {
        String path = random.nextBoolean() ? "/logs?limit=20" : "/logs/stats";
        HttpResponse<String> answer =
            client.send(
                request(server(random), path).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          unexpected.add(path + ": " + answer.statusCode() + " " + answer.body());
        }
        Thread.sleep(50);
      } catch (IOException killed) {
        pause(50);
      } catch (InterruptedException ended) {
        return;
      }
    }
  }

  private static HttpRequest.Builder request(URI server, String path) {
    return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(30));
  }

  private URI server(SplittableRandom random) {
    while (true) {
      List<URI> living = List.copyOf(servers);
      if (!living.isEmpty()) {
        return living.get(random.nextInt(living.size()));
      }
      pause(10);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets each client finish what it is at.
  void end() {
    ending = true;
    threads.forEach(KillTraffic::join);
  }

  @Override
  public void close() {
    ending = true;
    client.shutdownNow();
  }
}
