package dev.easel.adapter.persistence;

import java.io.IOException;
import java.time.Duration;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/// The bytes of a picture for a decoder, for a limited time. Some decoders run on for hours behind
/// the end of damaged bytes, or through scans without number; all of them keep asking for bytes, so
/// here is where they can be stopped.
final class TimedImageInput extends ImageInputStreamImpl {
  private final byte[] bytes;
  private final long end;

  TimedImageInput(byte[] bytes, Duration limit) {
    this.bytes = bytes;
    this.end = System.nanoTime() + limit.toNanos();
  }

  @Override
  public int read() throws IOException {
    checkTime();
    bitOffset = 0;
    return streamPos < bytes.length ? Byte.toUnsignedInt(bytes[(int) streamPos++]) : -1;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    checkTime();
    bitOffset = 0;
    if (streamPos >= bytes.length) {
      return -1;
    }
    int most = (int) Math.min(count, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, target, offset, most);
    streamPos += most;
    return most;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  private void checkTime() throws IOException {
    checkClosed();
    if (System.nanoTime() - end >= 0) {
      throw new IIOException("the picture took too long to decode");
    }
  }
}
