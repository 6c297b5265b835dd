package dev.easel.adapter.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.easel.adapter.openai.Catalogues;
import dev.easel.adapter.openai.ImageGenerators;
import dev.easel.config.Dialect;
import dev.easel.config.Pace;
import dev.easel.config.ProviderSettings;
import dev.easel.config.ProxySettings;
import dev.easel.config.Secret;
import dev.easel.domain.cost.Pricing;
import dev.easel.domain.image.Arrivals;
import dev.easel.domain.image.Content;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageFormat;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.Outcome;
import dev.easel.domain.image.Upload;
import dev.easel.domain.image.Watch;
import dev.easel.domain.ledger.CanonicalForm;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A running sandbox and two ways to talk to it: byte for byte, and through the real client.
final class Stand implements AutoCloseable {

  static final Catalogues CATALOGUES = Catalogues.load(null);
  static final Pricing PRICING = new Pricing(CATALOGUES.prices(), CATALOGUES.tokens());

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Sandbox sandbox;

  private Stand(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  static Stand quiet() {
    return with(SandboxSettings.QUIET);
  }

  static Stand failing(String... faults) {
    return with(
        new SandboxSettings(
            0, SandboxSettings.Latency.NONE, Arrays.stream(faults).map(FaultPlan::parse).toList()));
  }

  static Stand with(SandboxSettings settings) {
    try {
      return new Stand(Sandbox.start(settings, CATALOGUES.models(), PRICING));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }

  int port() {
    return sandbox.baseUrl().getPort();
  }

  URI url(String path) {
    return sandbox.baseUrl().resolve(path);
  }

  // ---- byte for byte

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url(path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer sk-test")
        .header("Content-Type", "application/json");
  }

  static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      throw new AssertionError(interruption);
    }
  }

  HttpResponse<byte[]> post(String path, String body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<byte[]> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<byte[]> generate(String body) {
    return post("/v1/images/generations", body);
  }

  /// The answer to a generation that goes well.
  Fields generated(String body) {
    HttpResponse<byte[]> answer = generate(body);
    Fields fields = json(answer.body());
    assertEquals(200, answer.statusCode(), fields::toString);
    return fields;
  }

  static Fields json(byte[] body) {
    return Fields.of(JSON.readValue(body, new TypeReference<Map<String, Object>>() {}));
  }

  /// The error of an answer that must have this status.
  static Fields error(int status, HttpResponse<byte[]> answer) {
    Fields fields = json(answer.body());
    assertEquals(status, answer.statusCode(), fields::toString);
    Fields error = fields.fields("error");
    assertEquals(
        List.of("message", "type", "param", "code"),
        error.asMap().keySet().stream().limit(4).toList());
    return error;
  }

  static byte[] picture(Fields answer, int index) {
    return Base64.getDecoder()
        .decode(answer.list("data").get(index).text("b64_json").orElseThrow());
  }

  static BufferedImage decoded(byte[] picture) {
    try {
      return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  // ---- through the real client

  Outcome ask(ImageRequest request) {
    return ask(request, Watch.NOBODY, Duration.ofSeconds(60));
  }

  Outcome ask(ImageRequest request, Watch watch, Duration timeout) {
    ProviderSettings provider =
        new ProviderSettings(
            "openai",
            Dialect.OPENAI,
            sandbox.baseUrl(),
            new Secret("sk-sandbox"),
            timeout,
            Map.of(),
            Pace.STANDARD);
    return ImageGenerators.of(List.of(provider), ProxySettings.NONE, "0.0", Arrivals.NONE)
        .generate(request, watch);
  }

  static Outcome.Delivered delivered(Outcome outcome) {
    return assertInstanceOf(Outcome.Delivered.class, outcome, outcome::toString);
  }

  static ImageRequest generation(String model, Object... parameters) {
    return new ImageRequest(
        Operation.GENERATE, "openai", model, "a lighthouse", fields(parameters), List.of());
  }

  static ImageRequest edit(String model, List<Upload> uploads, Object... parameters) {
    return new ImageRequest(
        Operation.EDIT, "openai", model, "make it snow", fields(parameters), uploads);
  }

  static Upload upload(Upload.Role role, byte[] bytes) {
    String type = ImageFormat.recognise(bytes).orElseThrow().mediaType();
    return new Upload(role, "a.png", type, CanonicalForm.sha256(bytes), Content.of(bytes));
  }

  static Fields fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return Fields.of(fields);
  }

  /// A PNG whose left half has one colour and whose right half another.
  static byte[] png(int width, int height, int left, int right) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, x < width / 2 ? left : right);
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return file.toByteArray();
  }
}
