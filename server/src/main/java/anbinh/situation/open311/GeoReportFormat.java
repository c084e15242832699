package anbinh.situation.open311;

import org.springframework.http.MediaType;

/// How an answer is written, by the end of its address.
enum GeoReportFormat {
  JSON("application/json"),
  XML("text/xml");

  private final String type;

  GeoReportFormat(String type) {
    this.type = type;
  }

  MediaType type() {
    return MediaType.parseMediaType(type);
  }

  /// @param end of an address, which Spring has seen to be one of the two
  static GeoReportFormat of(String end) {
    return end.equals("xml") ? XML : JSON;
  }
}
