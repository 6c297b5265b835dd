package dev.easel.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `.env` files: `NAME=value` lines, with `export` in front, quotes around and comments
/// behind where they are wanted. Lines of any other kind are left to whoever they are for.
final class DotEnv {

  private static final Pattern LINE =
      Pattern.compile(
          "\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*"
              + "(?:'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|([^#\\s]?[^#]*?(?:(?<!\\s)#[^#]*?)*))"
              + "\\s*(?:#.*)?");

  private DotEnv() {}

  static Map<String, String> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> values.put(line.group(1), value(line)));
    return values;
  }

  private static String value(Matcher line) {
    if (line.group(2) != null) {
      return line.group(2);
    }
    return line.group(3) != null
        ? line.group(3).replaceAll("\\\\(.)", "$1")
        : line.group(4).strip();
  }
}
