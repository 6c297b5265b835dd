package dev.easel.adapter.openai;

import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.Operation;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// xAI: no size but an aspect ratio and a resolution, no seed, no steps, edits in JSON, and the
/// cost in ticks of which 10,000,000,000 are a dollar.
record XaiWording() implements Wording {

  private static final PicturesInJson PICTURES =
      new PicturesInJson("xAI", EDITS, "image", "images", JsonBody.Shape.XAI);
  private static final int DOLLAR_DIGITS = 10;
  private static final long MOST_PIXELS_1K = 1448L * 1448;
  private static final long MOST_PIXELS_2K = 2896L * 2896;
  private static final double TOLERANCE = 0.01;
  private static final Map<String, Double> RATIOS =
      Map.ofEntries(
          Map.entry("1:1", 1.0),
          Map.entry("4:3", 4 / 3.0),
          Map.entry("3:4", 3 / 4.0),
          Map.entry("3:2", 3 / 2.0),
          Map.entry("2:3", 2 / 3.0),
          Map.entry("16:9", 16 / 9.0),
          Map.entry("9:16", 9 / 16.0),
          Map.entry("2:1", 2.0),
          Map.entry("1:2", 1 / 2.0),
          Map.entry("19.5:9", 19.5 / 9),
          Map.entry("9:19.5", 9 / 19.5),
          Map.entry("20:9", 20 / 9.0),
          Map.entry("9:20", 9 / 20.0));

  @Override
  public Draft draft(ImageRequest request) {
    Fields given = Wording.given(request).without("seed").without("steps");
    Fields asked = Wording.unlessSaid(given.without("size"), "response_format", "b64_json");
    Optional<String> size = given.text("size").filter(text -> !text.equals("auto"));
    if (size.isEmpty() || asked.has("aspect_ratio")) {
      return draft(request, asked);
    }
    Optional<Fields> shape = ImageSize.parse(size.get()).flatMap(XaiWording::shape);
    return shape.isEmpty()
        ? new Draft.Unsayable(unsayable(size.get()))
        : draft(request, shape.get().plus(asked));
  }

  private static String unsayable(String size) {
    return "xAI takes no size, only an aspect ratio and a resolution, and "
        + size
        + " is none of them; ask for aspect_ratio (1:1, 4:3, 3:2, 16:9, 2:1, 19.5:9, 20:9 or one of"
        + " these upright) and resolution (1k, 2k), or for a size of such a form";
  }

  private static Optional<Fields> shape(ImageSize size) {
    double wanted = (double) size.width() / size.height();
    return RATIOS.entrySet().stream()
        .filter(ratio -> Math.abs(ratio.getValue() / wanted - 1) < TOLERANCE)
        .filter(ratio -> size.pixels() <= MOST_PIXELS_2K)
        .findFirst()
        .map(ratio -> Fields.NONE.with("aspect_ratio", ratio.getKey()))
        .map(fields -> fields.with("resolution", size.pixels() <= MOST_PIXELS_1K ? "1k" : "2k"));
  }

  private static Draft draft(ImageRequest request, Fields fields) {
    return request.operation() == Operation.GENERATE
        ? Wording.json(GENERATIONS, request, fields)
        : PICTURES.draft(request, fields);
  }

  @Override
  public Optional<BigDecimal> cost(Fields usage) {
    return usage.decimal("cost_in_usd_ticks").map(ticks -> ticks.movePointLeft(DOLLAR_DIGITS));
  }
}
