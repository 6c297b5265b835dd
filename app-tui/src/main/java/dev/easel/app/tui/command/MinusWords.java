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
    arguments.replaceAll(word -> isTerm(word, command) ? MARK + word.substring(1) : word);
    return false;
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
