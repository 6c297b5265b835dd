package dev.easel.adapter.persistence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Makes JPEG files that say how the camera was held.
final class ExifBytes {
  private ExifBytes() {}

  /// The same in big-endian order.
  static byte[] oriented(byte[] jpeg, int orientation) {
    return oriented(jpeg, orientation, ByteOrder.BIG_ENDIAN);
  }

  /// The JPEG with an EXIF segment behind its JFIF segment.
  static byte[] oriented(byte[] jpeg, int orientation, ByteOrder order) {
    int jfifEnd = 4 + ByteBuffer.wrap(jpeg).getShort(4);
    ByteBuffer exif = ByteBuffer.allocate(36).putShort((short) 0xffe1).putShort((short) 34);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).order(order);
    exif.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4d4d : 0x4949));
    exif.putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    ByteBuffer whole = ByteBuffer.allocate(jpeg.length + exif.capacity());
    whole.put(jpeg, 0, jfifEnd).put(exif.array()).put(jpeg, jfifEnd, jpeg.length - jfifEnd);
    return whole.array();
  }
}
