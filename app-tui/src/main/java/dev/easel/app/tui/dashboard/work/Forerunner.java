package dev.easel.app.tui.dashboard.work;

import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.Upload;
import dev.easel.domain.ledger.Entry;
import dev.easel.domain.ledger.EntryState;
import dev.easel.domain.ledger.Input;
import dev.easel.domain.ledger.Words;
import dev.easel.domain.usecase.BrowseLog;
import java.util.List;
import java.util.Locale;

/// Finds the newest entry of the same prompt, parameters and pictures, among the newest hundred
/// whose prompt begins alike.
final class Forerunner {

  private static final int LOOKED_AT = 100;
  private static final int WORDS = 8;

  private final BrowseLog browsing;

  Forerunner(BrowseLog browsing) {
    this.browsing = browsing;
  }

  /// The entry that went before a request, null when there is none.
  ///
  /// @param request with its defaults filled in
  @Nullable
  Entry of(ImageRequest request) {
    return browsing.page(query(request), LOOKED_AT, null).entries().stream()
        .filter(entry -> same(entry, request))
        .findFirst()
        .orElse(null);
  }

  private static String query(ImageRequest request) {
    List<String> words = Words.of(request.prompt()).stream().limit(WORDS).toList();
    String model = "model:\"" + request.model().replace("\"", "") + "\"";
    return words.isEmpty() ? model : model + " \"" + String.join(" ", words) + "\"";
  }

  private static boolean same(Entry entry, ImageRequest request) {
    return entry.state() != EntryState.RELEASED
        && entry.operation() == request.operation()
        && entry.provider().equals(request.provider())
        && entry.model().equals(request.model())
        && entry.prompt().equals(request.prompt())
        && entry.requested().equals(request.parameters().withoutNulls())
        && pictures(entry).equals(pictures(request));
  }

  private static List<String> pictures(Entry entry) {
    return entry.inputs().stream().map(Forerunner::named).toList();
  }

  private static String named(Input input) {
    return input.role() + " " + input.sha256();
  }

  private static List<String> pictures(ImageRequest request) {
    return request.uploads().stream().map(Forerunner::named).toList();
  }

  private static String named(Upload upload) {
    return upload.role().name().toLowerCase(Locale.ROOT) + " " + upload.sha256();
  }
}
