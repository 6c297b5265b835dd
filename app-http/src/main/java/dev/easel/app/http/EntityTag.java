package dev.easel.app.http;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What tells one answer of a path from another (RFC 9110, section 8.8.3), and whether a client has
/// it.
///
/// @param text in quotes, as headers carry it
record EntityTag(String text) {

  private static final Pattern LISTED = Pattern.compile("(W/)?(\"[^\"]*\")");

  /// The tag of a name without quotes.
  static EntityTag of(String name) {
    return new EntityTag("\"" + name + "\"");
  }

  /// Whether the client has it already, as `If-None-Match` says.
  boolean known(Request request) {
    return request.header("If-None-Match").filter(this::isIn).isPresent();
  }

  private boolean isIn(String list) {
    return list.equals("*")
        || LISTED.matcher(list).results().map(found -> found.group(2)).anyMatch(text::equals);
  }

  /// Makes sure that this is what the client asks for, where `If-Match` asks for something.
  ///
  /// @throws Refusal 412 when it is not
  void demand(Request request) {
    String list = request.header("If-Match").orElse("*");
    boolean strong = LISTED.matcher(list).results().filter(EntityTag::isStrong).anyMatch(this::is);
    if (!list.equals("*") && !strong) {
      throw Refusal.of(412, "precondition_failed", "there is something else at this path");
    }
  }

  private static boolean isStrong(MatchResult tag) {
    return tag.group(1) == null;
  }

  private boolean is(MatchResult tag) {
    return text.equals(tag.group(2));
  }
}
