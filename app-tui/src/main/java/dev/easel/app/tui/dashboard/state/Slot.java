package dev.easel.app.tui.dashboard.state;

import java.util.Arrays;
import java.util.Optional;

/// A place in the form of a new request that is filled in.
public enum Slot {
  /// What the picture is to show.
  PROMPT("prompt", "Prompt", Manner.LINES),
  /// The id of the model.
  MODEL("model", "Model", Manner.WORD),
  /// The size in pixels.
  SIZE("size", "Size", Manner.WORD),
  /// How good.
  QUALITY("quality", "Quality", Manner.WORD),
  /// How many pictures.
  COUNT("n", "Count", Manner.NUMBER),
  /// The format of the file.
  FORMAT("output_format", "Format", Manner.WORD),
  /// How hard it is compressed.
  COMPRESSION("output_compression", "Compression", Manner.NUMBER),
  /// Transparent or not.
  BACKGROUND("background", "Background", Manner.WORD),
  /// Vivid or natural.
  STYLE("style", "Style", Manner.WORD),
  /// How strict the provider is.
  MODERATION("moderation", "Moderation", Manner.WORD),
  /// How much is in a drawing.
  COMPLEXITY("complexity", "Complexity", Manner.WORD),
  /// How many pictures an animation has.
  FRAMES("frame_count", "Frames", Manner.NUMBER),
  /// How long each picture of an animation is shown.
  FRAME_MILLIS("frame_duration_ms", "Frame, ms", Manner.NUMBER),
  /// The same seed, the same picture.
  SEED("seed", "Seed", Manner.NUMBER),
  /// Diffusion steps.
  STEPS("steps", "Steps", Manner.NUMBER),
  /// Whether events are asked for instead of one answer.
  STREAM("stream", "Stream", Manner.WORD),
  /// How many unfinished pictures are asked for.
  PARTIAL("partial_images", "Partial", Manner.NUMBER),
  /// Whether the log may hold the prompt.
  KEPT("", "Log prompt", Manner.WORD),
  /// The pictures to work from.
  PICTURES("image", "Pictures", Manner.LINES),
  /// How closely an edit keeps to its pictures.
  FIDELITY("input_fidelity", "Fidelity", Manner.WORD),
  /// A picture whose transparent parts may change.
  MASK("mask", "Mask", Manner.LINE),
  /// A transparent overlay with marks.
  MARKUP("markup", "Markup", Manner.LINE),
  /// Any other parameter.
  MORE("", "More", Manner.LINE);

  /// The word for what is wanted.
  public static final String YES = "yes";

  /// The word for what is not wanted.
  public static final String NO = "no";

  private final String parameter;
  private final String label;
  private final Manner manner;

  Slot(String parameter, String label, Manner manner) {
    this.parameter = parameter;
    this.label = label;
    this.manner = manner;
  }

  /// How it is filled in.
  public enum Manner {
    /// Text of any length, with its own line ends.
    LINES,
    /// Text on one line.
    LINE,
    /// A word, mostly one of a few.
    WORD,
    /// A whole number.
    NUMBER
  }

  /// The API's name of what it holds, empty when it has none.
  public String parameter() {
    return parameter;
  }

  /// How it is called.
  public String label() {
    return label;
  }

  /// How it is filled in.
  public Manner manner() {
    return manner;
  }

  /// The one that holds a parameter.
  public static Optional<Slot> of(String parameter) {
    return Arrays.stream(values())
        .filter(slot -> !parameter.isEmpty() && slot.parameter.equals(parameter))
        .findFirst();
  }
}
