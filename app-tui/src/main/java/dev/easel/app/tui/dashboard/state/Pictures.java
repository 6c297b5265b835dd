package dev.easel.app.tui.dashboard.state;

import dev.easel.app.tui.picture.Preview;
import dev.easel.app.tui.picture.Wanted;
import dev.easel.domain.image.Nullable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The pictures that are to be seen.
///
/// @param wanted what is to be seen now, what matters most first
/// @param since when that last became other pictures
/// @param drawing what is being read, null when nothing is
/// @param shown what was read lately, what was read last at the end
public record Pictures(
    List<Wanted> wanted, Instant since, @Nullable Wanted drawing, Map<Wanted, Preview> shown)
    implements Part {

  /// Before anything was to be seen.
  public static final Pictures NONE = new Pictures(List.of(), Instant.EPOCH, null, Map.of());

  /// So long other pictures must be wanted before they are read, so that nobody waits for those
  /// that were passed by.
  private static final Duration STILL = Duration.ofMillis(80);

  private static final int MOST = 96;

  /// Copies the collections.
  public Pictures {
    wanted = List.copyOf(wanted);
    shown = Collections.unmodifiableMap(new LinkedHashMap<>(shown));
  }

  /// With other pictures to be seen.
  public Pictures wanting(List<Wanted> other, Instant now) {
    if (other.equals(wanted)) {
      return this;
    }
    return new Pictures(other, names(other).equals(names(wanted)) ? since : now, drawing, shown);
  }

  private static List<String> names(List<Wanted> wanted) {
    return wanted.stream().map(Wanted::sha256).toList();
  }

  /// What is to be read now, if anything.
  public Optional<Wanted> next(Instant now) {
    return drawing != null || now.isBefore(since.plus(STILL)) ? Optional.empty() : missing();
  }

  private Optional<Wanted> missing() {
    return wanted.stream().filter(one -> !shown.containsKey(one)).findFirst();
  }

  /// How long it is until something is to be read, if anything waits for that.
  public Optional<Duration> pause(Instant now) {
    return drawing == null && missing().isPresent()
        ? Optional.of(Duration.between(now, since.plus(STILL)))
        : Optional.empty();
  }

  /// While something is being read.
  public Pictures drawing(Wanted one) {
    return new Pictures(wanted, since, one, shown);
  }

  /// After something was read.
  public Pictures drawn(Wanted one, Preview preview) {
    Map<Wanted, Preview> more = new LinkedHashMap<>(shown);
    more.remove(one);
    more.put(one, preview);
    Iterator<Wanted> oldest = more.keySet().iterator();
    while (more.size() > MOST && oldest.hasNext()) {
      if (!wanted.contains(oldest.next())) {
        oldest.remove();
      }
    }
    return new Pictures(wanted, since, null, more);
  }

  /// Without what is known of pictures that may have changed.
  public Pictures without(Set<String> names) {
    Map<Wanted, Preview> fewer = new LinkedHashMap<>(shown);
    fewer.keySet().removeIf(one -> names.contains(one.sha256()));
    return new Pictures(wanted, since, drawing, fewer);
  }

  /// What there is to show: what is wanted, or else the same picture as it was last read.
  public Optional<Preview> preview(Wanted one) {
    Preview exact = shown.get(one);
    return exact == null ? similar(one) : Optional.of(exact);
  }

  private Optional<Preview> similar(Wanted one) {
    return shown.entrySet().stream()
        .filter(each -> each.getKey().sha256().equals(one.sha256()))
        .reduce((_, last) -> last)
        .map(Map.Entry::getValue);
  }
}
