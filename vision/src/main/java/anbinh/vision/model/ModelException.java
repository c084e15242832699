package anbinh.vision.model;

/// A net that cannot be used; the message names the file and what is wrong with it.
public final class ModelException extends Exception {
  private static final long serialVersionUID = 1;

  public ModelException(String message) {
    super(message);
  }
}
