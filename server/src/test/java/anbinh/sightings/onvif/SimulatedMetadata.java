package anbinh.sightings.onvif;

/// Simulated documents in the form of the ONVIF schema, of pictures of 320 × 240.
final class SimulatedMetadata {
  private SimulatedMetadata() {}

  static String frame(String utcTime, String content) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <tt:MetadataStream xmlns:tt="http://www.onvif.org/ver10/schema"><tt:VideoAnalytics>
    <tt:Frame UtcTime="%s"><tt:Transformation><tt:Translate x="-1" y="1"/>
    <tt:Scale x="0.00625" y="-0.0083333333333333333"/></tt:Transformation>
    %s</tt:Frame></tt:VideoAnalytics></tt:MetadataStream>
    """
        .formatted(utcTime, content);
  }

  /// A car, with its middle at a place of the picture.
  static String car(String id, String plate, double likelihood, int x, int y) {
    return """
    <tt:Object ObjectId="%s"><tt:Appearance>
    <tt:Shape><tt:CenterOfGravity x="%d" y="%d"/></tt:Shape>
    <tt:Class><tt:Type Likelihood="0.9">Vehicle</tt:Type></tt:Class>
    <tt:VehicleInfo><tt:Type Likelihood="0.8">Car</tt:Type></tt:VehicleInfo>
    <tt:LicensePlateInfo><tt:PlateNumber Likelihood="%s">%s</tt:PlateNumber></tt:LicensePlateInfo>
    </tt:Appearance></tt:Object>
    """
        .formatted(id, x, y, likelihood, plate);
  }

  /// A notification in the stream, as cameras write it.
  ///
  /// @param attributes more of the message
  /// @param items its keys and data
  static String notification(String topic, String utcTime, String attributes, String items) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <tt:MetadataStream xmlns:tt="http://www.onvif.org/ver10/schema"><tt:Event>
    <wsnt:NotificationMessage xmlns:tns1="http://www.onvif.org/ver10/topics"
     xmlns:wsnt="http://docs.oasis-open.org/wsn/b-2" xmlns:wsa5="http://www.w3.org/2005/08/addressing">
    <wsnt:Topic Dialect="http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet">%s</wsnt:Topic>
    <wsnt:ProducerReference><wsa5:Address>uri://camera/ProducerReference</wsa5:Address>
    </wsnt:ProducerReference>
    <wsnt:Message><tt:Message UtcTime="%s" %s>
    <tt:Source><tt:SimpleItem Name="VideoSource" Value="0"/>
    <tt:SimpleItem Name="Rule" Value="Plate 1"/></tt:Source>
    %s</tt:Message></wsnt:Message></wsnt:NotificationMessage></tt:Event></tt:MetadataStream>
    """
        .formatted(topic, utcTime, attributes, items);
  }

  /// By the Analytics Service Specification, annex "Recognition rule engines".
  ///
  /// @param object names the object, or nothing
  static String standardNotification(String utcTime, String plate, String object) {
    return notification(
        "tns1:RuleEngine/Recognition/LicensePlate",
        utcTime,
        "",
        """
        <tt:Data><tt:SimpleItem Name="Likelihood" Value="0.7"/>%s
        <tt:SimpleItem Name="Label" Value="Whitelisted"/>
        <tt:ElementItem Name="BoundingBox"><tt:Rectangle left="0" top="1" right="1" bottom="0"/>
        </tt:ElementItem>
        <tt:ElementItem Name="LicensePlateInfo"><tt:LicensePlateInfo>
        <tt:PlateNumber Likelihood="0.9">%s</tt:PlateNumber>
        <tt:CountryCode>VN</tt:CountryCode></tt:LicensePlateInfo></tt:ElementItem>
        <tt:ElementItem Name="VehicleInfo"><tt:VehicleInfo><tt:Type Likelihood="0.8">Truck</tt:Type>
        <tt:Color>White</tt:Color></tt:VehicleInfo></tt:ElementItem>
        <tt:SimpleItem Name="Speed" Value="41.5"/>
        <tt:SimpleItem Name="Direction" Value="Approaching"/></tt:Data>
        """
            .formatted(object, plate));
  }

  static String object(String id) {
    return "<tt:ElementItem Name=\"ObjectId\"><tt:ObjectId ObjectId=\""
        + id
        + "\"/></tt:ElementItem>";
  }

  static String items(String... namesAndValues) {
    StringBuilder items = new StringBuilder("<tt:Data>");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      items.append(
          "<tt:SimpleItem Name=\"%s\" Value=\"%s\"/>"
              .formatted(namesAndValues[i], namesAndValues[i + 1]));
    }
    return items.append("</tt:Data>").toString();
  }

  static String deletion(String id) {
    return "<tt:ObjectTree><tt:Delete ObjectId=\"" + id + "\"/></tt:ObjectTree>";
  }
}
