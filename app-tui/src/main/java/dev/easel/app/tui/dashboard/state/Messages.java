package dev.easel.app.tui.dashboard.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the user was told, the newest first, at most fifty.
///
/// @param seen whether a key was pressed since the newest came
public record Messages(List<Message> recent, boolean seen) implements Part {

  private static final int MOST = 50;

  /// None.
  public static final Messages NONE = new Messages(List.of(), true);

  /// Copies the list.
  public Messages {
    recent = List.copyOf(recent);
  }

  /// One more.
  public Messages with(Message message) {
    List<Message> more = new ArrayList<>(recent);
    more.addFirst(message);
    return new Messages(more.subList(0, Math.min(MOST, more.size())), false);
  }

  /// After a key was pressed: an error has been read.
  public Messages read() {
    return new Messages(recent, true);
  }

  /// The one to be shown now.
  public Optional<Message> shown(Instant now) {
    return recent.stream()
        .findFirst()
        .filter(message -> message.visible(now))
        .filter(message -> !(seen && message.severity() == Message.Severity.ERROR));
  }
}
