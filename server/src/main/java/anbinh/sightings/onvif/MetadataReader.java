package anbinh.sightings.onvif;

import anbinh.media.Bytes;
import anbinh.platform.Inbound;
import anbinh.sightings.onvif.MetadataFrame.Place;
import anbinh.sightings.onvif.MetadataFrame.SeenObject;
import anbinh.vision.Colour;
import anbinh.vision.Direction;
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

/// Reads a document of a metadata stream (`tt:MetadataStream` of the ONVIF schema): pictures
/// (Analytics Service Specification, "Scene Description") and notifications (Core Specification,
/// "Notification Streaming Interface"). Names are taken without their namespace. There is no DTD
/// and no entity, whatever the document declares. For one thread.
final class MetadataReader {
  private static final XMLInputFactory XML = factory();
  private static final int MAX_DEPTH = 40;
  private static final int MAX_OBJECTS = 500;
  private static final int MAX_TEXT = 200;
  private static final int MAX_NOTIFICATIONS = 500;
  private static final double PERCENT = 100;

  /// A document that cannot be read.
  static final class MalformedMetadata extends Exception {
    MalformedMetadata(String message) {
      super(message);
    }
  }

  private final XMLStreamReader in;
  private final List<MetadataFrame> frames = new ArrayList<>();
  private int notifications;
  private int passedOver;
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

  static MetadataDocument read(Bytes document) throws MalformedMetadata {
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
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (in.getLocalName()) {
            case "Frame" -> reader.readFrame();
            case "NotificationMessage" -> reader.readNotification();
            default -> {}
          }
        }
      }
      return new MetadataDocument(reader.frames, reader.passedOver);
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
    frames.add(new MetadataFrame(MetadataFrame.Kind.PICTURE, utcTime, objects, deleted));
  }

  /// `wsnt:NotificationMessage`, in which `wsnt:Message` holds any number of `tt:Message`. Whatever
  /// its topic is, it is of a vehicle where it names a plate: makers have topics of their own.
  private void readNotification() throws XMLStreamException, MalformedMetadata {
    forEach(name -> {
      if (name.equals("Message")) {
        forEach(message -> {
          if (message.equals("Message")) {
            readMessage();
          } else {
            skip();
          }
        });
      } else {
        skip();
      }
    });
  }

  private void readMessage() throws XMLStreamException, MalformedMetadata {
    Instant utcTime = Inbound.instant(attribute("UtcTime")).orElse(null);
    String operation = attribute("PropertyOperation");
    var draft = new Draft();
    forEach(name -> {
      switch (name) {
        case "Key", "Data" -> readItems(draft);
        default -> skip(); // The source is the camera itself, and one of its rules.
      }
    });
    SeenObject seen = draft.named ? draft.seen() : null;
    boolean isPass = seen != null && (seen.plate() != null || seen.objectClass() != null);
    if (!isPass
        || utcTime == null
        || operation.equals("Deleted")
        || notifications == MAX_NOTIFICATIONS) {
      passedOver++;
      return;
    }
    notifications++;
    frames.add(
        new MetadataFrame(
            operation.equals("Initialized") ? MetadataFrame.Kind.STATE : MetadataFrame.Kind.EVENT,
            utcTime,
            List.of(seen),
            List.of()));
  }

  private void readItems(Draft draft) throws XMLStreamException, MalformedMetadata {
    forEach(name -> {
      switch (name) {
        case "SimpleItem" -> {
          ItemNames.Item item = ItemNames.item(attribute("Name"));
          if (item != null) {
            readItem(draft, item, attribute("Value"));
          }
          skip();
        }
        case "ElementItem" -> readElementItem(draft, ItemNames.item(attribute("Name")));
        default -> skip();
      }
    });
  }

  private static void readItem(Draft draft, ItemNames.Item item, String value) {
    switch (item) {
      case PLATE -> draft.plate(value);
      case LIKELIHOOD -> {
        double likelihood = number(value, 0);
        draft.itemLikelihood = Math.clamp(likelihood > 1 ? likelihood / PERCENT : likelihood, 0, 1);
      }
      case CLASS -> draft.objectClass(value, 1);
      case COLOUR -> NamedColours.named(value).ifPresent(draft.colours::add);
      case DIRECTION -> draft.direction = ItemNames.direction(value);
      case OBJECT -> draft.id = value;
      case PARENT -> draft.parent = value;
    }
  }

  /// Its value is one element.
  private void readElementItem(Draft draft, ItemNames.@Nullable Item item)
      throws XMLStreamException, MalformedMetadata {
    forEach(name -> {
      switch (name) {
        case "LicensePlateInfo" -> readPlate(draft);
        case "VehicleInfo" -> readVehicle(draft);
        default -> {
          String id = attribute("ObjectId");
          if (!id.isEmpty() && item == ItemNames.Item.OBJECT) {
            draft.id = id;
          } else if (!id.isEmpty() && item == ItemNames.Item.PARENT) {
            draft.parent = id;
          }
          skip();
        }
      }
    });
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
    String id = "";
    String parent = "";

    /// Whether a plate was named, read or not.
    boolean named;

    String plate = "";
    double plateLikelihood;

    /// Of a notification as a whole; counts where the plate has none of its own.
    double itemLikelihood;

    @Nullable Place place;
    @Nullable Direction direction;

    void plate(String text) {
      named = true;
      plate = ItemNames.isNoPlate(text) ? "" : text;
    }

    SeenObject seen() {
      boolean isPerson = objectClass == ObjectClass.PERSON;
      return new SeenObject(
          parent.isEmpty() ? id : parent,
          objectClass,
          isPerson ? Set.of() : colours,
          isPerson || plate.isEmpty() ? null : plate,
          plateLikelihood > 0 ? plateLikelihood : itemLikelihood,
          place,
          direction);
    }

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
    var draft = new Draft();
    draft.id = attribute("ObjectId");
    draft.parent = attribute("Parent");
    forEach(name -> {
      if (name.equals("Appearance")) {
        readAppearance(draft, scale);
      } else {
        skip();
      }
    });
    return draft.seen();
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
        draft.plate(text());
      } else {
        skip();
      }
    });
  }
}
