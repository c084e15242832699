package anbinh.media.rtsp;

/// A request, such as `DESCRIBE rtsp://camera/stream RTSP/1.0`. Its text form leaves out header
/// fields, which may authorise.
public record RtspRequest(String method, String uri, RtspHeaders headers, String body)
    implements RtspMessage {

  public RtspRequest {
    if (uri.chars().anyMatch(c -> c <= ' ')) {
      throw new IllegalArgumentException("the address of a request holds white space");
    }
  }

  @Override
  public String startLine() {
    return method + " " + uri + " " + VERSION;
  }

  @Override
  public String toString() {
    return startLine();
  }
}
