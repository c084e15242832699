package anbinh.sightings.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Bytes;
import anbinh.sightings.onvif.MetadataFrame.SeenObject;
import anbinh.sightings.onvif.MetadataReader.MalformedMetadata;
import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Documents in the form in which cameras write them, with made-up values.
class MetadataReaderTest {
  private static final String TIME = "2026-12-01T08:00:00.250Z";

  private static List<MetadataFrame> read(String xml) throws MalformedMetadata {
    return document(xml).frames();
  }

  private static MetadataDocument document(String xml) throws MalformedMetadata {
    return MetadataReader.read(Bytes.copyOf(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static SeenObject object(String appearance) throws MalformedMetadata {
    List<MetadataFrame> frames =
        read(
            SimulatedMetadata.frame(
                "2026-12-01T08:00:00.250Z",
                "<tt:Object ObjectId=\"12\"><tt:Appearance>"
                    + appearance
                    + "</tt:Appearance></tt:Object>"));
    assertThat(frames).hasSize(1);
    return frames.getFirst().objects().getFirst();
  }

  @Test
  void readsAVehicleOfProfileM() throws Exception {
    SeenObject seen =
        object(
            """
            <tt:Shape><tt:BoundingBox left="0" top="0" right="9" bottom="9"/>
              <tt:CenterOfGravity x="160" y="60"/></tt:Shape>
            <tt:Color><tt:ColorCluster>
              <tt:Color X="240" Y="240" Z="240" Colorspace="http://www.onvif.org/ver10/colorspace/RGB"/>
              <tt:Weight>90</tt:Weight></tt:ColorCluster></tt:Color>
            <tt:Class><tt:ClassCandidate><tt:Type>Vehical</tt:Type><tt:Likelihood>0.9</tt:Likelihood>
              </tt:ClassCandidate><tt:Type Likelihood="0.9">Vehicle</tt:Type></tt:Class>
            <tt:VehicleInfo><tt:Type Likelihood="0.7">Truck</tt:Type><tt:Brand>X</tt:Brand>
            </tt:VehicleInfo>
            <tt:LicensePlateInfo><tt:PlateNumber Likelihood="0.8">36C-123.45</tt:PlateNumber>
              <tt:CountryCode>VNM</tt:CountryCode></tt:LicensePlateInfo>
            """);
    assertThat(seen.id()).isEqualTo("12");
    assertThat(seen.objectClass()).isEqualTo(ObjectClass.TRUCK);
    assertThat(seen.colours()).containsExactly(Colour.WHITE);
    assertThat(seen.plate()).isEqualTo("36C-123.45");
    assertThat(seen.plateLikelihood()).isEqualTo(.8);
    assertThat(seen.place()).isEqualTo(new MetadataFrame.Place(0, .5));
  }

  @Test
  void readsWhatMakersWriteOtherwise() throws Exception {
    SeenObject seen =
        object(
            """
            <tt:Class><tt:Type>LicensePlate</tt:Type></tt:Class>
            <tt:VehicleInfo><tt:Type>LargeTruck</tt:Type><tt:Color>Gray</tt:Color>
              <tt:Image>%s</tt:Image></tt:VehicleInfo>
            <tt:LicensePlateInfo><tt:PlateNumber>36C12345</tt:PlateNumber></tt:LicensePlateInfo>
            """
                .formatted("A".repeat(100_000)));
    assertThat(seen.objectClass()).isEqualTo(ObjectClass.TRUCK);
    assertThat(seen.colours()).containsExactly(Colour.GREY);
    assertThat(seen.plateLikelihood()).isZero();
    assertThat(seen.place()).isNull();
  }

  @Test
  void ofAPersonNothingIsReadButThatOnePassed() throws Exception {
    SeenObject seen =
        object(
            """
            <tt:Color><tt:ColorCluster><tt:Color X="200" Y="30" Z="30"
              Colorspace="http://www.onvif.org/ver10/colorspace/RGB"/></tt:ColorCluster></tt:Color>
            <tt:Class><tt:Type Likelihood="0.9">Human</tt:Type></tt:Class>
            <tt:HumanFace><tt:Gender>Female</tt:Gender><tt:PlateNumber>X</tt:PlateNumber>
            </tt:HumanFace>
            <tt:HumanBody><tt:Clothing/></tt:HumanBody>
            <tt:LicensePlateInfo><tt:PlateNumber>36C12345</tt:PlateNumber></tt:LicensePlateInfo>
            """);
    assertThat(seen.objectClass()).isEqualTo(ObjectClass.PERSON);
    assertThat(seen.colours()).isEmpty();
    assertThat(seen.plate()).isNull();
    SeenObject face = object("<tt:Class><tt:Type Likelihood=\"0.9\">Face</tt:Type></tt:Class>");
    assertThat(face.objectClass()).isNull();
  }

  @Test
  void aPartCountsAsItsWholeAndWhatIsDeletedIsTold() throws Exception {
    MetadataFrame frame =
        read(SimulatedMetadata.frame(
                "2026-12-01T08:00:00Z",
                "<tt:Object ObjectId=\"15\" Parent=\"12\"/>"
                    + "<tt:ObjectTree><tt:Delete ObjectId=\"9\"/></tt:ObjectTree>"))
            .getFirst();
    assertThat(frame.objects()).extracting(SeenObject::id).containsExactly("12");
    assertThat(frame.deleted()).containsExactly("9");
  }

  @Test
  void refusesBombsAndWhatIsNoMetadata() {
    String bomb =
        """
        <!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
          <!ENTITY d SYSTEM "file:///etc/passwd">]>
        """;
    String frame =
        SimulatedMetadata.frame(
            "2026-12-01T08:00:00Z", "<tt:Object ObjectId=\"1\">&c;&d;</tt:Object>");
    assertThatThrownBy(() -> read(bomb + frame)).isInstanceOf(MalformedMetadata.class);
    assertThatThrownBy(() -> read("{}")).isInstanceOf(MalformedMetadata.class);
    assertThatThrownBy(() -> read("<tt:Frame xmlns:tt=\"x\"/>"))
        .isInstanceOf(MalformedMetadata.class);
    assertThatThrownBy(
            () -> read(SimulatedMetadata.frame("2026-12-01T08:00:00Z", "<a>".repeat(100_000))))
        .isInstanceOf(MalformedMetadata.class);
    assertThatThrownBy(() -> read(SimulatedMetadata.frame("soon", "")))
        .isInstanceOf(MalformedMetadata.class);
  }

  private static MetadataFrame notified(String xml) throws MalformedMetadata {
    MetadataDocument document = document(xml);
    assertThat(document.passedOver()).isZero();
    assertThat(document.frames()).hasSize(1);
    assertThat(document.frames().getFirst().objects()).hasSize(1);
    return document.frames().getFirst();
  }

  private static SeenObject seen(String topic, String... items) throws MalformedMetadata {
    return notified(SimulatedMetadata.notification(topic, TIME, "", SimulatedMetadata.items(items)))
        .objects()
        .getFirst();
  }

  @Test
  void readsTheNotificationOfTheStandard() throws Exception {
    MetadataFrame frame =
        notified(
            SimulatedMetadata.standardNotification(
                TIME, "36C-123.45", SimulatedMetadata.object("12")));
    assertThat(frame.kind()).isEqualTo(MetadataFrame.Kind.EVENT);
    assertThat(frame.utcTime()).isEqualTo(TIME);
    SeenObject seen = frame.objects().getFirst();
    assertThat(seen.id()).isEqualTo("12");
    assertThat(seen.plate()).isEqualTo("36C-123.45");
    assertThat(seen.plateLikelihood()).isEqualTo(.9);
    assertThat(seen.objectClass()).isEqualTo(ObjectClass.TRUCK);
    assertThat(seen.colours()).containsExactly(Colour.WHITE);
    assertThat(seen.direction()).isEqualTo(Direction.TOWARDS);
  }

  @Test
  void readsNotificationsAsMakersWriteThem() throws Exception {
    SeenObject one =
        seen(
            "tns1:RuleEngine/VehicleDetector/tnshik:Vehicle",
            "PlateNumber",
            "36A12345",
            "Likelihood",
            "0.61",
            "VehicleType",
            "SUV",
            "VehicleColor",
            "Gray");
    assertThat(one.plate()).isEqualTo("36A12345");
    assertThat(one.plateLikelihood()).isEqualTo(.61);
    assertThat(one.objectClass()).isEqualTo(ObjectClass.CAR);
    assertThat(one.colours()).containsExactly(Colour.GREY);
    assertThat(one.id()).isEmpty();
    SeenObject other =
        seen(
            "tns1:RuleEngine/LicensePlateDetector/LicensePlate",
            "x:license_plate",
            "36A 123.45",
            "Confidence",
            "87",
            "Direction",
            "Leave",
            "Country",
            "VN");
    assertThat(other.plate()).isEqualTo("36A 123.45");
    assertThat(other.plateLikelihood()).isEqualTo(.87);
    assertThat(other.direction()).isEqualTo(Direction.AWAY);
    SeenObject third = seen("tns1:RuleEngine/ANPR", "Plate", "36A12345", "Confidence", "no number");
    assertThat(third.plateLikelihood()).isZero();
  }

  @Test
  void aVehicleWhosePlateCouldNotBeReadHasNone() throws Exception {
    SeenObject seen =
        seen("tns1:RuleEngine/ANPR", "PlateNumber", "Unknown", "VehicleType", "Motorcycle");
    assertThat(seen.plate()).isNull();
    assertThat(seen.objectClass()).isEqualTo(ObjectClass.MOTORBIKE);
  }

  @Test
  void tellsEventsFromStates() throws Exception {
    String items = SimulatedMetadata.items("PlateNumber", "36A12345");
    for (MetadataFrame.Kind kind : List.of(MetadataFrame.Kind.STATE, MetadataFrame.Kind.EVENT)) {
      String operation = kind == MetadataFrame.Kind.STATE ? "Initialized" : "Changed";
      assertThat(
              notified(
                      SimulatedMetadata.notification(
                          "tns1:RuleEngine/ANPR",
                          TIME,
                          "PropertyOperation=\"" + operation + "\"",
                          items))
                  .kind())
          .isEqualTo(kind);
    }
  }

  @Test
  void notificationsOfOtherKindsArePassedOverAndCounted() throws Exception {
    List<String> others =
        List.of(
            SimulatedMetadata.notification(
                "tns1:RuleEngine/CellMotionDetector/Motion",
                TIME,
                "PropertyOperation=\"Changed\"",
                SimulatedMetadata.items("IsMotion", "true")),
            // Whoever was recognised is nobody's business.
            SimulatedMetadata.notification(
                "tns1:RuleEngine/Recognition/Face",
                TIME,
                "",
                SimulatedMetadata.items("Likelihood", "0.9", "EnrollmentID", "17")),
            SimulatedMetadata.notification(
                "tns1:RuleEngine/ANPR",
                TIME,
                "PropertyOperation=\"Deleted\"",
                SimulatedMetadata.items("PlateNumber", "36A12345")),
            SimulatedMetadata.notification(
                "tns1:RuleEngine/ANPR",
                "soon",
                "",
                SimulatedMetadata.items("PlateNumber", "36A12345")),
            SimulatedMetadata.notification(
                "tns1:RuleEngine/ANPR", TIME, "", SimulatedMetadata.items("PlateNumber", "--")),
            SimulatedMetadata.notification("", TIME, "", "<tt:Data/><tt:Extension/>"));
    for (String each : others) {
      assertThat(document(each)).as(each).isEqualTo(new MetadataDocument(List.of(), 1));
    }
    assertThat(
            document(
                "<tt:MetadataStream xmlns:tt=\"http://www.onvif.org/ver10/schema\"><tt:Event/>"
                    + "</tt:MetadataStream>"))
        .isEqualTo(new MetadataDocument(List.of(), 0));
  }

  @Test
  void aDocumentOfVeryManyNotificationsIsReadInPart() throws Exception {
    String message =
        "<wsnt:Message><tt:Message UtcTime=\"%s\">%s</tt:Message></wsnt:Message>"
            .formatted(TIME, SimulatedMetadata.items("PlateNumber", "36A12345"));
    MetadataDocument document =
        document(
            """
            <tt:MetadataStream xmlns:tt="http://www.onvif.org/ver10/schema"
             xmlns:wsnt="http://docs.oasis-open.org/wsn/b-2"><tt:Event><wsnt:NotificationMessage>%s
            </wsnt:NotificationMessage></tt:Event></tt:MetadataStream>
            """
                .formatted(message.repeat(600)));
    assertThat(document.frames()).hasSize(500);
    assertThat(document.passedOver()).isEqualTo(100);
  }
}
