package dev.easel.platform;

import dev.easel.domain.usecase.Background;
import dev.easel.domain.usecase.Ids;
import dev.easel.domain.usecase.Time;
import dev.easel.domain.usecase.Tokens;

/// What the machine itself offers to the use cases.
public final class Platform {

  private Platform() {}

  /// The system's clocks; a pause sleeps on the calling thread. Safe for use by several threads.
  public static Time time() {
    return new SystemTime();
  }

  /// Threads that keep no process from ending. Safe for use by several threads.
  public static Background background() {
    return new ThreadBackground();
  }

  /// Ids whose random part nobody can guess. Safe for use by several threads.
  public static Ids ids() {
    return new RandomIds();
  }

  /// Tokens of 256 random bits. Safe for use by several threads.
  public static Tokens tokens() {
    return new RandomTokens();
  }
}
