package anbinh.media.ingest;

/// A camera's stream, kept open until closed. May be used from any thread.
public final class Stream implements AutoCloseable {
  private final CameraAddress address;
  private final Runnable closing;

  Stream(CameraAddress address, Runnable closing) {
    this.address = address;
    this.closing = closing;
  }

  public CameraAddress address() {
    return address;
  }

  /// Ends the stream and returns at once. The listener gets [anbinh.media.StreamState.Closed] last,
  /// on its own thread. Closing again does nothing.
  @Override
  public void close() {
    closing.run();
  }

  @Override
  public String toString() {
    return "Stream[" + address + "]";
  }
}
