package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Field;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Options;
import dev.easel.app.tui.dashboard.state.Range;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.screen.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The commands of the command line.
public final class Commands {

  /// A command.
  ///
  /// @param arguments what follows its name, as help writes it
  /// @param completions words that may follow its name
  /// @param run does it, or throws [Instructions.Wrong]
  public record Command(
      String name,
      String arguments,
      String label,
      List<String> completions,
      BiFunction<State, String, Step> run) {
    /// Copies the list.
    public Command {
      completions = List.copyOf(completions);
    }
  }

  private static final List<Command> ALL =
      List.of(
          new Command(
              "range",
              "1h|24h|7d|30d|all",
              "how far back to look",
              words(Range.values(), Range::word),
              Instructions::range),
          new Command("filter", "QUERY", "show only what matches", List.of(), Instructions::filter),
          new Command(
              "sort",
              "time|cost|latency [up]",
              "the order of the requests",
              List.of("time", "cost", "latency"),
              Instructions::sort),
          new Command(
              "settle",
              "AMOUNT",
              "an unknown request was charged this much",
              List.of(),
              Instructions::settle),
          new Command(
              "raise",
              "day|month|CALLER DOLLARS",
              "raise a budget until it ends",
              List.of("day", "month"),
              Instructions::raise),
          new Command(
              "export",
              "FILE.jsonl|.json|.csv",
              "write the marked requests, or all that are listed, to a file",
              List.of(),
              Instructions::export),
          new Command(
              "theme",
              "terminal|dark|light",
              "which colours",
              words(Theme.Name.values(), Theme.Name::name),
              Instructions::theme),
          new Command(
              "image",
              "auto|half|kitty|iterm2|none",
              "how pictures are shown",
              words(Options.PictureMode.values(), Options.PictureMode::name),
              Instructions::image),
          new Command(
              "mouse",
              "on|off",
              "whether clicks and the wheel are listened to",
              List.of("on", "off"),
              Instructions::mouse),
          new Command(
              "messages",
              "",
              "what was told",
              List.of(),
              (state, _) -> Step.to(state.under(new Layer.MessageList(0)))),
          new Command(
              "retry",
              "",
              "try to reach the provider now",
              List.of(),
              (state, _) -> Step.to(state, new Effect.Probe())),
          new Command("help", "", "the keys", List.of(), (state, _) -> Helping.open(state)),
          new Command("q", "", "quit", List.of(), (state, _) -> Leaving.quit(state)));

  private Commands() {}

  /// The words for values, in small letters.
  static <T> List<String> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).map(word).map(one -> one.toLowerCase(Locale.ROOT)).toList();
  }

  /// All commands, in the order in which help lists them.
  public static List<Command> all() {
    return ALL;
  }

  /// Does what was typed, or says what is wrong with it.
  static Step accept(State state, Layer.Line line) {
    String typed = line.field().text().strip();
    if (typed.isEmpty()) {
      return Step.to(state.with(state.layers().less()));
    }
    String name = typed.split("\\s+", 2)[0];
    String arguments = typed.substring(name.length()).strip();
    try {
      Command command = named(name);
      return command.run().apply(state.with(state.layers().less()), arguments);
    } catch (Instructions.Wrong wrong) {
      return Step.to(
          state.with(state.layers().topped(line.wrong(String.valueOf(wrong.getMessage())))));
    }
  }

  private static Command named(String name) {
    String folded = name.equals("quit") ? "q" : name;
    List<Command> fitting =
        ALL.stream().filter(command -> command.name().startsWith(folded)).toList();
    return ALL.stream()
        .filter(command -> command.name().equals(folded))
        .findFirst()
        .or(() -> fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty())
        .orElseThrow(() ->
            new Instructions.Wrong("there is no command '" + name + "'; there are " + names()));
  }

  private static String names() {
    return String.join(", ", ALL.stream().map(Command::name).toList());
  }

  /// What could stand in the line, for the word that is being typed.
  public static List<String> completions(String typed) {
    int space = typed.indexOf(' ');
    if (space < 0) {
      return ALL.stream().map(Command::name).filter(name -> name.startsWith(typed)).toList();
    }
    String name = typed.substring(0, space);
    String begun = typed.substring(space + 1).stripLeading();
    return ALL.stream()
        .filter(command -> command.name().equals(name))
        .flatMap(command -> command.completions().stream())
        .filter(word -> word.startsWith(begun))
        .map(word -> name + " " + word)
        .toList();
  }

  /// Completes the line as far as there is only one way to go on.
  static Step complete(State state, Layer.Line line) {
    List<String> fitting = completions(line.field().text());
    if (fitting.isEmpty()) {
      return Step.to(state);
    }
    String common = common(fitting);
    String text = fitting.size() == 1 && !common.contains(" ") ? common + " " : common;
    return Step.to(state.with(state.layers().topped(line.typed(Field.of(text)))));
  }

  /// With what all the words begin.
  static String common(List<String> words) {
    return words.stream().reduce(Commands::common).orElse("");
  }

  private static String common(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return one.substring(0, length);
  }
}
