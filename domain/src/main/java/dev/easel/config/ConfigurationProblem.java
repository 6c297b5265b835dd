package dev.easel.config;

import java.util.List;

/// A configuration that cannot be used, with everything that is wrong with it.
public final class ConfigurationProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final transient List<String> problems;

  /// All problems, at least one, a sentence each.
  public ConfigurationProblem(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /// The problems, a sentence each.
  public List<String> problems() {
    return problems;
  }
}
