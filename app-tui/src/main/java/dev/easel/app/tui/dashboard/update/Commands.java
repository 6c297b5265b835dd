package dev.easel.app.tui.dashboard.update;

import dev.easel.app.tui.dashboard.state.Effect;
import dev.easel.app.tui.dashboard.state.Field;
import dev.easel.app.tui.dashboard.state.Layer;
import dev.easel.app.tui.dashboard.state.Listing;
import dev.easel.app.tui.dashboard.state.Options;
import dev.easel.app.tui.dashboard.state.Range;
import dev.easel.app.tui.dashboard.state.State;
import dev.easel.app.tui.export.ExportFormat;
import dev.easel.app.tui.screen.Theme;
import dev.easel.domain.cost.BudgetPeriod;
import dev.easel.domain.cost.Money;
import dev.easel.domain.image.Operation;
import dev.easel.domain.ledger.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/// The commands of the command line.
public final class Commands {

  /// A command.
  ///
  /// @param arguments what follows its name, as help writes it
  /// @param completions words that may follow its name
  /// @param run does it, or throws [Wrong]
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

  /// A command that cannot be done as it was typed; the message is one sentence.
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message, null, false, false);
    }
  }

  private static final List<Command> ALL =
      List.of(
          new Command(
              "range",
              "1h|24h|7d|30d|all",
              "how far back to look",
              words(Range.values(), Range::word),
              Commands::range),
          new Command("filter", "QUERY", "show only what matches", List.of(), Commands::filter),
          new Command(
              "sort",
              "time|cost|latency [up]",
              "the order of the requests",
              List.of("time", "cost", "latency"),
              Commands::sort),
          new Command(
              "settle",
              "AMOUNT",
              "an unknown request was charged this much",
              List.of(),
              Commands::settle),
          new Command(
              "raise",
              "day|month|CALLER DOLLARS",
              "raise a budget until it ends",
              List.of("day", "month"),
              Commands::raise),
          new Command(
              "export",
              "FILE.jsonl|.json|.csv",
              "write the marked requests, or all that are listed, to a file",
              List.of(),
              Commands::export),
          new Command(
              "theme",
              "terminal|dark|light",
              "which colours",
              words(Theme.Name.values(), Theme.Name::name),
              Commands::theme),
          new Command(
              "image",
              "auto|half|kitty|iterm2|none",
              "how pictures are shown",
              words(Options.PictureMode.values(), Options.PictureMode::name),
              Commands::image),
          new Command(
              "mouse",
              "on|off",
              "whether clicks and the wheel are listened to",
              List.of("on", "off"),
              Commands::mouse),
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

  private static <T> List<String> words(T[] values, java.util.function.Function<T, String> word) {
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
    } catch (Wrong wrong) {
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
        .orElseThrow(() -> new Wrong("there is no command '" + name + "'; there are " + names()));
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

  private static Step range(State state, String word) {
    return Arrays.stream(Range.values())
        .filter(range -> range.word().equals(word))
        .findFirst()
        .map(range -> Places.over(state, range))
        .orElseThrow(() -> new Wrong("a range is 1h, 24h, 7d, 30d or all, not '" + word + "'"));
  }

  private static Step filter(State state, String query) {
    Layer.Line line = new Layer.Line(Layer.Line.Purpose.FILTER, Field.of(query), "", null);
    return Filtering.accept(Filtering.open(state).state(), line);
  }

  private static Step sort(State state, String arguments) {
    String[] words = arguments.split("\\s+", -1);
    boolean up = words.length == 2 && words[1].equals("up");
    return Arrays.stream(Listing.Order.values())
        .filter(order -> order.column().equals(words[0]) && order.down() != up)
        .findFirst()
        .filter(_ -> words.length == 1 || up)
        .map(order -> Reading.first(Lists.change(state, listing -> listing.ordered(order))))
        .orElseThrow(() -> new Wrong("sort by time, cost or latency, with 'up' behind it or not"));
  }

  private static Step settle(State state, String amount) {
    Entry entry =
        Subject.of(state)
            .filter(Entry::settleable)
            .orElseThrow(
                () -> new Wrong("only what is unknown, or of unknown cost, can be settled"));
    return Step.to(state, new Effect.Settle(entry, dollars(amount)));
  }

  private static Step raise(State state, String arguments) {
    String[] words = arguments.split("\\s+", -1);
    if (words.length != 2) {
      throw new Wrong("raise day DOLLARS, raise month DOLLARS, or raise CALLER DOLLARS");
    }
    Money amount = dollars(words[1]);
    return Step.to(
        state,
        switch (words[0]) {
          case "day" -> new Effect.Raise(BudgetPeriod.DAY, null, amount);
          case "month" -> new Effect.Raise(BudgetPeriod.MONTH, null, amount);
          default -> new Effect.Raise(BudgetPeriod.DAY, words[0], amount);
        });
  }

  private static Money dollars(String text) {
    try {
      Money amount = Money.ofUsd(text.startsWith("$") ? text.substring(1) : text);
      if (amount.compareTo(Money.ZERO) >= 0) {
        return amount;
      }
    } catch (ArithmeticException | NumberFormatException _) {
      // told below
    }
    throw new Wrong("an amount is dollars such as 0.04, not '" + text + "'");
  }

  private static Step export(State state, String file) {
    if (!file.matches("(?s).+\\.(jsonl|json|csv)")) {
      throw new Wrong("a file's name ends with .jsonl, .json or .csv");
    }
    Listing listing = state.requests().listing();
    String query = listing.marked().isEmpty() ? state.place().range().with(listing.filter()) : "";
    ExportFormat format = ExportFormat.ofFile(file, false);
    return Step.to(state, new Effect.Export(query, listing.marked(), format, file));
  }

  private static Step theme(State state, String word) {
    Theme.Name name = one(Theme.Name.values(), Theme.Name::name, "theme", word);
    return Step.to(state.with(state.options().themed(name)), new Effect.UseTheme(name));
  }

  private static Step image(State state, String word) {
    Options.PictureMode mode =
        one(Options.PictureMode.values(), Options.PictureMode::name, "image", word);
    return Step.to(state.with(state.options().pictures(mode)), new Effect.UsePictures(mode))
        .and(Showing.REDRAW);
  }

  private static Step mouse(State state, String word) {
    boolean wanted = word.equals("on");
    if (!wanted && !word.equals("off")) {
      throw new Wrong("mouse on, or mouse off");
    }
    return Step.to(state.with(state.options().mouse(wanted)), new Effect.UseMouse(wanted));
  }

  private static <T> T one(
      T[] values, java.util.function.Function<T, String> name, String what, String word) {
    return Arrays.stream(values)
        .filter(value -> name.apply(value).toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Wrong(what + " is one of " + String.join(", ", words(values, name))));
  }

  /// The shell command that makes an entry again.
  static String again(Entry entry) {
    String command = entry.operation() == Operation.EDIT ? "edit" : "generate";
    StringBuilder line = new StringBuilder("easel ").append(command);
    line.append(" --model ").append(quoted(entry.model()));
    entry.requested().text("size").ifPresent(size -> line.append(" --size ").append(quoted(size)));
    entry
        .requested()
        .text("quality")
        .ifPresent(quality -> line.append(" --quality ").append(quoted(quality)));
    entry.requested().whole("n").ifPresent(n -> line.append(" -n ").append(n));
    return line.append(" -- ").append(quoted(entry.prompt())).toString();
  }

  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
