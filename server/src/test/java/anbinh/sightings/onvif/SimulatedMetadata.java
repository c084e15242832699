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

  static String deletion(String id) {
    return "<tt:ObjectTree><tt:Delete ObjectId=\"" + id + "\"/></tt:ObjectTree>";
  }
}
