package dev.easel.app.tui.dashboard.state;

import dev.easel.app.tui.picture.Wanted;
import dev.easel.app.tui.screen.KeyPress;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.usecase.Explanation;
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

  /// One request, with all that is known of it.
  ///
  /// @param explanation why it costs what it costs, null while that is not known
  /// @param sight the number of the picture that is shown, round and round
  /// @param first the index of the first line that is shown
  /// @param raw whether it is shown as JSON
  record Detail(Entry entry, @Nullable Explanation explanation, int sight, int first, boolean raw)
      implements Layer {

    /// One that was just opened.
    public static Detail of(Entry entry) {
      return new Detail(entry, null, 0, 0, false);
    }

    /// With its explanation.
    public Detail explained(Explanation other) {
      return new Detail(entry, other, sight, first, raw);
    }

    /// With another picture.
    public Detail seeing(int other) {
      return new Detail(entry, explanation, other, first, raw);
    }

    /// From another line on.
    public Detail from(int other) {
      return new Detail(entry, explanation, sight, other, raw);
    }

    /// In words, or as JSON, from its beginning.
    public Detail raw(boolean other) {
      return new Detail(entry, explanation, sight, 0, other);
    }

    /// The same request after it changed.
    public Detail about(Entry other) {
      return new Detail(other, explanation, sight, first, raw);
    }

    @Override
    public Scope scope() {
      return Scope.DETAIL;
    }
  }

  /// One picture.
  ///
  /// @param sight its number among those of the entry, round and round
  record Picture(Entry entry, int sight, Wanted.Scale scale) implements Layer {

    /// One that was just opened.
    public static Picture of(Entry entry, int sight) {
      return new Picture(entry, sight, new Wanted.Scale.Fit());
    }

    /// Another picture.
    public Picture seeing(int other) {
      return of(entry, other);
    }

    /// In another scale.
    public Picture scaled(Wanted.Scale other) {
      return new Picture(entry, sight, other);
    }

    /// The same picture after its request changed.
    public Picture about(Entry other) {
      return new Picture(other, sight, scale);
    }

    @Override
    public Scope scope() {
      return Scope.PICTURE;
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

  /// A new request.
  ///
  /// @param focus the place that is filled in
  /// @param asked the number of the last question about it
  /// @param answered the number of the question that `answer` or `trouble` belongs to
  /// @param answer what is known of it, null while nothing is
  /// @param trouble why nothing is known of it, null when something is
  /// @param sending whether it is to be sent as soon as the last question is answered
  record Form(
      Draft draft,
      Slot focus,
      long asked,
      long answered,
      @Nullable Assessment answer,
      @Nullable String trouble,
      boolean sending)
      implements Layer {

    /// One that was just opened.
    public static Form of(Draft draft) {
      return new Form(draft, Slot.PROMPT, 0, 0, null, null, false);
    }

    /// With another draft.
    public Form drawn(Draft other) {
      return new Form(other, focus, asked, answered, answer, trouble, false);
    }

    /// With the focus elsewhere.
    public Form at(Slot other) {
      return new Form(draft, other, asked, answered, answer, trouble, sending);
    }

    /// After a question.
    public Form asking(long number, boolean thenSend) {
      return new Form(draft, focus, number, answered, answer, trouble, thenSend);
    }

    /// After the answer to the last question.
    public Form answered(Assessment other) {
      return new Form(draft, focus, asked, asked, other, null, sending);
    }

    /// After the last question could not be answered.
    public Form troubled(String sentence) {
      return new Form(draft, focus, asked, asked, null, sentence, false);
    }

    /// Not to be sent any more.
    public Form waiting() {
      return new Form(draft, focus, asked, answered, answer, trouble, false);
    }

    /// Whether the last question has been answered.
    public boolean current() {
      return asked == answered;
    }

    @Override
    public Scope scope() {
      return Scope.FORM;
    }
  }

  /// A request that only waits for a word.
  ///
  /// @param draft what the form began with, null when it is none of the form's
  /// @param promptKept whether the log may hold the prompt
  record Offer(String title, Assessment assessment, @Nullable Draft draft, boolean promptKept)
      implements Layer {
    @Override
    public Scope scope() {
      return Scope.OFFER;
    }
  }
}
