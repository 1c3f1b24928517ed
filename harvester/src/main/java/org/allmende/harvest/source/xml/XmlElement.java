package org.allmende.harvest.source.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a document, small enough to be held.
 *
 * @param name its name without prefix
 * @param attributes by their names without prefix
 * @param children in their order
 * @param ownText the text directly in it
 */
public record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, String ownText) {

  public XmlElement {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** The first child of this name. */
  public Optional<XmlElement> child(String wanted) {
    return children(wanted).findFirst();
  }

  /** The children of this name. */
  public Stream<XmlElement> children(String wanted) {
    return children.stream().filter(child -> child.name().equals(wanted));
  }

  /** This element and all below it, in the order of the document. */
  public Stream<XmlElement> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
  }

  /** The text of the first child of this name; empty when there is none or it is blank. */
  public Optional<String> textOf(String wanted) {
    return child(wanted).map(XmlElement::text).filter(text -> !text.isEmpty());
  }

  /** An attribute; empty when there is none or it is blank. */
  public Optional<String> attribute(String wanted) {
    return Optional.ofNullable(attributes.get(wanted))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** All text in it, without white space at the ends. */
  public String text() {
    if (children.isEmpty()) {
      return ownText.strip();
    }
    var all = new StringBuilder(ownText);
    children.forEach(child -> all.append(' ').append(child.text()));
    return all.toString().strip();
  }
}
