package dev.easel.app.tui.dashboard.update;

import static dev.easel.app.tui.dashboard.state.Scope.FORM;
import static dev.easel.app.tui.dashboard.state.Scope.OFFER;

import dev.easel.app.tui.dashboard.state.State;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The keys that make pictures: those that begin, and those of the form.
final class FormKeys {

  private FormKeys() {}

  /// Those of the tabs.
  static List<Binding> beginning() {
    return List.of(
        Binding.of("new", "n", "n", "make a new picture", Group.ACT, Scopes.TABS, Composing::open)
            .hinted("new"),
        Binding.of(
                "again",
                "r",
                "r",
                "run it again with the same parameters",
                Group.ACT,
                Scopes.LISTS,
                Repeating::again)
            .unless(Repeating::hindrance)
            .hinted("again"),
        Binding.of(
                "edit",
                "e",
                "e",
                "change it in the form, then run it",
                Group.ACT,
                Scopes.LISTS,
                Repeating::edit)
            .unless(Repeating::wordless)
            .hinted("edit"));
  }

  /// Those of the form, and of what waits for a word.
  static List<Binding> form() {
    return List.of(
        form("send", "ctrl-g", "Ctrl-g", "send it", Group.ACT, Sending::send).hinted("send"),
        form("next", "tab down enter", "Tab", "the next field", Group.MOVE, Composing::next)
            .hinted("next field"),
        form(
            "previous",
            "shift-tab up",
            "Shift-Tab",
            "the field before",
            Group.MOVE,
            Composing::previous),
        form("empty", "ctrl-r", "Ctrl-r", "empty the form", Group.ACT, Composing::reset)
            .hinted("empty"),
        form(
                "before",
                "ctrl-o",
                "Ctrl-o",
                "go to the earlier request that was the same",
                Group.FIND,
                Composing::goBefore)
            .unless(Composing::nothingBefore)
            .hinted("the same before"),
        form(
                "close-form",
                "escape ctrl-c",
                "Esc",
                "close, and keep what was typed",
                Group.APP,
                Composing::close)
            .hinted("close"),
        form("form-help", "f1", "F1", "the keys of where you are", Group.APP, Helping::open)
            .hinted("help"),
        Binding.of("take", "enter", "Enter", "send it", Group.ACT, Set.of(OFFER), Sending::take)
            .hinted("send it"));
  }

  private static Binding form(
      String id,
      String keys,
      String shown,
      String label,
      Group group,
      Function<State, Step> action) {
    return Binding.of(id, keys, shown, label, group, Set.of(FORM), action);
  }
}
