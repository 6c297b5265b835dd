package dev.easel.app.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.easel.app.tui.Desk.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Books of every kind of entry, in one of the two logs, for whoever wants to spoil them: two that
/// were settled, one of them with a star, one that was settled by hand, one unknown, one that was
/// refused, and one of the demo server's.
final class Ledger {

  static final String OLD =
      "{\"timestamp\":\"2026-01-20T10:30:00.123456\",\"model\":\"dall-e-3\",\"prompt\":\"an old"
          + " boat\",\"parameters\":{\"size\":\"1024x1024\"},\"latency_ms\":2000,"
          + "\"cost_estimate_usd\":0.04,\"success\":true,\"image_url\":null}\n";

  private final Path directory;
  private final String backend;
  private final Desk desk;

  private Ledger(Path directory, String backend) {
    this.directory = directory;
    this.backend = backend;
    this.desk = new Desk(directory).with("EASEL_LOG_BACKEND", backend);
  }

  /// Makes books.
  static Ledger make(Path directory, String backend) throws IOException {
    Ledger ledger = new Ledger(directory, backend);
    ledger.easel("generate", "a red boat");
    ledger.easel("generate", "a blue house");
    String settled = id(ledger.easel("generate", "a green hill", "--fault", "broken", "--json"));
    ledger.easel("settle", settled, "--charged", "--usd", "0.04");
    ledger.easel("generate", "a grey sea", "--fault", "broken");
    ledger.easel("generate", "no size", "--size", "1x1");
    ledger.easel("star", ledger.idOf("red"));
    ledger.easel("tag", ledger.idOf("blue"), "+poster");
    Files.writeString(directory.resolve("old.jsonl"), OLD);
    ledger.easel("import", "old.jsonl");
    return ledger;
  }

  private static String id(Ran ran) {
    return ran.json().get("id").asString();
  }

  /// The same books in another directory.
  Ledger copy(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(directory.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return new Ledger(to, backend);
  }

  /// The books of the same directory in the other log.
  Ledger in(String other) {
    return new Ledger(directory, other);
  }

  /// Removes the log.
  void forget() throws IOException {
    String name = backend.equals("jsonl") ? "image_generation_log.jsonl" : "easel.db";
    try (Stream<Path> files = Files.walk(data())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (data().relativize(file).toString().startsWith(name)) {
          Files.delete(file);
        }
      }
    }
  }

  Ran easel(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(1, "--sandbox");
    return desk.easel(all.toArray(String[]::new));
  }

  /// The id of the entry whose prompt holds this word.
  String idOf(String word) {
    return easel("log", word, "--json").json().get("logs").get(0).get("id").asString();
  }

  /// What `easel verify` finds: `kind about`, and its exit code at the end.
  List<String> verified(String... options) {
    List<String> arguments = new ArrayList<>(List.of("verify", "--json"));
    arguments.addAll(List.of(options));
    Ran ran = easel(arguments.toArray(String[]::new));
    List<String> found = new ArrayList<>();
    for (JsonNode finding : ran.json().get("findings")) {
      found.add(finding.get("kind").asString() + " " + finding.get("about").asString());
    }
    found.add("exit " + ran.exitCode());
    return found;
  }

  /// The directory of the sandbox's books.
  Path data() {
    return desk.data().resolve("sandbox");
  }

  /// The file of the log.
  Path file() {
    return backend.equals("jsonl") ? lines() : data().resolve("easel.db");
  }

  Path lines() {
    return data().resolve("image_generation_log.jsonl");
  }

  /// Rewrites the file of lines.
  void rewrite(UnaryOperator<List<String>> change) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(lines(), StandardCharsets.UTF_8));
    Files.writeString(lines(), String.join("\n", change.apply(lines)) + "\n");
  }

  /// Replaces text that stands once in the file of lines.
  void replace(String word, String from, String to) throws IOException {
    rewrite(lines -> {
      int at = indexOf(lines, word);
      String line = lines.get(at);
      assertEquals(line.indexOf(from), line.lastIndexOf(from), line);
      assertEquals(true, line.contains(from), line);
      lines.set(at, line.replace(from, to));
      return lines;
    });
  }

  /// The number of the line that holds a word.
  static int indexOf(List<String> lines, String word) {
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).contains(word)) {
        return at;
      }
    }
    throw new IllegalStateException("no line holds " + word);
  }

  /// Runs statements on the database, as another program does.
  void sql(String... statements) throws SQLException {
    String place = "jdbc:sqlite:" + data().resolve("easel.db");
    try (Connection connection = DriverManager.getConnection(place);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }
}
