package anbinh.media.rtsp;

/// A response, such as `RTSP/1.0 200 OK`.
public record RtspResponse(int status, String reason, RtspHeaders headers, String body)
    implements RtspMessage {

  public static final int OK = 200;
  public static final int UNAUTHORISED = 401;
  public static final int NOT_FOUND = 404;

  public boolean succeeded() {
    return status >= 200 && status < 300;
  }

  /// Whether the answer proper is still to come, as with `100 Continue`.
  public boolean provisional() {
    return status < 200;
  }

  @Override
  public String startLine() {
    return VERSION + " " + status + " " + reason;
  }

  @Override
  public String toString() {
    return startLine();
  }
}
