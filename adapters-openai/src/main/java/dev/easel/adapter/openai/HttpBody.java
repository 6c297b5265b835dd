package dev.easel.adapter.openai;

import java.io.InputStream;

/// The body of an answer as it arrives.
///
/// @param length in bytes, or [#CHUNKED] or [#UNTIL_THE_END]
record HttpBody(InputStream content, long length) {

  /// It comes in chunks, the last of which says that it is.
  static final long CHUNKED = -1;

  /// It ends where the connection does.
  static final long UNTIL_THE_END = -2;
}
