package org.allmende.server.format.html;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The town's logo, an SVG picture without scripts.
 *
 * @param svg its text
 * @param width its width in CSS pixels when it is {@value #HEIGHT} high
 */
public record Logo(String svg, int width) {

  static final int HEIGHT = 40;

  private static final int LARGEST = 64 * 1024;
  private static final int WIDEST = 400;
  private static final Set<String> NO_PICTURE = Set.of("script", "foreignObject");

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException when it is no such picture; the message says why
   */
  public static Logo read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException("must have 64 KiB at most, has " + Files.size(file));
      }
      var svg = Files.readString(file);
      return new Logo(svg, width(svg));
    } catch (IOException e) {
      throw new IllegalArgumentException("must be an SVG file in UTF-8: " + e, e);
    }
  }

  private static int width(String svg) {
    try {
      var in = factory().createXMLStreamReader(new StringReader(svg));
      // drawing programs write a DOCTYPE before it
      while (!in.isStartElement()) {
        in.next();
      }
      var box = Optional.ofNullable(in.getAttributeValue(null, "viewBox"));
      var isSvg = in.getLocalName().equals("svg");
      requirePictureAlone(in);
      return box.filter(b -> isSvg)
          .flatMap(Logo::widthOf)
          .orElseThrow(
              () ->
                  new IllegalArgumentException("must be an svg with a viewBox such as 0 0 60 40"));
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("must be well-formed XML: " + e.getMessage(), e);
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static void requirePictureAlone(XMLStreamReader in) throws XMLStreamException {
    while (in.hasNext()) {
      if (in.next() == XMLStreamReader.START_ELEMENT && NO_PICTURE.contains(in.getLocalName())) {
        throw new IllegalArgumentException("must have no <" + in.getLocalName() + ">");
      }
    }
  }

  private static Optional<Integer> widthOf(String viewBox) {
    var numbers = viewBox.strip().split("[\\s,]+", -1);
    try {
      var ratio = Double.parseDouble(numbers[2]) / Double.parseDouble(numbers[3]);
      return Optional.of((int) Math.round(HEIGHT * ratio))
          .filter(width -> numbers.length == 4 && width > 0 && width <= WIDEST);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      // The caller says what was expected.
      return Optional.empty();
    }
  }
}
