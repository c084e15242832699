package anbinh.vision.protocol;

import java.io.IOException;

/// A message that is none of this protocol; the message says what is wrong with it.
public final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1;

  public ProtocolException(String message) {
    super(message);
  }
}
