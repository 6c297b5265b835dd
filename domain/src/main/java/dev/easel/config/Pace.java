package dev.easel.config;

import dev.easel.domain.image.Nullable;

/// How fast a process may call a provider.
///
/// @param concurrency how many calls may be under way at once, 1 or more
/// @param requestsPerMinute how many may begin within a minute, 1 or more, null for any number
public record Pace(int concurrency, @Nullable Integer requestsPerMinute) {

  /// The pace of a provider of which nothing is said.
  public static final Pace STANDARD = new Pace(32, null);

  /// The most that can be configured of either.
  static final int MOST = 10_000;
}
