package dev.easel.adapter.persistence;

import dev.easel.domain.image.Nullable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The root element of an SVG file. Only the first [#MOST_BYTES] are read, and neither a document
/// type nor an external entity is.
///
/// @param element the local name of the root element
record SvgHeader(
    String element, @Nullable String width, @Nullable String height, @Nullable String viewBox) {
  private static final int MOST_BYTES = 64 * 1024;
  private static final Pattern LENGTH =
      Pattern.compile("\\s*\\+?(\\d{1,9}(?:\\.\\d{1,9})?)(px|in|cm|mm|pt|pc)?\\s*");

  /// Pixels per unit: <https://www.w3.org/TR/css-values-3/#absolute-lengths>.
  private static final Map<String, Double> PIXELS =
      Map.of("px", 1.0, "in", 96.0, "cm", 96 / 2.54, "mm", 9.6 / 2.54, "pt", 96 / 72.0, "pc", 16.0);

  /// Reads the root element; empty when the file is no well-formed XML so far.
  static Optional<SvgHeader> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(parse(in.readNBytes(MOST_BYTES)));
    } catch (IOException | XMLStreamException damaged) {
      return Optional.empty();
    }
  }

  private static SvgHeader parse(byte[] bytes) throws XMLStreamException {
    XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
    try {
      while (!reader.isStartElement()) {
        reader.next();
      }
      return new SvgHeader(
          reader.getLocalName(),
          reader.getAttributeValue(null, "width"),
          reader.getAttributeValue(null, "height"),
          reader.getAttributeValue(null, "viewBox"));
    } finally {
      reader.close();
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /// Whether the root element is that of an SVG picture.
  boolean isSvg() {
    return element.equals("svg");
  }

  /// How large the picture wants to be; empty when that depends on where it is shown.
  Optional<Dimensions> dimensions() {
    Optional<Dimensions> own = dimensions(width, height);
    return own.isPresent() ? own : ofViewBox();
  }

  private Optional<Dimensions> ofViewBox() {
    String[] numbers = viewBox == null ? new String[0] : viewBox.strip().split("[\\s,]+", -1);
    return numbers.length == 4 ? dimensions(numbers[2], numbers[3]) : Optional.empty();
  }

  private static Optional<Dimensions> dimensions(@Nullable String width, @Nullable String height) {
    int wide = pixels(width);
    int high = pixels(height);
    return wide > 0 && high > 0 ? Optional.of(new Dimensions(wide, high)) : Optional.empty();
  }

  private static int pixels(@Nullable String length) {
    Matcher matcher = LENGTH.matcher(length == null ? "" : length);
    if (!matcher.matches()) {
      return 0;
    }
    String unit = matcher.group(2);
    double perUnit = PIXELS.getOrDefault(unit == null ? "px" : unit, 0.0);
    return (int)
        Math.min(Integer.MAX_VALUE, Math.round(Double.parseDouble(matcher.group(1)) * perUnit));
  }
}
