package dev.easel.app.tui.dashboard.state;

import dev.easel.app.tui.screen.KeyPress;
import dev.easel.domain.image.Nullable;
import java.util.List;

/// Something that lies over the tab and has the keys while it is on top.
public sealed interface Layer {

  /// Where its keys have their meaning.
  Scope scope();

  /// A line that is typed at the bottom.
  ///
  /// @param before the filter of before, which Esc brings back
  /// @param problem what is wrong with what is typed, one sentence; null when nothing is
  record Line(Purpose purpose, Field field, String before, @Nullable String problem)
      implements Layer {

    /// What it is for.
    public enum Purpose {
      /// A filter in the query language.
      FILTER("/"),
      /// A command.
      COMMAND(":"),
      /// Tags for the entry.
      TAGS("tags ");

      private final String sign;

      Purpose(String sign) {
        this.sign = sign;
      }

      /// What stands before it.
      public String sign() {
        return sign;
      }
    }

    /// With other text.
    public Line typed(Field other) {
      return new Line(purpose, other, before, null);
    }

    /// With a problem.
    public Line wrong(String sentence) {
      return new Line(purpose, field, before, sentence);
    }

    @Override
    public Scope scope() {
      return Scope.LINE;
    }
  }

  /// The keys of a scope.
  ///
  /// @param about whose keys
  /// @param search what is looked for among them
  /// @param chosen the index of the chosen one among those found
  record Help(Scope about, Field search, int chosen) implements Layer {
    @Override
    public Scope scope() {
      return Scope.HELP;
    }
  }

  /// Some things to choose from, or a question.
  ///
  /// @param lines what is to be known before
  /// @param chosen the index of the choice that Enter takes
  record Menu(String title, List<String> lines, List<Choice> choices, int chosen) implements Layer {

    /// Copies the lists.
    public Menu {
      lines = List.copyOf(lines);
      choices = List.copyOf(choices);
      chosen = Math.clamp(chosen, 0, Math.max(0, choices.size() - 1));
    }

    /// A question whose first choice is taken by Enter.
    public static Menu of(String title, List<String> lines, List<Choice> choices) {
      return new Menu(title, lines, choices, 0);
    }

    /// With another choice chosen.
    public Menu choosing(int other) {
      return new Menu(title, lines, choices, Math.floorMod(other, Math.max(1, choices.size())));
    }

    @Override
    public Scope scope() {
      return Scope.MENU;
    }
  }

  /// A choice.
  ///
  /// @param key takes it at once
  /// @param effects what follows; none to leave everything as it is
  record Choice(KeyPress key, String label, List<Effect> effects) {
    /// Copies the list.
    public Choice {
      effects = List.copyOf(effects);
    }
  }

  /// How the budgets stand, and how to raise them.
  ///
  /// @param first the index of the first line that is shown
  record BudgetSheet(int first) implements Layer {
    @Override
    public Scope scope() {
      return Scope.BUDGETS;
    }
  }

  /// What was told.
  ///
  /// @param first the index of the first line that is shown
  record MessageList(int first) implements Layer {
    @Override
    public Scope scope() {
      return Scope.MESSAGES;
    }
  }
}
