package anbinh.vision.protocol;

import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import anbinh.vision.image.Jpeg;
import anbinh.vision.model.ModelVersion;
import anbinh.vision.pass.ClassReason;
import anbinh.vision.pass.Classification;
import anbinh.vision.pass.FrameArea;
import anbinh.vision.pass.Pass;
import anbinh.vision.pass.PlateSighting;
import anbinh.vision.pass.Weakness;
import anbinh.vision.plate.PlateColour;
import anbinh.vision.reader.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes and reads the fields of a pass.
final class PassCodec {
  private PassCodec() {}

  static MessageWriter write(Pass pass, MessageWriter out) {
    FrameArea area = pass.area();
    out.time(pass.from())
        .time(pass.to())
        .time(pass.moment())
        .bytes(pass.picture().bytes())
        .real32(area.left())
        .real32(area.top())
        .real32(area.width())
        .real32(area.height());
    write(pass.plate(), out);
    Classification classification = pass.classification();
    if (classification == null) {
      out.choice(null);
    } else {
      out.choice(classification.type()).choice(classification.reason());
    }
    out.number8(pass.colours().size());
    pass.colours().forEach(out::choice);
    out.choice(pass.direction());
    return write(pass.model(), out);
  }

  private static void write(@Nullable PlateSighting plate, MessageWriter out) {
    if (plate == null) {
      out.number8(0);
      return;
    }
    out.number8(plate.readings().size());
    for (Reading reading : plate.readings()) {
      out.text(reading.text()).real64(reading.probability()).number8(reading.characters().size());
      reading.characters().forEach(out::real32);
    }
    out.choice(plate.weakness()).choice(plate.colour());
  }

  static MessageWriter write(ModelVersion version, MessageWriter out) {
    return out.text(version.name()).text(version.version());
  }

  static Pass pass(MessageReader in) throws ProtocolException {
    return new Pass(
        in.time(),
        in.time(),
        in.time(),
        new Jpeg(in.bytes()),
        new FrameArea(in.real32(), in.real32(), in.real32(), in.real32()),
        plate(in),
        classification(in),
        colours(in),
        in.choice(Direction.class),
        version(in));
  }

  private static @Nullable PlateSighting plate(MessageReader in) throws ProtocolException {
    int count = in.number8();
    if (count == 0) {
      return null;
    }
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = in.text();
      double probability = in.real64();
      int length = in.number8();
      List<Float> characters = new ArrayList<>();
      for (int j = 0; j < length; j++) {
        characters.add(in.real32());
      }
      readings.add(new Reading(text, probability, characters));
    }
    return new PlateSighting(readings, in.choice(Weakness.class), in.choice(PlateColour.class));
  }

  private static @Nullable Classification classification(MessageReader in)
      throws ProtocolException {
    ObjectClass type = in.choice(ObjectClass.class);
    return type == null ? null : new Classification(type, in.needed(ClassReason.class));
  }

  private static List<Colour> colours(MessageReader in) throws ProtocolException {
    int count = in.number8();
    List<Colour> colours = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      colours.add(in.needed(Colour.class));
    }
    return colours;
  }

  static ModelVersion version(MessageReader in) throws ProtocolException {
    return new ModelVersion(in.text(), in.text());
  }
}
