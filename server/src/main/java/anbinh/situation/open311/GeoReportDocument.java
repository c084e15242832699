package anbinh.situation.open311;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A document of GeoReport v2, which is the same as JSON and as XML: a list of objects stands in
/// XML in an element of its name, each in one of the name for one of them, and what is null is an
/// empty element.
///
/// @param name of the whole in XML, which JSON does not say
record GeoReportDocument(String name, JsonNode content) {
  /// What one of a list is called.
  private static final Map<String, String> ONE =
      Map.of(
          "services",
          "service",
          "service_requests",
          "request",
          "errors",
          "error",
          "attributes",
          "attribute",
          "values",
          "value",
          "endpoints",
          "endpoint",
          "formats",
          "format");

  private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

  byte[] write(GeoReportFormat format) {
    return switch (format) {
      case JSON -> JsonMapper.shared().writeValueAsBytes(content);
      case XML -> xml();
    };
  }

  private byte[] xml() {
    var bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter out = XML.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      element(out, name, content);
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a list of bytes is always writable", impossible);
    }
    return bytes.toByteArray();
  }

  private static void element(XMLStreamWriter out, String name, JsonNode value)
      throws XMLStreamException {
    out.writeStartElement(name);
    if (value.isArray()) {
      for (JsonNode each : value) {
        element(out, ONE.getOrDefault(name, name), each);
      }
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> each : value.properties()) {
        element(out, each.getKey(), each.getValue());
      }
    } else if (!value.isNull()) {
      out.writeCharacters(legal(value.asString()));
    }
    out.writeEndElement();
  }

  /// Without what XML 1.0 cannot hold (§2.2).
  private static String legal(String text) {
    return text.codePoints()
        .filter(each ->
            each == '\t'
                || each == '\n'
                || each == '\r'
                || (each >= ' ' && each <= 0xD7FF)
                || (each >= 0xE000 && each <= 0xFFFD)
                || each > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
