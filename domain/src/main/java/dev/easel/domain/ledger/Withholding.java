package dev.easel.domain.ledger;

import dev.easel.domain.image.Envelope;
import dev.easel.domain.image.Failure;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.ImageRequest;
import dev.easel.domain.image.Nullable;
import dev.easel.domain.image.RequestRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes out of what goes into a log whatever may quote the prompt of one request.
///
/// Numbers stay, and so do sizes and the API's own words. Of other text only single words stay that
/// the prompt does not hold; sentences never do. A parameter that is none of the API's may be a
/// prompt by another name: of such ones only numbers and flags stay.
final class Withholding {

  private static final Pattern WORD = Pattern.compile("\\p{Alnum}[\\p{Alnum}._:/-]{0,63}");
  private static final Pattern ESCAPED = Pattern.compile("(?:%\\p{XDigit}{2})+");
  private static final Pattern SIZE = Pattern.compile("\\d{1,5}x\\d{1,5}");
  private static final Set<String> VOCABULARY =
      Set.of(
          "auto",
          "low",
          "medium",
          "high",
          "standard",
          "hd",
          "png",
          "jpeg",
          "webp",
          "transparent",
          "opaque",
          "vivid",
          "natural",
          "url",
          "b64_json");

  private static final Set<String> PARAMETERS =
      Stream.concat(RequestRules.PARAMETERS.stream(), Stream.of("seed", "steps", "user"))
          .collect(Collectors.toUnmodifiableSet());

  /// So many words of the prompt in a row are a quotation.
  private static final int QUOTATION = 3;

  private final List<String> prompt;
  private final Set<String> words;
  private final Set<String> names;

  private Withholding(List<String> prompt, Set<String> words, Set<String> names) {
    this.prompt = prompt;
    this.words = words;
    this.names = names;
  }

  /// What withholds the prompt of `request`, and what its parameters may name a prompt of some
  /// kind.
  static Withholding of(ImageRequest request) {
    List<String> prompt = Words.of(request.prompt());
    Set<String> words = new HashSet<>(prompt);
    Set<String> names = new HashSet<>();
    request
        .parameters()
        .asMap()
        .forEach((name, value) -> {
          if (isPrompt(name) || !PARAMETERS.contains(name)) {
            names.add(name);
            collect(value, words);
          }
        });
    return new Withholding(prompt, words, names);
  }

  private static void collect(@Nullable Object value, Set<String> words) {
    switch (value) {
      case String text -> words.addAll(Words.of(text));
      case Map<?, ?> map -> map.values().forEach(item -> collect(item, words));
      case List<?> list -> list.forEach(item -> collect(item, words));
      case null, default -> {}
    }
  }

  private static boolean isPrompt(String name) {
    return name.toLowerCase(Locale.ROOT).contains("prompt");
  }

  /// The same fields without what may quote the prompt.
  Fields fields(Fields whole) {
    return Fields.of(objects(whole.asMap()));
  }

  private Map<String, @Nullable Object> objects(Map<?, ?> whole) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>();
    whole.forEach((key, value) -> {
      String name = String.valueOf(key);
      Object kept = WORD.matcher(name).matches() ? value(name, value) : null;
      if (kept != null || (value == null && WORD.matcher(name).matches())) {
        rest.put(name, kept);
      }
    });
    return rest;
  }

  private @Nullable Object value(String name, @Nullable Object value) {
    return switch (value) {
      case String _, Map<?, ?> _, List<?> _ when names.contains(name) -> null;
      case String text -> text(name, text) ? text : null;
      case Map<?, ?> map -> objects(map);
      case List<?> list ->
          list.stream().map(item -> value(name, item)).filter(Objects::nonNull).toList();
      case null -> null;
      default -> value;
    };
  }

  private boolean text(String name, String text) {
    if (isPrompt(name) || !WORD.matcher(text).matches()) {
      return false;
    }
    return VOCABULARY.contains(text)
        || SIZE.matcher(text).matches()
        || Collections.disjoint(Words.of(text), words);
  }

  /// The same ending without what may quote the prompt.
  ///
  /// @param failure why no picture came, null when one did
  Ending ending(Ending whole, @Nullable Failure failure) {
    return new Ending(
        whole.state(),
        fields(whole.sent()),
        fields(whole.actual()),
        whole.latencyMicros(),
        whole.cost(),
        whole.atRisk(),
        whole.usage() == null ? null : fields(whole.usage()),
        whole.images().stream().map(this::picture).toList(),
        null,
        unquoted(whole.requestId()),
        code(whole.code()),
        failure == null ? incomplete(whole.error()) : OwnWords.of(failure),
        whole.attempt() == null ? null : attempt(whole.attempt(), failure),
        whole.answer() == null ? null : answer(whole.answer()));
  }

  private Envelope answer(Envelope whole) {
    return whole.withDocuments(whole.documents().stream().map(this::fields).toList());
  }

  /// The same attempt without what may quote the prompt.
  ///
  /// @param failure why no picture came, null when one did
  Attempt attempt(Attempt whole, @Nullable Failure failure) {
    return new Attempt(
        whole.at(),
        code(whole.code()),
        whole.status(),
        failure == null || whole.message() == null ? null : OwnWords.of(failure),
        whole.waitMillis(),
        whole.queuedMillis());
  }

  private static @Nullable String incomplete(@Nullable String error) {
    return error == null ? null : OwnWords.INCOMPLETE;
  }

  /// The failure's code, which a provider may have chosen.
  @Nullable
  String code(@Nullable String code) {
    return code == null || !quotes(code) ? code : "withheld";
  }

  private @Nullable String unquoted(@Nullable String text) {
    return text == null || quotes(text) ? null : text;
  }

  // Where Easel has the picture, nobody needs its place at the provider.
  private StoredPicture picture(StoredPicture picture) {
    String url = picture.providerUrl();
    boolean told = url != null && picture.sha256() == null && !quotes(decoded(url));
    return told ? picture : picture.from(null);
  }

  private static String decoded(String url) {
    return ESCAPED
        .matcher(url)
        .replaceAll(run -> {
          byte[] bytes = HexFormat.of().parseHex(run.group().replace("%", ""));
          return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
        });
  }

  private boolean quotes(String text) {
    List<String> said = new ArrayList<>(Words.of(text));
    int length = Math.min(QUOTATION, prompt.size());
    for (int from = 0; length > 0 && from + length <= prompt.size(); from++) {
      if (Collections.indexOfSubList(said, prompt.subList(from, from + length)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
