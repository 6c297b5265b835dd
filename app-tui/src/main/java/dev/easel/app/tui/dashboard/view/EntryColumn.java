package dev.easel.app.tui.dashboard.view;

import dev.easel.app.tui.screen.Role;
import dev.easel.app.tui.text.Cells;
import dev.easel.app.tui.text.Figures;
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
      return new Text(VisibleText.line(entry.model()), Role.TEXT);
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
  COST("cost", 9, true, 0) {
    @Override
    Text text(Entry entry, Scene scene) {
      return CostLook.of(entry);
    }
  },
  SECONDS("time", 7, true, 1) {
    @Override
    Text text(Entry entry, Scene scene) {
      Long micros = entry.latencyMicros();
      if (micros != null) {
        return new Text(Figures.micros(micros), Role.TEXT);
      }
      return entry.finished()
          ? new Text("", Role.TEXT)
          : new Text(
              Figures.duration(Duration.between(entry.timestamp(), scene.now())), Role.RUNNING);
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

  /// Those for which there is room; the most dispensable go first.
  static List<EntryColumn> fitting(int room) {
    List<EntryColumn> columns = new ArrayList<>(List.of(values()));
    for (int spare = 5; spare > 0 && taken(columns) > room; spare--) {
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
