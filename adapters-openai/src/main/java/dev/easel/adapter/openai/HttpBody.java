package dev.easel.adapter.openai;

import java.io.InputStream;
import org.apache.hc.core5.http.ContentLengthStrategy;

/// The body of an answer as it arrives.
///
/// @param length in bytes, negative when the head does not say it
record HttpBody(InputStream content, long length) {

  /// Whether it comes in chunks, the last of which says that it is.
  boolean chunked() {
    return length == ContentLengthStrategy.CHUNKED;
  }
}
