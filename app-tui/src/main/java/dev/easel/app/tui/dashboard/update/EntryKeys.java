package dev.easel.app.tui.dashboard.update;

import java.util.List;

/// The keys that act on the chosen entry, or on the marked ones.
final class EntryKeys {

  private EntryKeys() {}

  /// All of them.
  static List<Binding> all() {
    return List.of(
        Binding.of(
                "mark",
                "space",
                "Space",
                "mark it, or take the mark off",
                Group.ACT,
                Scopes.LISTED,
                Marking::mark)
            .unless(Subject::missing),
        Binding.of(
                "star",
                "*",
                "*",
                "put a star on, or take it off",
                Group.ACT,
                Scopes.LISTS,
                Marking::star)
            .unless(Subject::missing),
        Binding.of("tags", "#", "#", "tags", Group.ACT, Scopes.LISTS, Marking::tags)
            .unless(Subject::missing),
        Binding.of(
                "copy",
                "y",
                "y",
                "copy id, prompt, command, …",
                Group.ACT,
                Scopes.LISTS,
                Marking::copy)
            .unless(Subject::missing)
            .hinted("copy"),
        Binding.of(
                "open",
                "o",
                "o",
                "open the picture in the system's viewer",
                Group.ACT,
                Scopes.LISTS,
                Marking::open)
            .unless(Marking::pictureless),
        Binding.of(
                "settle",
                "$",
                "$",
                "settle what is unknown",
                Group.ACT,
                Scopes.LISTS,
                Marking::settle)
            .unless(Marking::settled),
        Binding.of(
                "cancel",
                "c",
                "c",
                "cancel a request that is under way",
                Group.ACT,
                Scopes.LISTS,
                Working::askToCancel)
            .unless(Working::nothingToCancel),
        Binding.of(
                "export",
                "x",
                "x",
                "export what is marked, or all that is listed",
                Group.ACT,
                Scopes.LISTED,
                Marking::export)
            .hinted("export"),
        Binding.of(
                "delete",
                "d",
                "d",
                "delete the pictures; the entries stay",
                Group.ACT,
                Scopes.LISTS,
                Marking::delete)
            .unless(Marking::pictureless));
  }
}
