package anbinh.sightings.onvif;

import anbinh.media.Bytes;
import anbinh.platform.Inbound;
import anbinh.sightings.onvif.MetadataFrame.Place;
import anbinh.sightings.onvif.MetadataFrame.SeenObject;
import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads a document of a metadata stream (`tt:MetadataStream` of the ONVIF schema). Names are taken
/// without their namespace. There is no DTD and no entity, whatever the document declares. For one
/// thread.
final class MetadataReader {
  private static final XMLInputFactory XML = factory();
  private static final int MAX_DEPTH = 40;
  private static final int MAX_OBJECTS = 500;
  private static final int MAX_TEXT = 200;

  /// A document that cannot be read.
  static final class MalformedMetadata extends Exception {
    MalformedMetadata(String message) {
      super(message);
    }
  }

  private final XMLStreamReader in;
  private final List<MetadataFrame> frames = new ArrayList<>();
  private int depth;

  private MetadataReader(XMLStreamReader in) {
    this.in = in;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver((_, _, _, _) -> {
      throw new XMLStreamException("nothing is fetched");
    });
    return factory;
  }

  static List<MetadataFrame> read(Bytes document) throws MalformedMetadata {
    try {
      XMLStreamReader in;
      synchronized (XML) {
        in = XML.createXMLStreamReader(new ByteArrayInputStream(document.toArray()));
      }
      var reader = new MetadataReader(in);
      while (in.hasNext()) {
        int event = in.next();
        if (event == XMLStreamConstants.DTD) {
          throw new MalformedMetadata("a document type");
        }
        if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("Frame")) {
          reader.readFrame();
        }
      }
      return reader.frames;
    } catch (XMLStreamException | RuntimeException e) {
      throw new MalformedMetadata("no XML");
    }
  }

  /// What is done with an element within another; it has been read to its end when it returns.
  private interface Content {
    void element(String name) throws XMLStreamException, MalformedMetadata;
  }

  /// Hands on the elements directly below the present one, and reads to its end.
  private void forEach(Content content) throws XMLStreamException, MalformedMetadata {
    if (++depth > MAX_DEPTH) {
      throw new MalformedMetadata("too deep");
    }
    while (in.next() != XMLStreamConstants.END_ELEMENT) {
      if (in.getEventType() == XMLStreamConstants.START_ELEMENT) {
        content.element(in.getLocalName());
      }
    }
    depth--;
  }

  private void skip() throws XMLStreamException, MalformedMetadata {
    forEach(_ -> skip());
  }

  /// The text of the present element, which may be long where it is no text but a picture.
  private String text() throws XMLStreamException, MalformedMetadata {
    var text = new StringBuilder();
    while (in.next() != XMLStreamConstants.END_ELEMENT) {
      if (in.isCharacters() && text.length() <= MAX_TEXT) {
        text.append(in.getText());
      } else if (in.isStartElement()) {
        skip();
      }
    }
    return text.length() > MAX_TEXT ? "" : text.toString().strip();
  }

  private String attribute(String name) {
    String value = in.getAttributeValue(null, name);
    return value == null || value.length() > MAX_TEXT ? "" : value.strip();
  }

  private double number(String attribute) {
    return number(attribute(attribute), Double.NaN);
  }

  private static double number(String text, double otherwise) {
    try {
      double number = text.isEmpty() ? otherwise : Double.parseDouble(text);
      return Double.isFinite(number) ? number : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private void readFrame() throws XMLStreamException, MalformedMetadata {
    String time = attribute("UtcTime");
    Instant utcTime =
        Inbound.instant(time).orElseThrow(() -> new MalformedMetadata("a frame without time"));
    List<SeenObject> objects = new ArrayList<>();
    List<String> deleted = new ArrayList<>();
    var scale = new Scale();
    forEach(name -> {
      switch (name) {
        case "Transformation" -> readTransformation(scale);
        case "Object" -> {
          SeenObject object = readObject(scale);
          if (objects.size() < MAX_OBJECTS) {
            objects.add(object);
          }
        }
        case "ObjectTree" ->
            forEach(change -> {
              if (change.equals("Delete") && deleted.size() < MAX_OBJECTS) {
                deleted.add(attribute("ObjectId"));
              }
              skip();
            });
        default -> skip();
      }
    });
    frames.add(new MetadataFrame(utcTime, objects, deleted));
  }

  /// From the numbers of a frame to those from -1 to 1.
  private static final class Scale {
    double moveX;
    double moveY;
    double x = 1;
    double y = 1;
  }

  private void readTransformation(Scale scale) throws XMLStreamException, MalformedMetadata {
    forEach(name -> {
      switch (name) {
        case "Translate" -> {
          scale.moveX = number("x");
          scale.moveY = number("y");
        }
        case "Scale" -> {
          scale.x = number("x");
          scale.y = number("y");
        }
        default -> {}
      }
      skip();
    });
  }

  /// What is said of an object, element by element.
  private static final class Draft {
    @Nullable ObjectClass objectClass;
    double classLikelihood = -1;
    final Set<Colour> colours = EnumSet.noneOf(Colour.class);
    String plate = "";
    double plateLikelihood;
    @Nullable Place place;

    /// @param likelihood from 0; what is said of a vehicle counts more than what is said of an
    ///   object
    void objectClass(String name, double likelihood) {
      ObjectClass found = ClassNames.find(name);
      if (found != null && likelihood > classLikelihood) {
        objectClass = found;
        classLikelihood = likelihood;
      }
    }
  }

  private SeenObject readObject(Scale scale) throws XMLStreamException, MalformedMetadata {
    String id = attribute("ObjectId");
    String parent = attribute("Parent");
    var draft = new Draft();
    forEach(name -> {
      if (name.equals("Appearance")) {
        readAppearance(draft, scale);
      } else {
        skip();
      }
    });
    boolean isPerson = draft.objectClass == ObjectClass.PERSON;
    return new SeenObject(
        parent.isEmpty() ? id : parent,
        draft.objectClass,
        isPerson ? Set.of() : draft.colours,
        isPerson || draft.plate.isEmpty() ? null : draft.plate,
        draft.plateLikelihood,
        draft.place);
  }

  private void readAppearance(Draft draft, Scale scale)
      throws XMLStreamException, MalformedMetadata {
    forEach(name -> {
      switch (name) {
        case "Shape" -> readShape(draft, scale);
        case "Color" -> readColour(draft);
        case "Class" -> readClass(draft);
        case "VehicleInfo" -> readVehicle(draft);
        case "LicensePlateInfo" -> readPlate(draft);
        default -> skip(); // HumanFace and HumanBody among them.
      }
    });
  }

  private void readShape(Draft draft, Scale scale) throws XMLStreamException, MalformedMetadata {
    forEach(name -> {
      if (name.equals("CenterOfGravity")) {
        double x = number("x") * scale.x + scale.moveX;
        double y = number("y") * scale.y + scale.moveY;
        if (Math.abs(x) <= 1 && Math.abs(y) <= 1) {
          draft.place = new Place(x, y);
        }
      }
      skip();
    });
  }

  private void readColour(Draft draft) throws XMLStreamException, MalformedMetadata {
    forEach(name -> {
      if (!name.equals("ColorCluster")) {
        skip();
        return;
      }
      forEach(part -> {
        if (part.equals("Color")) {
          NamedColours.nearest(attribute("Colorspace"), number("X"), number("Y"), number("Z"))
              .ifPresent(draft.colours::add);
        }
        skip();
      });
    });
  }

  /// `Type` with a likelihood, and before ONVIF 17.06 `ClassCandidate` with both as elements.
  private void readClass(Draft draft) throws XMLStreamException, MalformedMetadata {
    forEach(name -> {
      switch (name) {
        case "Type" -> {
          double likelihood = number(attribute("Likelihood"), 0);
          draft.objectClass(text(), likelihood);
        }
        case "ClassCandidate" -> {
          String[] parts = {"", ""};
          forEach(part -> {
            switch (part) {
              case "Type" -> parts[0] = text();
              case "Likelihood" -> parts[1] = text();
              default -> skip();
            }
          });
          draft.objectClass(parts[0], number(parts[1], 0));
        }
        default -> skip();
      }
    });
  }

  private void readVehicle(Draft draft) throws XMLStreamException, MalformedMetadata {
    forEach(name -> {
      switch (name) {
        case "Type" -> {
          double likelihood = number(attribute("Likelihood"), 0);
          draft.objectClass(text(), 1 + likelihood);
        }
        case "Color" -> NamedColours.named(text()).ifPresent(draft.colours::add);
        default -> skip();
      }
    });
  }

  private void readPlate(Draft draft) throws XMLStreamException, MalformedMetadata {
    forEach(name -> {
      if (name.equals("PlateNumber")) {
        draft.plateLikelihood = Math.clamp(number(attribute("Likelihood"), 0), 0, 1);
        draft.plate = text();
      } else {
        skip();
      }
    });
  }
}
