package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a server whose files are replaced while it runs, as a build does.
final class StartPageTest {

  @TempDir private Path directory;

  @Test
  void itStaysWholeWhenItsFilesAreGone() throws Exception {
    Path classes = directory.resolve("classes");
    Path original = classes();
    copy(original, classes);
    String path =
        System.getProperty("java.class.path").replace(original.toString(), classes.toString());
    try (ServerJvm server = ServerJvm.start(directory, Map.of(), List.of("-cp", path), "--port=0");
        HttpClient client = HttpClient.newHttpClient()) {
      URI address = server.address();
      assertEquals(200, status(client, address));
      delete(classes.resolve("dev/easel/app/http/page"));
      for (String part : StartPage.PATHS) {
        assertEquals(200, status(client, address.resolve(part)), part);
      }
    }
  }

  private static Path classes() throws Exception {
    return Path.of(StartPage.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static int status(HttpClient client, URI address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
