package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
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

/// Makes servers start in a fraction of the time: the class path of this test as jars, with an
/// archive of the classes that a server loads up to its first picture.
final class QuickStart {

  private QuickStart() {}

  /// What the JVM of a server is to be told.
  ///
  /// @param directory for the archive and the jars
  static List<String> flags(Path directory) throws Exception {
    String jars = String.join(File.pathSeparator, jars(directory));
    Path archive = directory.resolve("server.jsa");
    List<String> recording = List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", jars);
    String[] quiet = {"--sandbox", "--port=0"};
    try (ServerJvm server = ServerJvm.start(directory, Map.of(), recording, quiet);
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
    return List.of("-XX:SharedArchiveFile=" + archive, "-cp", jars);
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
