package dev.easel.app.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;

/// OpenAI's client for JavaScript, as npm has it.
final class NodeClientTest implements OfficialClientContract {

  private static final String CLIENT = "openai@7.57.0";

  private static Path place = Path.of("");
  private static Path script = Path.of("");

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    place = NpmPackages.install(CLIENT);
    script = NpmPackages.script(place, "openai-client.mjs");
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
    Path said = Files.createTempFile(place, "said", ".json");
    String picture = Base64.getEncoder().encodeToString(PICTURE);
    ProcessBuilder node =
        new ProcessBuilder("node", script.toString(), scene, baseUrl.toString(), key, picture);
    node.redirectOutput(said.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
    ended(node, 60);
    String line = Files.readString(said);
    Files.delete(said);
    return TestServer.MAPPER.readTree(line);
  }
}
