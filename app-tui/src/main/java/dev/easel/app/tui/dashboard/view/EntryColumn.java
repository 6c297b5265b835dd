package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
import dev.easel.app.tui.text.ModelWord;
import dev.easel.app.tui.text.VisibleText;
import dev.easel.domain.ledger.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A column of a list of entries.
enum EntryColumn {
  WHEN("when", 11, false, 0) {
    @Override
    Text text(Entry entry, Scene scene) {
      return new Text(scene.moment(entry.timestamp()), Role.TEXT);
    }
  },
  STATE("state", 10, false, 0) {
    @Override
    Text text(Entry entry, Scene scene) {
      return StateLook.of(entry);
    }
  },
  MODEL("model", 18, false, 0) {
    @Override
    Text text(Entry entry, Scene scene) {
      return new Text(ModelWord.of(entry.model()), Role.TEXT);
    }
  },
  BRIEF_MODEL("model", 12, false, 0) {
    @Override
    Text text(Entry entry, Scene scene) {
      return new Text(ModelWord.brief(entry.model()), Role.TEXT);
    }
  },
  SIZE("size", 9, false, 2) {
    @Override
    Text text(Entry entry, Scene scene) {
      return new Text(VisibleText.line(entry.size().orElse("")), Role.TEXT);
    }
  },
  QUALITY("quality", 7, false, 3) {
    @Override
    Text text(Entry entry, Scene scene) {
      return new Text(VisibleText.line(entry.quality().orElse("")), Role.TEXT);
    }
  },
  FORMAT("format", 6, false, 5) {
    @Override
    Text text(Entry entry, Scene scene) {
      return new Text(VisibleText.line(entry.format().orElse("")), Role.MUTED);
    }
  },
  COST("cost", 8, true, 0) {
    @Override
    Text text(Entry entry, Scene scene) {
      return CostLook.of(entry);
    }
  },
  SECONDS("time", 6, true, 1) {
    @Override
    Text text(Entry entry, Scene scene) {
      Long micros = entry.latencyMicros();
      if (micros != null) {
        return new Text(brief(Duration.ofNanos(micros * 1_000)), Role.TEXT);
      }
      return entry.finished()
          ? new Text("", Role.TEXT)
          : new Text(brief(Duration.between(entry.timestamp(), scene.now())), Role.RUNNING);
    }
  },
  CALLER("caller", 10, false, 4) {
    @Override
    Text text(Entry entry, Scene scene) {
      return new Text(VisibleText.line(Optional.ofNullable(entry.caller()).orElse("")), Role.MUTED);
    }
  },
  WORDS("prompt", 400, false, 0) {
    @Override
    Text text(Entry entry, Scene scene) {
      return PromptLook.of(entry);
    }
  };

  private static final int WORDS_LEAST = 14;

  private final String title;
  private final int width;
  private final boolean right;
  private final int spare;

  EntryColumn(String title, int width, boolean right, int spare) {
    this.title = title;
    this.width = width;
    this.right = right;
    this.spare = spare;
  }

  /// What stands in it, and how it looks.
  record Text(String words, Role role) {}

  abstract Text text(Entry entry, Scene scene);

  /// How many cells it takes at most.
  int width() {
    return width;
  }

  /// Its name, within `room` cells.
  String heading(int room) {
    return fitted(title, Math.min(width, room));
  }

  /// Text in its cells: at the side where it belongs.
  String fitted(String text, int room) {
    String shown = Cells.shortened(text, Math.max(0, room));
    return right ? Cells.aligned(shown, room) : Cells.padded(shown, room);
  }

  /// A duration in six cells: `840 ms`, `18.3 s`, `205 s`, `15 min`, `3 h`.
  static String brief(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return Figures.duration(duration);
    }
    return seconds < 600
        ? seconds + " s"
        : seconds < 36_000 ? seconds / 60 + " min" : seconds / 3_600 + " h";
  }

  /// Those of the entries for which there is room; the most dispensable go first, and the names of
  /// models get shorter.
  static List<EntryColumn> fitting(List<Entry> entries, int room) {
    List<EntryColumn> columns = new ArrayList<>(List.of(values()));
    columns.remove(BRIEF_MODEL);
    if (entries.stream().allMatch(entry -> entry.caller() == null)) {
      columns.remove(CALLER);
    }
    for (int spare = 5; spare > 2 && taken(columns) > room; spare--) {
      int least = spare;
      columns.removeIf(column -> column.spare >= least);
    }
    if (taken(columns) > room) {
      columns.replaceAll(column -> column == MODEL ? BRIEF_MODEL : column);
    }
    for (int spare = 2; spare > 0 && taken(columns) > room; spare--) {
      int least = spare;
      columns.removeIf(column -> column.spare >= least);
    }
    return columns;
  }

  private static int taken(List<EntryColumn> columns) {
    return columns.stream()
        .mapToInt(column -> (column == WORDS ? WORDS_LEAST : column.width) + 1)
        .sum();
  }
}
