package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/// Makes servers start in half the time: the class path of these tests as jars, with an archive of
/// the classes that a server loads up to its first picture. Thread-safe.
final class QuickStart {

  private static List<String> made = List.of();

  private QuickStart() {}

  /// What a JVM with the classes of a server is to be told. The first call in a JVM of tests makes
  /// the archive, in a folder of `target` that no other JVM of the same build uses: a server whose
  /// archive or jars are made anew while it starts says so instead of what it should.
  static synchronized List<String> flags() throws IOException {
    if (made.isEmpty()) {
      String fork = System.getProperty("easel.fork", "fork");
      Path folder = Path.of("target", "quick-start-" + fork).toAbsolutePath();
      try {
        made = make(Files.createDirectories(folder));
      } catch (Exception failed) {
        throw new IOException("no archive of classes could be made", failed);
      }
    }
    return made;
  }

  private static List<String> make(Path directory) throws Exception {
    String jars = String.join(File.pathSeparator, jars(directory));
    Path archive = directory.resolve("server.aot");
    Path data = Files.createTempDirectory(directory, "data");
    List<String> recording = List.of("-XX:AOTCacheOutput=" + archive, "-cp", jars);
    String[] quiet = {"--sandbox", "--port=0"};
    try (ServerJvm server = ServerJvm.start(data, Map.of(), recording, quiet);
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest order =
          HttpRequest.newBuilder(server.address().resolve("/generate"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(PaidBooks.order("a first picture")))
              .build();
      assertEquals(200, client.send(order, HttpResponse.BodyHandlers.ofString()).statusCode());
      server.stop();
      assertEquals(0, server.exitCode());
    }
    return List.of("-XX:AOTCache=" + archive, "-cp", jars);
  }

  // An archive is for jars only, and modules that were just compiled are directories.
  private static List<String> jars(Path directory) {
    List<String> jars = new ArrayList<>();
    String separator = Pattern.quote(File.pathSeparator);
    for (String entry : System.getProperty("java.class.path").split(separator, -1)) {
      Path path = Path.of(entry).toAbsolutePath();
      jars.add(Files.isDirectory(path) ? jar(path, directory, jars.size()) : path.toString());
    }
    return jars;
  }

  private static String jar(Path classes, Path directory, int number) {
    String jar = directory.resolve(number + ".jar").toString();
    int code =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "cf", jar, "-C", classes.toString(), ".");
    assertEquals(0, code, classes.toString());
    return jar;
  }
}
