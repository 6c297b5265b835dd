package dev.easel.adapter.sandbox.art;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.IntFunction;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/// Writes an endless GIF animation, one frame in memory at a time.
final class GifWriter {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  private GifWriter() {}

  static byte[] encode(int count, int milliseconds, IntFunction<BufferedImage> frames) {
    return Imaging.write(
        "gif",
        writer -> {
          Palette palette = Palette.of(frames.apply(0));
          writer.prepareWriteSequence(null);
          for (int i = 0; i < count; i++) {
            BufferedImage frame = palette.apply(frames.apply(i));
            writer.writeToSequence(
                new IIOImage(frame, null, metadata(writer, frame, milliseconds)), null);
          }
          writer.endWriteSequence();
        });
  }

  private static IIOMetadata metadata(ImageWriter writer, BufferedImage frame, int milliseconds)
      throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    replace(root, control(milliseconds));
    replace(root, loop());
    try {
      metadata.setFromTree(FORMAT, root);
    } catch (IIOInvalidTreeException invalid) {
      throw new IllegalStateException("The JDK's GIF writer refused its own metadata.", invalid);
    }
    return metadata;
  }

  private static void replace(IIOMetadataNode root, IIOMetadataNode node) {
    for (int i = root.getLength() - 1; i >= 0; i--) {
      if (root.item(i).getNodeName().equals(node.getNodeName())) {
        root.removeChild(root.item(i));
      }
    }
    root.appendChild(node);
  }

  /// GIF counts time in hundredths of a second; the rounding is the provider's, too.
  private static IIOMetadataNode control(int milliseconds) {
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "restoreToBackgroundColor");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "TRUE");
    control.setAttribute("transparentColorIndex", Integer.toString(Palette.CLEAR));
    control.setAttribute("delayTime", Long.toString(Math.round(milliseconds / 10.0)));
    return control;
  }

  /// Netscape's block: repeat without end.
  private static IIOMetadataNode loop() {
    IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
    extension.setAttribute("applicationID", "NETSCAPE");
    extension.setAttribute("authenticationCode", "2.0");
    extension.setUserObject(new byte[] {1, 0, 0});
    IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(extension);
    return extensions;
  }
}
