package dev.easel.app.tui.command;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// Keeps tags to take off, which look like options, from being taken for some.
final class TagWords implements IParameterPreprocessor {

  /// Stands for the minus sign while picocli looks; no tag has it.
  static final String MINUS = "~";

  @Override
  @SuppressWarnings("JdkObsolete") // picocli's own type
  public boolean preprocess(
      Stack<String> arguments,
      CommandSpec command,
      ArgSpec option,
      Map<String, Object> information) {
    arguments.replaceAll(word ->
        word.matches("-[^-].*") && !word.equals("-h") && !word.equals("-V")
            ? MINUS + word.substring(1)
            : word);
    return false;
  }
}
