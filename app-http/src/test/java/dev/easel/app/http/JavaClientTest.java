package dev.easel.app.http;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.ObjectMappers;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenStreamEvent;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.models.Model;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// OpenAI's client for Java.
final class JavaClientTest implements OfficialClientContract {

  private static ImageGenerateParams.Builder words() {
    return ImageGenerateParams.builder()
        .model("gpt-image-2")
        .prompt("a lighthouse")
        .size(ImageGenerateParams.Size._1024X1024)
        .quality(ImageGenerateParams.Quality.LOW);
  }

  @Override
  public JsonNode play(String scene, URI baseUrl, String key) throws Exception {
    OpenAIClient client = client(baseUrl, key).build();
    try {
      return json(Map.of("result", played(scene, client, client(baseUrl, key))));
    } catch (OpenAIServiceException failure) {
      return json(Map.of("error", told(failure)));
    } catch (com.openai.errors.OpenAIException failure) {
      return json(Map.of("error", Map.of("message", String.valueOf(failure.getMessage()))));
    } finally {
      client.close();
    }
  }

  private static OpenAIOkHttpClient.Builder client(URI baseUrl, String key) {
    return OpenAIOkHttpClient.builder().baseUrl(baseUrl.toString()).apiKey(key);
  }

  private static JsonNode json(Object value) throws Exception {
    return TestServer.MAPPER.readTree(ObjectMappers.jsonMapper().writeValueAsString(value));
  }

  private static Map<String, Object> told(OpenAIServiceException failure) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("status", failure.statusCode());
    told.put("code", failure.code().orElse(""));
    told.put("param", failure.param().orElse(""));
    told.put("type", failure.type().orElse(""));
    told.put("message", failure.body().toString());
    return told;
  }

  private static Object played(
      String scene, OpenAIClient client, OpenAIOkHttpClient.Builder impatient) {
    return switch (scene) {
      case "generate" -> Map.of("data", client.images().generate(words().build()));
      case "edit" -> client.images().edit(edit());
      case "stream" -> streamed(client);
      case "keyed" ->
          client.images().generate(words().putAdditionalHeader("Idempotency-Key", "k1").build());
      case "impatient" -> {
        OpenAIClient hasty = impatient.timeout(Duration.ofMillis(1_500)).build();
        yield hasty.images().generate(words().build());
      }
      case "models" -> models(client);
      default -> throw new IllegalArgumentException(scene);
    };
  }

  private static ImageEditParams edit() {
    return ImageEditParams.builder()
        .model("gpt-image-2")
        .prompt("a lighthouse")
        .size(ImageEditParams.Size._1024X1024)
        .quality(ImageEditParams.Quality.LOW)
        .imageOfInputStreams(
            List.of(new ByteArrayInputStream(PICTURE), new ByteArrayInputStream(PICTURE)))
        .mask(PICTURE)
        .build();
  }

  private static Map<String, Object> streamed(OpenAIClient client) {
    List<String> types = new ArrayList<>();
    List<JsonValue> last = new ArrayList<>();
    ImageGenerateParams asked = words().partialImages(2).build();
    try (StreamResponse<ImageGenStreamEvent> events = client.images().generateStreaming(asked)) {
      events.stream()
          .forEach(event -> {
            event
                .generationPartialImage()
                .ifPresent(seen -> types.add("image_generation.partial_image"));
            event.generationCompleted().ifPresent(seen -> types.add("image_generation.completed"));
            last.add(event._json().orElseThrow());
          });
    }
    return Map.of("types", types, "last", last.getLast());
  }

  private static Map<String, Object> models(OpenAIClient client) {
    List<String> ids = client.models().list().data().stream().map(Model::id).toList();
    return Map.of("ids", ids, "one", client.models().retrieve(ids.getFirst()));
  }
}
