package anbinh.community.situation.open311;

import org.springframework.http.MediaType;

/// How an answer is written, by the end of its address.
enum GeoReportFormat {
  JSON(new MediaType("application", "json")),
  XML(new MediaType("text", "xml"));

  private final MediaType type;

  GeoReportFormat(MediaType type) {
    this.type = type;
  }

  MediaType type() {
    return type;
  }

  /// @param end of an address, which Spring has seen to be one of the two
  static GeoReportFormat of(String end) {
    return end.equals("xml") ? XML : JSON;
  }
}
