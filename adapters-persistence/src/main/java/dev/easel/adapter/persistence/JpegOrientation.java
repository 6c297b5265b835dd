package dev.easel.adapter.persistence;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Finds the orientation in the EXIF segment of a JPEG: a TIFF directory behind the word `Exif`.
final class JpegOrientation {
  private static final int SEGMENT_START = 0xff;
  private static final int APP1 = 0xe1;
  private static final int START_OF_SCAN = 0xda;
  private static final int EXIF_WORD = 0x45786966;
  private static final int EXIF_HEADER_BYTES = 6;
  private static final int LITTLE_ENDIAN_WORD = 0x4949;
  private static final int TIFF_ENTRY_BYTES = 12;
  private static final int TIFF_VALUE_OFFSET = 8;
  private static final int ORIENTATION_TAG = 0x0112;

  private JpegOrientation() {}

  /// How the picture is to be turned; upright when it does not say or is damaged.
  static Orientation of(byte[] jpeg) {
    try {
      return inSegments(ByteBuffer.wrap(jpeg, 2, jpeg.length - 2));
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cut) {
      return Orientation.UPRIGHT;
    }
  }

  private static Orientation inSegments(ByteBuffer jpeg) {
    while (Byte.toUnsignedInt(jpeg.get()) == SEGMENT_START) {
      int marker = Byte.toUnsignedInt(jpeg.get());
      int length = Short.toUnsignedInt(jpeg.getShort()) - Short.BYTES;
      if (marker == APP1
          && length > EXIF_HEADER_BYTES
          && jpeg.getInt(jpeg.position()) == EXIF_WORD) {
        int start = jpeg.position() + EXIF_HEADER_BYTES;
        return inTiff(jpeg.slice(start, length - EXIF_HEADER_BYTES));
      }
      if (marker == START_OF_SCAN) {
        return Orientation.UPRIGHT;
      }
      jpeg.position(jpeg.position() + length);
    }
    return Orientation.UPRIGHT;
  }

  private static Orientation inTiff(ByteBuffer tiff) {
    boolean little = tiff.getShort(0) == LITTLE_ENDIAN_WORD;
    tiff.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(Integer.BYTES);
    int entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (int entry = 0; entry < entries; entry++) {
      int start = directory + Short.BYTES + entry * TIFF_ENTRY_BYTES;
      if (Short.toUnsignedInt(tiff.getShort(start)) == ORIENTATION_TAG) {
        return numbered(Short.toUnsignedInt(tiff.getShort(start + TIFF_VALUE_OFFSET)));
      }
    }
    return Orientation.UPRIGHT;
  }

  private static Orientation numbered(int number) {
    Orientation[] all = Orientation.values();
    return number >= 1 && number <= all.length ? all[number - 1] : Orientation.UPRIGHT;
  }
}
