package dev.easel.app.tui.command;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// Keeps words with a minus in front, such as `-dusk` in a query, from being taken for options.
final class MinusWords implements IParameterPreprocessor {

  // A character for private use, which nobody types.
  private static final char MARK = '\ue000';

  @Override
  @SuppressWarnings("JdkObsolete") // picocli's own type
  public boolean preprocess(
      Stack<String> arguments,
      CommandSpec command,
      ArgSpec option,
      Map<String, Object> information) {
    String before = "";
    for (int next = arguments.size() - 1; next >= 0; next--) { // the next word is the last one
      String word = arguments.get(next);
      if (isTerm(word, command) && !takesValue(before, command)) {
        arguments.set(next, MARK + word.substring(1));
      }
      before = word;
    }
    return false;
  }

  private static boolean takesValue(String word, CommandSpec command) {
    return command.optionsMap().containsKey(word)
        && command.optionsMap().get(word).arity().min() > 0;
  }

  private static boolean isTerm(String word, CommandSpec command) {
    return word.matches("(?s)-[^-].*")
        && !word.matches("-n\\d+")
        && !command.optionsMap().containsKey(word);
  }

  /// The word as it was typed.
  static String typed(String word) {
    return word.replace(MARK, '-');
  }
}
