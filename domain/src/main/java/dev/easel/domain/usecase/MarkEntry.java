package dev.easel.domain.usecase;

import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Quotation;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.GenerationLog;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Puts a star and tags on an entry, and takes them off.
public final class MarkEntry {

  private final GenerationLog log;

  /// Puts the use case together.
  public MarkEntry(GenerationLog log) {
    this.log = log;
  }

  /// What is to change.
  ///
  /// @param star whether there is a star afterwards; null leaves it as it is
  /// @param add tags to put on; a tag is a word of letters, digits, `-`, `_`, `.`
  /// @param remove tags to take off
  public record Marks(@Nullable Boolean star, Set<String> add, Set<String> remove) {
    /// Copies the tags and checks those to add.
    ///
    /// @throws IllegalArgumentException when a tag is no such word or longer than 64 characters
    public Marks {
      add = Set.copyOf(add);
      remove = Set.copyOf(remove);
      for (String tag : add) {
        if (!tag.matches("[\\p{L}\\p{N}_.-]{1,64}")) {
          throw new IllegalArgumentException(
              "a tag is up to 64 letters, digits, '-', '_' or '.', and '"
                  + Quotation.shown(tag)
                  + "' is not");
        }
      }
    }
  }

  /// The entry with its marks changed.
  public Entry mark(Entry entry, Marks marks) {
    SortedSet<String> tags = new TreeSet<>(entry.tags());
    tags.addAll(marks.add());
    tags.removeAll(marks.remove());
    boolean star = Objects.requireNonNullElse(marks.star(), entry.star());
    return log.mark(entry.id(), star, tags).orElse(entry);
  }
}
