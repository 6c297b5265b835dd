package dev.easel.app.tui.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `easel completion`.
@Command(
    name = "completion",
    header = "Print the completion script for bash and zsh.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  source <(easel completion)",
      "  easel completion > ~/.local/share/bash-completion/completions/easel",
    })
final class CompletionCommand implements Callable<Integer> {

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.print(AutoComplete.bash("easel", spec.root().commandLine()).stripTrailing());
    return ExitCode.DONE;
  }
}
