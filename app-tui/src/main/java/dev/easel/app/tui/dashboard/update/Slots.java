package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Draft;
import dev.easel.app.tui.dashboard.state.Slot;
import dev.easel.app.tui.dashboard.state.World;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.ImageSize;
import dev.easel.domain.image.ModelCard;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Operation;
import dev.easel.domain.image.SizeRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Which places the form of a request has, by what the chosen model takes, and what may stand in
/// them. Of a model without a card nothing is known, so that anything may be typed.
///
/// @param card null when the model has none
public record Slots(Draft draft, World.House house, @Nullable ModelCard card) {

  private static final long USUAL_COUNT = 10;
  private static final List<String> SIZES =
      List.of("1024x1024", "1536x1024", "1024x1536", "2048x2048", "2560x1440", "3840x2160");
  private static final List<String> ANY_FORMATS = List.of("png", "jpeg", "webp");
  private static final List<String> ANY_QUALITIES = List.of("low", "medium", "high");

  /// Those of a draft.
  public static Slots of(Draft draft, World.House house) {
    return new Slots(draft, house, house.card(model(draft, house)).orElse(null));
  }

  private static String model(Draft draft, World.House house) {
    String typed = draft.text(Slot.MODEL).strip();
    return typed.isEmpty() ? house.defaults().model() : typed;
  }

  /// The places that are there, in their order.
  public List<Slot> shown() {
    return Arrays.stream(Slot.values()).filter(this::has).toList();
  }

  /// Whether a place is there.
  public boolean has(Slot slot) {
    return switch (slot) {
      case PROMPT, MODEL, MORE, KEPT -> true;
      case COMPRESSION -> takes(slot) && List.of("jpeg", "webp").contains(value(Slot.FORMAT));
      case FRAMES, FRAME_MILLIS -> known(slot) && value(Slot.FORMAT).equals("gif");
      case PARTIAL -> takes(slot) && value(Slot.STREAM).equals(Slot.YES);
      case PICTURES -> card == null || card.references().most() > 0;
      case FIDELITY -> known(slot) && edits();
      case MASK -> takes(slot) && edits();
      case MARKUP -> known(slot) && edits();
      case STYLE, MODERATION, COMPLEXITY -> known(slot);
      case SIZE, QUALITY, COUNT, FORMAT, BACKGROUND, SEED, STEPS, STREAM -> takes(slot);
    };
  }

  /// The place where what is wrong with a parameter is told.
  public Slot place(String parameter) {
    return Slot.of(parameter).filter(this::has).orElse(Slot.MORE);
  }

  private boolean known(Slot slot) {
    return card != null && card.accepted().contains(slot.parameter());
  }

  private boolean takes(Slot slot) {
    return card == null || card.accepted().contains(slot.parameter());
  }

  /// Whether pictures are sent along.
  public boolean edits() {
    return has(Slot.PICTURES) && !draft.text(Slot.PICTURES).isBlank();
  }

  /// What may be chosen in a place, in its order; empty text stands for leaving it out.
  public List<String> choices(Slot slot) {
    return switch (slot) {
      case MODEL -> models();
      case SIZE -> card == null ? SIZES : sizes(card.sizes());
      case QUALITY -> card == null ? leaving(ANY_QUALITIES) : card.qualities();
      case COUNT -> numbers(1, card == null ? USUAL_COUNT : card.mostImages(), 1);
      case FORMAT -> leaving(card == null ? ANY_FORMATS : card.formats());
      case COMPRESSION -> leaving(numbers(0, 100, 10));
      case BACKGROUND ->
          leaving(card == null ? List.of("auto", "opaque", "transparent") : card.backgrounds());
      case STYLE -> leaving(List.of("vivid", "natural"));
      case MODERATION -> leaving(List.of("auto", "low"));
      case COMPLEXITY -> leaving(List.of("low", "medium", "high"));
      case FRAMES -> leaving(numbers(2, 16, 1));
      case FIDELITY -> leaving(card == null ? List.of() : card.fidelities());
      case PARTIAL -> leaving(numbers(0, 3, 1));
      case STREAM, KEPT -> List.of(Slot.NO, Slot.YES);
      case PROMPT, FRAME_MILLIS, SEED, STEPS, PICTURES, MASK, MARKUP, MORE -> List.of();
    };
  }

  private List<String> models() {
    return house.models().stream()
        .filter(one -> one.provider().equals(house.provider()))
        .map(ModelCard::id)
        .toList();
  }

  private static List<String> sizes(SizeRule rule) {
    Stream<String> sizes =
        switch (rule) {
          case SizeRule.Listed listed -> listed.sizes().stream().map(ImageSize::toString);
          case SizeRule.Free _, SizeRule.Arithmetic _ ->
              SIZES.stream()
                  .filter(size ->
                      ImageSize.parse(size)
                          .filter(one -> rule.objection(one).isEmpty())
                          .isPresent());
        };
    return Stream.concat(sizes, rule.auto() ? Stream.of("auto") : Stream.empty()).toList();
  }

  private static List<String> leaving(List<String> words) {
    List<String> all = new ArrayList<>(List.of(""));
    all.addAll(words);
    return all;
  }

  private static List<String> numbers(long from, long to, long step) {
    return LongStream.iterate(from, number -> number <= to, number -> number + step)
        .mapToObj(Long::toString)
        .toList();
  }

  /// Whether anything may be typed in a place, and not only be chosen.
  public boolean typed(Slot slot) {
    return switch (slot.manner()) {
      case LINES, LINE, NUMBER -> true;
      case WORD ->
          switch (slot) {
            case MODEL -> true;
            case SIZE -> card == null || !(card.sizes() instanceof SizeRule.Listed);
            case STREAM, KEPT -> false;
            default -> card == null;
          };
    };
  }

  /// What stands in a place and may stand there; empty when nothing was said, or the chosen model
  /// does not take it.
  public String value(Slot slot) {
    String said = draft.text(slot);
    String text = slot.manner() == Slot.Manner.LINES ? said : said.strip();
    return typed(slot) || choices(slot).contains(text) ? text : "";
  }

  /// What holds in a place while nothing is said; empty when that is left to the provider.
  public String standard(Slot slot) {
    return switch (slot) {
      case MODEL -> house.defaults().model();
      case SIZE, QUALITY -> filled().parameters().text(slot.parameter()).orElse("");
      case COUNT -> "1";
      case STREAM -> Slot.NO;
      case KEPT -> house.promptKept() ? Slot.YES : Slot.NO;
      case PROMPT,
          FORMAT,
          COMPRESSION,
          BACKGROUND,
          STYLE,
          MODERATION,
          COMPLEXITY,
          FRAMES,
          FRAME_MILLIS,
          SEED,
          STEPS,
          PARTIAL,
          PICTURES,
          FIDELITY,
          MASK,
          MARKUP,
          MORE ->
          "";
    };
  }

  private ImageRequest filled() {
    return house
        .defaults()
        .fill(
            new ImageRequest(
                Operation.GENERATE, house.provider(), modelId(), "", Fields.NONE, List.of()),
            card);
  }

  /// The id of the chosen model.
  public String modelId() {
    return model(draft, house);
  }

  /// What is said in a place, or else what holds there.
  public String effective(Slot slot) {
    String value = value(slot);
    return value.isEmpty() ? standard(slot) : value;
  }

  /// Whether the log may hold the prompt.
  public boolean promptKept() {
    return effective(Slot.KEPT).equals(Slot.YES);
  }
}
