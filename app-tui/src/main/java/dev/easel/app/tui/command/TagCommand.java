package dev.easel.app.tui.command;

import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryFields;
import dev.easel.domain.usecase.MarkEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `easel tag`.
@Command(
    name = "tag",
    header = "Put tags on a request, or take them off.",
    sortOptions = false,
    preprocessor = MinusWords.class,
    footer = {
      "",
      "Examples:",
      "  easel tag a3f09c sea poster     put two on",
      "  easel tag a3f09c +sea -draft    put one on, take one off",
      "  easel log tag:sea",
    })
final class TagCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "ID", description = "The id, or its last six characters.")
  private String id = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "+TAG|-TAG",
      description = "Tags to put on, and with a minus to take off; none lists them.")
  private final List<String> words = new ArrayList<>();

  TagCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Set<String> add = new HashSet<>();
    Set<String> remove = new HashSet<>();
    for (String word : words.stream().map(MinusWords::typed).toList()) {
      (word.startsWith("-") ? remove : add).add(word.replaceFirst("^[+-]", ""));
    }
    Entry entry = Lookup.entry(session, id);
    Entry marked = words.isEmpty() ? entry : marked(entry, add, remove);
    if (session.json()) {
      session.print(EntryFields.of(marked));
    } else {
      String tags = marked.tags().isEmpty() ? "no tags" : String.join(" ", marked.tags());
      session.print(marked.id().shortForm() + ": " + tags);
    }
    return ExitCode.DONE;
  }

  private Entry marked(Entry entry, Set<String> add, Set<String> remove) {
    try {
      MarkEntry.Marks marks = new MarkEntry.Marks(null, add, remove);
      return new MarkEntry(session.log()).mark(entry, marks);
    } catch (IllegalArgumentException wrong) {
      throw CommandFailure.wrong(String.valueOf(wrong.getMessage()));
    }
  }
}
