package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;

/// OpenAI's client for JavaScript, as npm has it.
final class NodeClientTest implements OfficialClientContract {

  private static final String VERSION = "7.57.0";
  private static final Path PLACE = Path.of("target", "openai-" + VERSION).toAbsolutePath();
  private static final Path SCRIPT = PLACE.resolve("openai-client.mjs");

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    for (String tool : List.of("node", "npm")) {
      assumeTrue(isInstalled(tool), tool + " is not installed");
    }
    Files.createDirectories(PLACE);
    Files.writeString(PLACE.resolve("package.json"), "{\"private\":true}");
    if (!Files.exists(PLACE.resolve("node_modules").resolve("openai"))) {
      fetch();
    }
    String name = String.valueOf(SCRIPT.getFileName());
    try (InputStream script = NodeClientTest.class.getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(script), SCRIPT, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static boolean isInstalled(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
  }

  private static void fetch() throws IOException, InterruptedException {
    Path words = PLACE.resolve("npm.txt");
    ProcessBuilder npm =
        new ProcessBuilder(
            "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "openai@" + VERSION);
    npm.directory(PLACE.toFile()).redirectErrorStream(true).redirectOutput(words.toFile());
    if (ended(npm, 120) != 0) {
      abort("npm could not fetch openai " + VERSION + ": " + Files.readString(words));
    }
  }

  private static int ended(ProcessBuilder builder, int seconds)
      throws IOException, InterruptedException {
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(seconds, TimeUnit.SECONDS), builder.command() + " does not end");
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Override
  public JsonNode play(String scene, URI baseUrl, String key)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile(PLACE, "said", ".json");
    String picture = Base64.getEncoder().encodeToString(PICTURE);
    ProcessBuilder node =
        new ProcessBuilder("node", SCRIPT.toString(), scene, baseUrl.toString(), key, picture);
    node.redirectOutput(said.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
    ended(node, 60);
    String line = Files.readString(said);
    Files.delete(said);
    return TestServer.MAPPER.readTree(line);
  }
}
