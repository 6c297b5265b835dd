package dev.easel.domain.image;

import java.time.Duration;

/// What a call under way tells.
public sealed interface Progress {

  /// Something that whoever spends should know before the request is sent: a budget comes near its
  /// end.
  ///
  /// @param sentence one sentence
  record Warned(String sentence) implements Progress {}

  /// The request is in the log.
  ///
  /// @param entry the id of its entry
  record Recorded(String entry) implements Progress {}

  /// The request is being sent; from now on it may cost.
  ///
  /// @param attempt 1 for the first
  record Sending(int attempt) implements Progress {}

  /// Bytes of the answer have arrived.
  ///
  /// @param bytes so far, in this attempt
  record Receiving(long bytes) implements Progress {}

  /// An unfinished picture.
  ///
  /// @param index from 0
  /// @param event what the provider said of it, the picture as a [PictureReference]
  record Partial(int index, Content content, Fields event) implements Progress {}

  /// The provider asked for patience; another try follows.
  ///
  /// @param code why, the failure's code
  record Pausing(String code, Duration length) implements Progress {}

  /// It waits for its turn to be sent; told again whenever it changes.
  ///
  /// @param ahead how many wait before it
  /// @param opensIn how long nobody is let through, from now on; zero when only a free turn is
  ///   missing
  record Queued(int ahead, Duration opensIn) implements Progress {}

  /// The same request is already under way elsewhere; its end is awaited.
  record Joined() implements Progress {}
}
