package anbinh.media.record;

/// A folder that cannot serve as storage; the message says why.
public final class StorageException extends RuntimeException {
  public StorageException(String message) {
    super(message);
  }

  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
