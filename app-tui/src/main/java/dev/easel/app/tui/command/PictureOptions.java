package dev.easel.app.tui.command;

import dev.easel.app.tui.request.JsonValue;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// The options that say what picture is wanted, under the API's names.
final class PictureOptions {

  @Option(
      names = {"-m", "--model"},
      paramLabel = "ID",
      description = "The model; `easel models` lists them.")
  private @Nullable String model;

  @Option(
      names = {"-s", "--size"},
      paramLabel = "WxH",
      description = "Size in pixels, or auto.")
  private @Nullable String size;

  @Option(
      names = {"-q", "--quality"},
      paramLabel = "WORD",
      description = "Quality: low, medium, high, … as the model takes it.")
  private @Nullable String quality;

  @Option(names = "-n", paramLabel = "N", description = "How many pictures.")
  private @Nullable Long n;

  @Option(names = "--seed", paramLabel = "N", description = "The same seed, the same picture.")
  private @Nullable Long seed;

  @Option(names = "--steps", paramLabel = "N", description = "Diffusion steps.")
  private @Nullable Long steps;

  @Option(names = "--format", paramLabel = "WORD", description = "png, jpeg or webp.")
  private @Nullable String format;

  @Option(names = "--background", paramLabel = "WORD", description = "transparent, opaque or auto.")
  private @Nullable String background;

  @Option(names = "--compression", paramLabel = "N", description = "0 to 100, for jpeg and webp.")
  private @Nullable Long compression;

  @Option(names = "--style", paramLabel = "WORD", description = "vivid or natural (DALL·E 3).")
  private @Nullable String style;

  @Option(names = "--moderation", paramLabel = "WORD", description = "auto or low.")
  private @Nullable String moderation;

  @Option(
      names = "--fidelity",
      paramLabel = "WORD",
      description = "How closely an edit keeps to its pictures: low or high.")
  private @Nullable String fidelity;

  @Option(names = "--stream", description = "Ask for events instead of one answer.")
  private boolean stream;

  @Option(
      names = "--partial-images",
      paramLabel = "N",
      description = "How many unfinished pictures to ask for; implies --stream.")
  private @Nullable Long partialImages;

  @Option(
      names = {"-p", "--param"},
      paramLabel = "NAME=VALUE",
      description = "Any other parameter, its value as JSON or text; may be repeated.")
  private final Map<String, String> others = new LinkedHashMap<>();

  /// The model, or what stands for it.
  String model(String standard) {
    return model == null ? standard : model;
  }

  /// The parameters that were given.
  Fields parameters() {
    Fields given =
        Fields.NONE
            .withPresent("size", size)
            .withPresent("quality", quality)
            .withPresent("n", n)
            .withPresent("seed", seed)
            .withPresent("steps", steps)
            .withPresent("output_format", format)
            .withPresent("background", background)
            .withPresent("output_compression", compression)
            .withPresent("style", style)
            .withPresent("moderation", moderation)
            .withPresent("input_fidelity", fidelity)
            .withPresent("stream", (stream || partialImages != null) ? Boolean.TRUE : null)
            .withPresent("partial_images", partialImages);
    for (Map.Entry<String, String> other : others.entrySet()) {
      given = given.with(parameterName(other.getKey()), JsonValue.of(other.getValue()));
    }
    return given;
  }

  private static String parameterName(String name) {
    if (name.equals("model") || name.equals("prompt")) {
      throw CommandFailure.wrong("--param cannot set " + name + "; it has a place of its own");
    }
    return name;
  }
}
