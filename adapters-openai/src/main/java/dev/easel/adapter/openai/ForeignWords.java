package dev.easel.adapter.openai;

import dev.easel.config.Secret;
import dev.easel.domain.image.Fields;
import dev.easel.domain.image.Nullable;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes what others said fit to be shown and kept: short, on one line, without control characters
/// and without anything that could be a key.
final class ForeignWords {

  /// The most characters of a message.
  static final int LONGEST = 500;

  private static final int LOOKED_AT = 8_000;
  private static final int TELLING = 8;
  private static final int SHORTEST_SECRET = 4;

  /// No text shorter than this holds what [#KEYS] or [#BEARERS] look for.
  private static final int SHORTEST_FOUND = 10;

  private static final Pattern KEYS = Pattern.compile("\\b(sk|xai|pk|rk)-[A-Za-z0-9_-]{8,}");
  private static final Pattern BEARERS = Pattern.compile("(?i)\\b(bearer|basic)\\s+[^\\s\"',]{4,}");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\s]+");
  private static final Pattern SCRIPTS =
      Pattern.compile("(?is)<(script|style)\\b[^>]*>.*?</\\1\\s*>|<!--.*?-->");
  private static final Pattern TAGS = Pattern.compile("<[^<>]*>");

  private final @Nullable Secret key;
  private final Collection<Secret> others;

  /// @param key hidden even where only a part of it is repeated
  /// @param others hidden where they are repeated whole
  ForeignWords(@Nullable Secret key, Collection<Secret> others) {
    this.key = key;
    this.others = others;
  }

  /// `text`, shortened and made harmless.
  String plain(String text) {
    String looked = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    String line = UNSEEN.matcher(looked).replaceAll(" ").strip();
    return shortened(withoutKeys(line));
  }

  /// The words of a web page, shortened and made harmless.
  String page(String html) {
    String looked = html.length() > LOOKED_AT ? html.substring(0, LOOKED_AT) : html;
    String words = TAGS.matcher(SCRIPTS.matcher(looked).replaceAll(" ")).replaceAll(" ");
    return plain(words);
  }

  /// `text` as it is but for the secrets in it.
  String secretless(String text) {
    String hidden = withoutParts(text);
    for (Secret secret : others) {
      hidden = secret.reveal().length() < SHORTEST_SECRET ? hidden : secret.hiddenIn(hidden);
    }
    return hidden;
  }

  /// The fields with every text in them, names included, as it is but for the secrets in it.
  Fields secretless(Fields fields) {
    return cleaned(fields.asMap(), this::secretless);
  }

  /// The same, and without anything that could be a key.
  Fields keyless(Fields fields) {
    return cleaned(fields.asMap(), this::withoutKeys);
  }

  private static Fields cleaned(Map<?, ?> fields, UnaryOperator<String> cleaning) {
    Map<String, @Nullable Object> clean = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> clean.put(cleaning.apply(String.valueOf(name)), value(value, cleaning)));
    return Fields.of(clean);
  }

  private static @Nullable Object value(@Nullable Object value, UnaryOperator<String> cleaning) {
    return switch (value) {
      case String text -> cleaning.apply(text);
      case Map<?, ?> map -> cleaned(map, cleaning);
      case List<?> list ->
          list.stream().map(item -> value(item, cleaning)).collect(Collectors.toList());
      case null, default -> value;
    };
  }

  private String withoutKeys(String line) {
    if (line.length() < SHORTEST_FOUND) {
      return secretless(line);
    }
    String hidden = BEARERS.matcher(line).replaceAll("$1 ***");
    return secretless(KEYS.matcher(hidden).replaceAll("$1-***"));
  }

  private String withoutParts(String line) {
    if (key == null || key.reveal().length() < SHORTEST_SECRET) {
      return line;
    }
    String whole = key.reveal();
    return whole.length() <= TELLING ? key.hiddenIn(line) : covered(line, shared(line, whole));
  }

  /// Which characters of `line` belong to a run of eight or more that the key has as well.
  private static BitSet shared(String line, String key) {
    BitSet shared = new BitSet(line.length());
    for (int start = 0; start + TELLING <= line.length(); start++) {
      int end = start + TELLING;
      int stranger = lastStranger(line, start, end, key);
      if (stranger >= start) {
        start = stranger; // what holds this character is no part of the key
      } else if (key.contains(line.substring(start, end))) {
        shared.set(start, end);
      }
    }
    return shared;
  }

  /// Where the last character lies that the key does not have; before `start` when it has all.
  private static int lastStranger(String line, int start, int end, String key) {
    int at = end - 1;
    while (at >= start && key.indexOf(line.charAt(at)) >= 0) {
      at--;
    }
    return at;
  }

  private static String covered(String line, BitSet hidden) {
    StringBuilder words = new StringBuilder(line.length());
    int at = 0;
    while (at < line.length()) {
      int from = hidden.nextSetBit(at);
      words.append(line, at, from < 0 ? line.length() : from);
      at = from < 0 ? line.length() : Math.min(line.length(), hidden.nextClearBit(from));
      words.append(from < 0 ? "" : "***");
    }
    return words.toString();
  }

  private static String shortened(String line) {
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return line.substring(0, end) + "…";
  }
}
