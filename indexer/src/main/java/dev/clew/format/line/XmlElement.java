// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.line;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the values of an XML element: text and attributes under the names of the elements around
 * them, joined by dots and without prefixes. No document type is read and no entity resolved, so
 * that nothing outside of the text is ever looked at and nothing in it unfolds. Not thread-safe.
 */
final class XmlElement {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_ATTRIBUTES = 1000;
  private static final String ATTRIBUTE_LIMIT =
      "http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit";

  /** Attributes that name the value of the element that has them. */
  private static final Set<String> NAMES = Set.of("Name", "name", "key");

  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
  private final Deque<String> paths = new ArrayDeque<>();
  private final Deque<Boolean> leaves = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();

  XmlElement() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(ATTRIBUTE_LIMIT, String.valueOf(MAX_ATTRIBUTES));
  }

  /** Hears what an element holds, in the order printed. */
  interface Values extends BiConsumer<String, String> {
    /** An element with attributes or children begins or ends: its path. */
    void element(String path, boolean begins);
  }

  /**
   * Tells {@code values} what {@code xml} holds.
   *
   * @throws IllegalArgumentException when it is not one well-formed element of at most 64 levels
   */
  void read(String xml, Values values) {
    paths.clear();
    leaves.clear();
    text.setLength(0);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> start(reader, values);
          case XMLStreamConstants.END_ELEMENT -> end(values);
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              text.append(reader.getText());
          default -> {
            // comments and instructions say nothing about the event
          }
        }
      }
      reader.close();
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("not well-formed XML: " + reason(e), e);
    }
  }

  private static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    return message.substring(message.lastIndexOf('\n') + 1);
  }

  private void start(XMLStreamReader reader, Values values) {
    if (paths.size() >= MAX_DEPTH) {
      throw new IllegalArgumentException("XML nested more than " + MAX_DEPTH + " deep");
    }
    String name = local(reader.getLocalName());
    String outer = paths.isEmpty() ? "" : paths.peek();
    String path = paths.isEmpty() ? "" : outer.isEmpty() ? name : outer + "." + name;
    if (!leaves.isEmpty()) {
      leaves.pop();
      leaves.push(false);
    }
    text.setLength(0);
    values.element(path, true);
    String named = attributes(reader, path, values);
    paths.push(named.isEmpty() ? path : named);
    leaves.push(true);
  }

  /** Tells the attributes, unless they name a value; that name, or nothing. */
  private static String attributes(XMLStreamReader reader, String path, Values values) {
    String name = "";
    String value = null;
    boolean pair = true;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String key = local(reader.getAttributeLocalName(i));
      if (NAMES.contains(key)) {
        name = reader.getAttributeValue(i);
      } else if (key.equals("value")) {
        value = reader.getAttributeValue(i);
      } else {
        pair = false;
      }
    }
    boolean data = path.endsWith("Data") || path.endsWith("data") || value != null;
    if (pair && data && !name.isEmpty()) {
      if (value != null) {
        values.accept(name, value);
      }
      return name;
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String key = local(reader.getAttributeLocalName(i));
      if (!key.equals("xmlns") && !isDeclaration(reader, i)) {
        values.accept(path.isEmpty() ? key : path + "." + key, reader.getAttributeValue(i));
      }
    }
    return "";
  }

  private static boolean isDeclaration(XMLStreamReader reader, int attribute) {
    return reader.getAttributeLocalName(attribute).startsWith("xmlns:")
        || "xmlns".equals(reader.getAttributePrefix(attribute));
  }

  private void end(Values values) {
    String path = paths.pop();
    if (leaves.pop()) {
      String value = text.toString().strip();
      if (!value.isEmpty()) {
        values.accept(path, value);
      }
    }
    text.setLength(0);
    values.element(path, false);
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
